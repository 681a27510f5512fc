#pragma once

#include "service/Access.h"
#include "service/HttpServer.h"
#include "service/Routes.h"
#include "tracker/TrackerThread.h"

#include <QTimer>
#include <QUrl>

#include <atomic>

namespace parcferme {

class Reader;

// The HTTP API over one database. Reads are answered on the server's threads, each with a database connection
// of its own; what writes or needs the network goes to one tracker on a thread of its own, so that neither
// waits for the other.
class Service final : public QObject
{
    Q_OBJECT
public:
    // clock must outlive the service.
    Service(const Settings& settings, const ServiceOptions& options, const Clock& clock);
    ~Service() override;

    // Errors: Io when the address cannot be listened on.
    Status start();
    QUrl url() const;

    // Takes no more requests and finishes what runs; stopped() follows. A second time: what waits for the
    // network is given up.
    void stop();

Q_SIGNALS:
    void stopped();

private:
    struct Exchange;
    using Exchanged = std::shared_ptr<Exchange>;

    // On one of the server's threads.
    std::optional<OutgoingReply> handle(const IncomingRequest& request, const std::optional<Refusal>& broken,
                                        const HttpServer::Later& later);
    std::optional<Answer> answer(const Exchanged& exchange, const HttpServer::Later& later);
    std::optional<Answer> dispatch(const Exchanged& exchange, const Match& match,
                                   const HttpServer::Later& later);
    Reader& reader();
    OutgoingReply replyTo(const Exchange& exchange, const Answer& answer) const;
    void log(const Exchange& exchange, const OutgoingReply& reply) const;
    QByteArray date() const;

    // On the service's thread.
    void work(const Exchanged& exchange, Route::Work work, const Call& call, const HttpServer::Later& later);
    void endIfDone();
    void backUp();

    const Settings settings_;
    const Clock& clock_;
    const ServiceOptions options_;
    const Access access_;
    TrackerThread writer_;
    QTimer backups_;
    QHash<Exchange*, Progress> working_; // what the writer has under way
    std::atomic<int> taken_ = 0;         // calls for the writer, under way or about to be
    bool stopping_ = false;
    bool ended_ = false;
    HttpServer server_; // the last, so that its threads end first
};

} // namespace parcferme

#pragma once

#include "service/Access.h"
#include "service/GuardedServer.h"
#include "service/ReaderPool.h"
#include "service/Routes.h"
#include "tracker/TrackerThread.h"

#include <QAbstractHttpServer>
#include <QTimer>
#include <QUrl>

namespace parcferme {

// The HTTP API over one database. Reads are answered by a pool of readers; what writes or needs the network
// goes to one tracker on a thread of its own, so that neither waits for the other.
class Service final : public QAbstractHttpServer
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

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    struct Exchange;
    using Exchanged = std::shared_ptr<Exchange>;

    void answer(const Exchanged& exchange);
    void dispatch(const Exchanged& exchange, const Match& match);
    void work(const Exchanged& exchange, Route::Work work, const Call& call);
    void finish(const Exchanged& exchange, const Answer& answer);
    void endIfDone();
    void backUp();
    QByteArray date() const;

    const Clock& clock_;
    ServiceOptions options_;
    Access access_;
    GuardedServer* server_; // owned by the base class from start() on
    TrackerThread writer_;
    ReaderPool readers_;
    QTimer backups_;
    QHash<Exchange*, Progress> working_; // what the writer has under way
    bool stopping_ = false;
    bool ended_ = false;
};

} // namespace parcferme

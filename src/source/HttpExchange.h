#pragma once

#include "source/HttpClient.h"
#include "source/Resumption.h"

#include <QCoroTask>

namespace parcferme {

// One request on its way over the network: its turn, the transfer, redirects, pauses and retries.
class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    // client and resumption must outlive it.
    HttpExchange(HttpRequest request, HttpClient& client, Resumption& resumption);

    // Once. Finishes from the event loop, or when the resumption is drained after stop().
    QCoro::Task<HttpOutcome> run();
    // Ends it, whatever it is waiting for.
    void stop(NoAnswer why);
    bool unwanted() const { return request_.progress.cancelled(); }

private:
    // Why an attempt brought nothing, and whether the next one may.
    struct Trouble
    {
        NoAnswer noAnswer;
        bool temporary = false;
        std::optional<std::chrono::seconds> retryAfter; // as the host asks
    };
    using Attempt = tl::expected<HttpAnswer, Trouble>;

    QCoro::Task<Attempt> attempt();
    void send(const QUrl& url, const QDeadlineTimer& end);
    Attempt take(const HttpReply& reply, const QUrl& url) const;
    std::optional<std::chrono::milliseconds> pauseAfter(Trouble& trouble, int retry);
    HttpOutcome failed(NoAnswer why) const;

    HttpRequest request_;
    HttpClient& client_;
    Waiting waiting_;
    QTimer pause_;
    QTimer deadline_;
    std::unique_ptr<HttpTransfer> transfer_;
    std::optional<NoAnswer> stopped_;
    int requests_ = 0;
};

} // namespace parcferme

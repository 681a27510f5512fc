#pragma once

#include "core/Clock.h"
#include "source/HttpExchange.h"

#include <QDeadlineTimer>

namespace parcferme {

// One request on its way: its turn, the transfer, redirects, pauses and retries. Finishes exactly once.
class RequestJob final : public QObject
{
    Q_OBJECT
public:
    RequestJob(HttpRequest request, const QueueOptions& options, const Clock& clock, QObject* parent);

    void start();                            // asks for the first turn, or refuses the address
    void go(QNetworkAccessManager& manager); // it is its turn
    void fail(Error error);
    bool cancelled() const { return request_.progress.cancelled(); }
    bool gaveUp() const { return gaveUp_; } // failed although it was repeated, or was not to be

    HttpOutcome takeOutcome() { return std::move(outcome_); }

Q_SIGNALS:
    void turnWanted();
    void finished();

private:
    void concluded();
    void answered(const HttpReply& reply);
    void redirected(const HttpReply& reply);
    void failed(const QString& message, const QString& advice,
                std::optional<std::chrono::seconds> retryAfter);
    void succeed(const HttpReply& reply);
    void finish(Result<HttpAnswer> answer);
    QNetworkRequest networkRequest() const;

    HttpRequest request_;
    const QueueOptions& options_;
    const Clock& clock_;
    QUrl url_; // after redirects
    int redirects_ = 0;
    int retry_ = 0;
    std::optional<QDeadlineTimer> attempt_; // runs from the first send, redirects included
    QTimer pause_;
    HttpTransfer* transfer_ = nullptr;
    HttpOutcome outcome_{parcferme::fail(ErrorCode::Cancelled, {}), 0};
    bool gaveUp_ = false;
    bool done_ = false;
};

} // namespace parcferme

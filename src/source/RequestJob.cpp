#include "source/RequestJob.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "source/FailureWords.h"
#include "source/SourceLog.h"
#include "source/UrlRules.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>

namespace parcferme {

namespace {

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isTemporary(TransferFailure::Kind kind)
{
    return kind == TransferFailure::Kind::Interrupted || kind == TransferFailure::Kind::TimedOut ||
           kind == TransferFailure::Kind::Damaged;
}

} // namespace

RequestJob::RequestJob(HttpRequest request, const QueueOptions& options, const Clock& clock, QObject* parent)
    : QObject(parent), request_(std::move(request)), options_(options), clock_(clock), url_(request_.url)
{
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &RequestJob::turnWanted);
}

void RequestJob::start()
{
    if (auto allowed = checkUrl(url_); !allowed)
        return fail(allowed.error());
    Q_EMIT turnWanted();
}

QNetworkRequest RequestJob::networkRequest() const
{
    QNetworkRequest request(url_);
    request.setRawHeader("User-Agent", "parcferme/" PARCFERME_VERSION);
    request.setRawHeader("Accept", "application/json");
    if (!request_.etag.isEmpty())
        request.setRawHeader("If-None-Match", request_.etag);
    if (!request_.lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", request_.lastModified);
    return request;
}

void RequestJob::go(QNetworkAccessManager& manager)
{
    if (!attempt_)
        attempt_ = QDeadlineTimer(options_.limits.deadline, Qt::PreciseTimer);
    HttpTransfer::Limits limits = options_.limits;
    limits.deadline = std::chrono::milliseconds(attempt_->remainingTime());
    ++outcome_.requests;
    qCDebug(sourceLog) << "GET" << url_.toDisplayString();
    transfer_ = new HttpTransfer(manager, networkRequest(), limits, this);
    connect(transfer_, &HttpTransfer::finished, this, &RequestJob::concluded);
}

void RequestJob::concluded()
{
    const HttpTransfer::Outcome outcome = transfer_->takeOutcome();
    transfer_->deleteLater();
    transfer_ = nullptr;
    if (outcome)
        return answered(*outcome);
    const QString message = describe(outcome.error(), url_.host(), options_.limits);
    if (isTemporary(outcome.error().kind))
        return failed(message, {}, std::nullopt);
    fail({ErrorCode::Network, message, {}});
}

void RequestJob::answered(const HttpReply& reply)
{
    if (reply.status == 200 || reply.status == 304)
        return succeed(reply);
    if (isRedirect(reply.status))
        return redirected(reply);
    const QString message = describe(reply, url_.host());
    if (RetryPolicy::isTemporary(reply.status))
        return failed(message, {}, retryAfterFromHeader(reply.header("Retry-After"), clock_.now()));
    fail({ErrorCode::Network, message, {}});
}

void RequestJob::redirected(const HttpReply& reply)
{
    const QUrl to = url_.resolved(QUrl::fromEncoded(reply.header("Location"), QUrl::StrictMode));
    if (reply.header("Location").isEmpty() || !to.isValid())
        return fail({ErrorCode::Network, Sentence::tr("%1 redirects to nowhere.").arg(url_.host()), {}});
    if (++redirects_ > options_.redirects)
        return fail(
            {ErrorCode::Network,
             Sentence::tr("%1 redirects more than %2 times.").arg(url_.host()).arg(options_.redirects),
             {}});
    if (auto allowed = checkRedirect(url_, to); !allowed)
        return fail(allowed.error());
    url_ = to;
    Q_EMIT turnWanted();
}

void RequestJob::failed(const QString& message, const QString& advice,
                        std::optional<std::chrono::seconds> retryAfter)
{
    const auto delay = options_.retry.delay(retry_, retryAfter, QRandomGenerator::global()->generateDouble());
    if (delay) {
        ++retry_;
        redirects_ = 0;
        url_ = request_.url;
        attempt_.reset();
        qCInfo(sourceLog) << message << "Again in" << delay->count() << "ms";
        pause_.start(*delay);
        return;
    }
    gaveUp_ = true;
    const bool tooLong = retryAfter && *retryAfter > options_.retry.longestRetryAfter;
    fail({ErrorCode::Network, message,
          tooLong ? Sentence::tr("It asks to wait %1 seconds.").arg(retryAfter->count()) : advice});
}

void RequestJob::succeed(const HttpReply& reply)
{
    HttpAnswer answer;
    answer.unchanged = reply.status == 304;
    answer.body = reply.body;
    answer.etag = reply.header("ETag");
    answer.lastModified = reply.header("Last-Modified");
    answer.cacheControl = CacheControl::fromHeader(reply.header("Cache-Control"));
    answer.age = secondsFromHeader(reply.header("Age")).value_or(std::chrono::seconds(0));
    answer.date = timeFromHttpDate(reply.header("Date"));
    finish(std::move(answer));
}

void RequestJob::fail(Error error)
{
    finish(tl::unexpected(std::move(error)));
}

void RequestJob::finish(Result<HttpAnswer> answer)
{
    if (done_)
        return;
    done_ = true;
    pause_.stop();
    delete transfer_;
    transfer_ = nullptr;
    outcome_.answer = std::move(answer);
    Q_EMIT finished();
}

} // namespace parcferme

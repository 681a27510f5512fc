#include "source/HttpExchange.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "source/FailureWords.h"
#include "source/SourceLog.h"
#include "source/UrlRules.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <utility>

namespace parcferme {

namespace {

using Why = NoAnswer::Why;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isTemporary(TransferFailure::Kind kind)
{
    return kind == TransferFailure::Kind::Interrupted || kind == TransferFailure::Kind::TimedOut ||
           kind == TransferFailure::Kind::Damaged;
}

NoAnswer outOfReach(const QString& message)
{
    return {Why::OutOfReach, {ErrorCode::Network, message, {}}, {}};
}

Protection protectionOf(const HttpRequest& request)
{
    return request.answerIsSigned ? Protection::Signature : Protection::Connection;
}

HttpTransfer::Limits limitsOf(const HttpRequest& request, const HttpOptions& options)
{
    return {options.limits.deadline, request.largestAnswer.value_or(options.limits.bytes)};
}

Result<QUrl> redirectTarget(const HttpRequest& asked, const QUrl& from, const HttpReply& reply, int followed,
                            int most)
{
    const QByteArray location = reply.header("Location");
    const QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (location.isEmpty() || !to.isValid())
        return fail(ErrorCode::Network, Sentence::tr("%1 redirects to nowhere.").arg(from.host()));
    if (followed >= most)
        return fail(ErrorCode::Network,
                    Sentence::tr("%1 redirects more than %2 times.").arg(from.host()).arg(most));
    if (auto allowed = checkRedirect(from, to, protectionOf(asked)); !allowed)
        return tl::unexpected(allowed.error());
    return to;
}

QNetworkRequest networkRequest(const HttpRequest& asked, const QUrl& url)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", "parcferme/" PARCFERME_VERSION);
    request.setRawHeader("Accept", asked.post ? asked.post->answerType : QByteArray("application/json"));
    if (asked.post)
        request.setHeader(QNetworkRequest::ContentTypeHeader, asked.post->type);
    if (!asked.etag.isEmpty())
        request.setRawHeader("If-None-Match", asked.etag);
    if (!asked.lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", asked.lastModified);
    return request;
}

HttpAnswer answerOf(const HttpReply& reply)
{
    HttpAnswer answer;
    answer.unchanged = reply.status == 304;
    answer.body = reply.body;
    answer.etag = reply.header("ETag");
    answer.lastModified = reply.header("Last-Modified");
    answer.cacheControl = CacheControl::fromHeader(reply.header("Cache-Control"));
    answer.age = secondsFromHeader(reply.header("Age")).value_or(std::chrono::seconds(0));
    answer.date = timeFromHttpDate(reply.header("Date"));
    return answer;
}

} // namespace

HttpExchange::HttpExchange(HttpRequest request, HttpClient& client, Resumption& resumption)
    : request_(std::move(request)), client_(client), waiting_(resumption)
{
    pause_.setSingleShot(true);
    deadline_.setSingleShot(true);
    deadline_.setTimerType(Qt::PreciseTimer);
    connect(&pause_, &QTimer::timeout, this, [this] { waiting_.goOn(); });
    connect(&deadline_, &QTimer::timeout, this, [this] {
        stop({Why::OutOfTime,
              {ErrorCode::Network,
               Sentence::tr("%1 did not answer in the time that was left.").arg(request_.url.host()),
               {}},
              {}});
    });
}

QCoro::Task<HttpOutcome> HttpExchange::run()
{
    if (auto allowed = checkUrl(request_.url, protectionOf(request_)); !allowed)
        co_return failed(outOfReach(allowed.error().message));
    // A timer's milliseconds are an int: 24 days. No request lives that long.
    if (!request_.deadline.isForever())
        deadline_.start(std::chrono::milliseconds(
            std::min<qint64>(request_.deadline.remainingTime(), std::numeric_limits<int>::max())));
    const bool repeats = !client_.queueOf(request_.url).isDown();
    for (int retry = 0;; ++retry) {
        Attempt tried = co_await attempt();
        if (tried) {
            client_.queueOf(request_.url).noteAnswer(*tried);
            co_return HttpOutcome{std::move(*tried), requests_};
        }
        const auto pause = pauseAfter(tried.error(), repeats ? retry : client_.options().retry.retries);
        if (!pause)
            co_return failed(std::move(tried.error().noAnswer));
        qCInfo(sourceLog) << tried.error().noAnswer.error.message << "Again in" << pause->count() << "ms";
        pause_.start(*pause);
        co_await waiting_.end();
        if (stopped_)
            co_return failed(*stopped_);
    }
}

QCoro::Task<HttpExchange::Attempt> HttpExchange::attempt()
{
    const HttpOptions& options = client_.options();
    std::optional<QDeadlineTimer> end; // from the first send on, redirects included
    QUrl url = request_.url;
    for (int redirects = 0;; ++redirects) {
        const HostQueue::Place place(client_.queueOf(url), request_, waiting_);
        co_await waiting_.end();
        if (stopped_ || place.refusal())
            co_return tl::unexpected(Trouble{stopped_ ? *stopped_ : *place.refusal(), false, {}});
        if (!end)
            end = QDeadlineTimer(options.limits.deadline, Qt::PreciseTimer);
        send(url, *end);
        co_await waiting_.end();
        if (stopped_)
            co_return tl::unexpected(Trouble{*stopped_, false, {}});
        const HttpTransfer::Outcome outcome = std::exchange(transfer_, nullptr)->takeOutcome();
        if (!outcome)
            co_return tl::unexpected(
                Trouble{outOfReach(describe(outcome.error(), url.host(), limitsOf(request_, options))),
                        isTemporary(outcome.error().kind),
                        {}});
        if (!isRedirect(outcome->status))
            co_return take(*outcome, url);
        const auto next = redirectTarget(request_, url, *outcome, redirects, options.redirects);
        if (!next)
            co_return tl::unexpected(Trouble{outOfReach(next.error().message), false, {}});
        url = *next;
    }
}

void HttpExchange::send(const QUrl& url, const QDeadlineTimer& end)
{
    HttpTransfer::Limits limits = limitsOf(request_, client_.options());
    limits.deadline = std::chrono::milliseconds(end.remainingTime());
    ++requests_;
    const auto body = request_.post ? std::optional(request_.post->body) : std::nullopt;
    qCDebug(sourceLog) << (body ? "POST" : "GET") << url.toDisplayString();
    transfer_ =
        std::make_unique<HttpTransfer>(client_.network(), networkRequest(request_, url), body, limits);
    connect(transfer_.get(), &HttpTransfer::finished, this, [this] { waiting_.goOn(); });
}

HttpExchange::Attempt HttpExchange::take(const HttpReply& reply, const QUrl& url) const
{
    if (reply.status == 200 || reply.status == 304)
        return answerOf(reply);
    const StatusMeaning meaning =
        request_.statusRule ? request_.statusRule(reply.status) : StatusMeaning::Fault;
    if (meaning == StatusMeaning::NotYet) {
        HttpAnswer answer = answerOf(reply);
        answer.notYet = true;
        answer.body.clear();
        return answer;
    }
    const QString message = describe(reply, url.host());
    if (meaning == StatusMeaning::Closed)
        return tl::unexpected(
            Trouble{{Why::Closed,
                     {ErrorCode::Network, message,
                      Sentence::tr("It answers nobody at the moment, and is asked again later.")},
                     {}},
                    false,
                    {}});
    return tl::unexpected(Trouble{outOfReach(message), RetryPolicy::isTemporary(reply.status),
                                  retryAfterFromHeader(reply.header("Retry-After"), client_.clock().now())});
}

// The pause before the next attempt, or nothing when there will be none.
std::optional<std::chrono::milliseconds> HttpExchange::pauseAfter(Trouble& trouble, int retry)
{
    if (!trouble.temporary)
        return std::nullopt;
    const RetryPolicy& policy = client_.options().retry;
    const auto pause = policy.delay(retry, trouble.retryAfter, QRandomGenerator::global()->generateDouble());
    if (!pause) {
        client_.queueOf(request_.url).noteDown();
        if (trouble.retryAfter && *trouble.retryAfter > policy.longestRetryAfter)
            trouble.noAnswer.error.advice =
                Sentence::tr("It asks to wait %1 seconds.").arg(trouble.retryAfter->count());
        return std::nullopt;
    }
    const bool inTime = request_.deadline.isForever() ||
                        *pause < std::chrono::milliseconds(request_.deadline.remainingTime());
    return inTime ? pause : std::nullopt;
}

HttpOutcome HttpExchange::failed(NoAnswer why) const
{
    return {tl::unexpected(std::move(why)), requests_};
}

void HttpExchange::stop(NoAnswer why)
{
    if (stopped_)
        return;
    stopped_ = std::move(why);
    pause_.stop();
    transfer_.reset();
    waiting_.goOn();
}

} // namespace parcferme

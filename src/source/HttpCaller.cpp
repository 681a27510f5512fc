#include "source/HttpCaller.h"

#include "core/Sentence.h"
#include "source/HttpExchange.h"
#include "source/SourceLog.h"

#include <QTimeZone>

#include <algorithm>

namespace parcferme {

namespace {

using namespace std::chrono_literals;
using Why = NoAnswer::Why;

// Nobody is told of a wish to stop, which may come from any thread: so the caller looks, often enough to feel
// instant, and only while something is under way.
constexpr auto WatchEvery = 25ms;

NoAnswer cancelled()
{
    return {Why::Cancelled,
            {ErrorCode::Cancelled, Sentence::tr("Cancelled."), Sentence::tr("What had arrived is kept.")},
            {}};
}

NoAnswer offline(const QString& title)
{
    return {Why::Offline,
            {ErrorCode::Offline,
             Sentence::tr("%1: not in the cache, and the network is not asked (offline).").arg(title),
             {}},
            {}};
}

} // namespace

HttpCaller::HttpCaller(std::shared_ptr<HttpClient> client) : client_(std::move(client))
{
    watch_.setInterval(WatchEvery);
    connect(&watch_, &QTimer::timeout, this, &HttpCaller::stopUnwanted);
}

HttpCaller::~HttpCaller()
{
    closing_ = true;
    for (HttpExchange* exchange : running_)
        exchange->stop(cancelled());
    resumption_.drain();
}

QCoro::Task<HttpOutcome> HttpCaller::send(HttpRequest request)
{
    if (closing_)
        co_return HttpOutcome{tl::unexpected(cancelled()), 0};
    HttpExchange exchange(std::move(request), *client_, resumption_);
    running_.push_back(&exchange);
    watch_.start();
    HttpOutcome outcome = co_await exchange.run();
    std::erase(running_, &exchange);
    if (running_.empty())
        watch_.stop();
    co_return outcome;
}

QCoro::Task<Result<HttpServed>> HttpCaller::get(HttpQuestion question)
{
    if (closing_ || question.progress.cancelled())
        co_return tl::unexpected(cancelled().error);
    std::optional<NoAnswer> noAnswer = question.cacheOnly;
    if (client_->options().offline)
        noAnswer = offline(question.title);
    if (!question.again || noAnswer) {
        if (const auto fresh = fromCache(question, true)) {
            Waiting turn(resumption_);
            turn.goOn();
            co_await turn.end();
            co_return *fresh;
        }
    }
    int requests = 0;
    if (!noAnswer) {
        const auto before = client_->cache().find(question.url);
        HttpRequest request{question.url, {}, {}, question.deadline, question.progress, question.statusRule};
        if (before) {
            request.etag = before->etag;
            request.lastModified = before->lastModified;
        }
        HttpOutcome outcome = co_await send(std::move(request));
        requests = outcome.requests;
        if (!outcome.answer) {
            noAnswer = std::move(outcome.answer.error());
        } else {
            auto kept = keep(question, *outcome.answer, before);
            if (kept)
                kept->requests = requests;
            if (kept)
                co_return kept;
            noAnswer = NoAnswer{Why::Refused, kept.error(), {}};
        }
    }
    std::optional<HttpServed> older;
    if (noAnswer->why != Why::Cancelled)
        older = fromCache(question, false);
    if (!older)
        co_return tl::unexpected(noAnswer->error);
    qCInfo(sourceLog) << "An older answer serves:" << noAnswer->error.text();
    older->askAgainFrom = std::max(older->askAgainFrom, noAnswer->askAgainFrom.value_or(older->askAgainFrom));
    older->noAnswer = std::move(noAnswer);
    older->requests = requests;
    co_return *older;
}

std::optional<HttpServed> HttpCaller::fromCache(const HttpQuestion& question, bool freshOnly)
{
    const auto entry = client_->cache().find(question.url);
    if (!entry || (freshOnly && !entry->freshAt(client_->clock().now())))
        return std::nullopt;
    if (!question.read({entry->body, entry->notYet})) {
        client_->cache().remove(question.url);
        return std::nullopt;
    }
    return HttpServed{entry->fetchedAt, entry->freshUntil(), true, {}, 0};
}

Result<HttpServed> HttpCaller::keep(const HttpQuestion& question, const HttpAnswer& answer,
                                    const std::optional<CacheEntry>& before)
{
    if (answer.unchanged && !before)
        return fail(ErrorCode::Data, Sentence::tr("The source says \"unchanged\" to a first question."));
    CacheEntry entry;
    if (answer.unchanged)
        entry = *before;
    else
        entry = CacheEntry{question.url,  {},         {}, answer.etag, answer.lastModified, false,
                           answer.notYet, answer.body};
    entry.fetchedAt =
        QDateTime::fromSecsSinceEpoch(client_->clock().now().toSecsSinceEpoch(), QTimeZone::utc());
    const auto subject = question.read({entry.body, entry.notYet});
    if (!subject)
        return tl::unexpected(subject.error());
    entry.empty = subject->empty;
    entry.lifetime = cacheLifetime(*subject, answer.cacheControl, answer.age, entry.fetchedAt.date());
    const bool wouldLoseRows = entry.empty && before && !before->empty;
    if (!answer.cacheControl.noStore && !wouldLoseRows)
        client_->cache().store(entry);
    return HttpServed{entry.fetchedAt, entry.freshUntil(), false, {}, 0};
}

void HttpCaller::stopUnwanted()
{
    for (HttpExchange* exchange : running_)
        if (exchange->unwanted())
            exchange->stop(cancelled());
}

} // namespace parcferme

#include "source/RequestQueue.h"

#include "core/Sentence.h"
#include "source/RequestJob.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

// Wishes to stop come from any thread and Progress holds one hook only, which belongs to whoever made it; so
// the queue looks, often enough to feel instant, and only while it has work.
constexpr auto WatchEvery = 25ms;

Error cancelled()
{
    return {ErrorCode::Cancelled, Sentence::tr("Cancelled."), Sentence::tr("What had arrived is kept.")};
}

} // namespace

RequestQueue::RequestQueue(RequestBudget& budget, const Clock& clock, const QueueOptions& options)
    : budget_(budget), clock_(clock), options_(options), withoutRetries_(options)
{
    withoutRetries_.retry.retries = 0;
    turn_.setSingleShot(true);
    turn_.setTimerType(Qt::PreciseTimer);
    watch_.setInterval(WatchEvery);
    connect(&turn_, &QTimer::timeout, this, &RequestQueue::giveTurns);
    connect(&watch_, &QTimer::timeout, this, &RequestQueue::stopCancelled);
}

RequestQueue::~RequestQueue()
{
    closing_ = true;
    while (!places_.empty())
        places_.back().job->fail(cancelled());
    while (!deliveries_.empty())
        deliver();
    // Transfers hold replies of the manager, so they go first.
    qDeleteAll(findChildren<RequestJob*>(Qt::FindDirectChildrenOnly));
}

void RequestQueue::send(HttpRequest request, Callback callback)
{
    if (closing_)
        return later([callback = std::move(callback)] { callback({tl::unexpected(cancelled()), 0}); });
    const QueueOptions& options = down_.hasExpired() ? options_ : withoutRetries_;
    auto* job = new RequestJob(std::move(request), options, clock_, this);
    places_.push_back({job, std::move(callback)});
    connect(job, &RequestJob::turnWanted, this, [this, job] { wantTurn(job); });
    connect(job, &RequestJob::finished, this, [this, job] { conclude(job); });
    if (!watch_.isActive())
        watch_.start();
    job->start();
}

void RequestQueue::wantTurn(RequestJob* job)
{
    line_.push_back(job);
    if (!turn_.isActive())
        turn_.start(0ms);
}

void RequestQueue::giveTurns()
{
    stopCancelled();
    if (line_.empty())
        return;
    const std::chrono::milliseconds wait = budget_.take();
    if (wait > options_.longestTurn) {
        const QDateTime next = clock_.now().addMSecs(wait.count());
        line_.front()->fail(
            {ErrorCode::Network,
             Sentence::tr("This hour's requests to the source are used up; the next is possible at %1 UTC.")
                 .arg(next.toString(QStringLiteral("HH:mm"))),
             {}});
    } else if (wait == 0ms) {
        RequestJob* job = line_.front();
        line_.pop_front();
        if (!manager_)
            manager_ = std::make_unique<QNetworkAccessManager>();
        job->go(*manager_);
    }
    if (!line_.empty())
        turn_.start(std::clamp<std::chrono::milliseconds>(wait, 1ms, options_.longestTurn));
}

void RequestQueue::conclude(RequestJob* job)
{
    std::erase(line_, job);
    const auto place =
        std::find_if(places_.begin(), places_.end(), [&](const Place& other) { return other.job == job; });
    HttpOutcome outcome = job->takeOutcome();
    if (outcome.answer)
        down_ = QDeadlineTimer();
    else if (job->gaveUp())
        down_ = QDeadlineTimer(options_.downFor);
    const Callback callback = std::move(place->callback);
    places_.erase(place);
    job->deleteLater();
    if (places_.empty())
        watch_.stop();
    later([callback, outcome = std::move(outcome)] { callback(outcome); });
}

void RequestQueue::later(std::function<void()> callback)
{
    deliveries_.push_back(std::move(callback));
    QMetaObject::invokeMethod(this, &RequestQueue::deliver, Qt::QueuedConnection);
}

// One at a time: a callback may delete the queue, and send new requests.
void RequestQueue::deliver()
{
    if (deliveries_.empty())
        return;
    const std::function<void()> callback = std::move(deliveries_.front());
    deliveries_.erase(deliveries_.begin());
    callback();
}

void RequestQueue::stopCancelled()
{
    std::vector<RequestJob*> unwanted;
    for (const Place& place : places_)
        if (place.job->cancelled())
            unwanted.push_back(place.job);
    for (RequestJob* job : unwanted)
        job->fail(cancelled());
}

} // namespace parcferme

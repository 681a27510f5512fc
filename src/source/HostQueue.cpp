#include "source/HostQueue.h"

#include "core/Sentence.h"

#include <algorithm>

namespace parcferme {

using namespace std::chrono_literals;

HostQueue::HostQueue(RequestBudget budget, const Clock& clock, const HttpOptions& options)
    : budget_(std::move(budget)), clock_(clock), options_(options)
{
    turn_.setSingleShot(true);
    turn_.setTimerType(Qt::PreciseTimer);
    connect(&turn_, &QTimer::timeout, this, &HostQueue::giveTurns);
}

HostQueue::Place::Place(HostQueue& queue, const HttpRequest& request, Waiting& waiting)
    : queue_(queue), request_(request), waiting_(waiting)
{
    queue_.line_.push_back(this);
    if (!queue_.turn_.isActive())
        queue_.turn_.start(0ms);
}

HostQueue::Place::~Place()
{
    std::erase(queue_.line_, this);
}

void HostQueue::giveTurns()
{
    // Who does not want his turn any more must not spend the budget: he is told to stop by his caller.
    std::erase_if(line_, [](const Place* place) { return place->request_.progress.cancelled(); });
    if (line_.empty())
        return;
    const std::chrono::milliseconds next = giveTurn(*line_.front());
    if (!line_.empty())
        turn_.start(next);
}

// Lets the first one go, or leaves him where he is. Answers when to look again.
std::chrono::milliseconds HostQueue::giveTurn(Place& first)
{
    const std::chrono::milliseconds wait = budget_.take();
    const bool tooLate = !first.request_.deadline.isForever() &&
                         wait >= std::chrono::milliseconds(first.request_.deadline.remainingTime());
    if (wait > 0ms && !tooLate && wait <= options_.longestTurn)
        return wait;
    if (wait > 0ms)
        first.refusal_ = budgetSpent(wait);
    line_.pop_front();
    first.waiting_.goOn();
    return 1ms;
}

NoAnswer HostQueue::budgetSpent(std::chrono::milliseconds wait) const
{
    const QDateTime next = clock_.now().addMSecs(wait.count());
    const bool hourly = budget_.limits().longest().span >= 1h;
    const QString words =
        hourly
            ? Sentence::tr("This hour's requests to the source are used up; the next is possible at %1 UTC.")
                  .arg(next.toString(QStringLiteral("HH:mm")))
            : Sentence::tr(
                  "This minute's requests to the source are used up; the next is possible at %1 UTC.")
                  .arg(next.toString(QStringLiteral("HH:mm:ss")));
    return {NoAnswer::Why::BudgetSpent, {ErrorCode::Network, words, {}}, next};
}

// An answer from a cache on the way may carry the date of its making or of its sending, so the server's time
// is known only to lie between that and its age later: the moment nearest to the machine's time is taken.
void HostQueue::noteAnswer(const HttpAnswer& answer)
{
    down_ = QDeadlineTimer();
    if (!answer.date)
        return;
    const QDateTime now = clock_.now();
    const QDateTime latest = answer.date->addSecs(answer.age.count());
    serverTime_ = ServerTime{std::clamp(now, *answer.date, latest), now};
}

} // namespace parcferme

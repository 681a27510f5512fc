#pragma once

#include "core/Progress.h"
#include "source/HttpValues.h"
#include "source/RequestBudget.h"
#include "source/Resumption.h"

#include <QTimer>

#include <deque>

namespace parcferme {

// One host's requests in one line: each waits for its turn by the host's budget, then runs beside the others.
// Also what is known of the host: whether it is down, and what time it has.
class HostQueue final : public QObject
{
    Q_OBJECT
public:
    // clock: of the program, for the times that people see. clock and options must outlive the queue.
    HostQueue(RequestBudget budget, const Clock& clock, const HttpOptions& options);

    // A place in the line, given up when it goes out of scope.
    class Place
    {
    public:
        // `waiting` is told when the turn has come, or when it will not come before the deadline of the
        // request or within HttpOptions::longestTurn.
        Place(HostQueue& queue, const HttpRequest& request, Waiting& waiting);
        ~Place();
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

        const std::optional<NoAnswer>& refusal() const { return refusal_; }

    private:
        friend class HostQueue;

        HostQueue& queue_;
        const HttpRequest& request_;
        Waiting& waiting_;
        std::optional<NoAnswer> refusal_;
    };

    RequestBudget& budget() { return budget_; }

    // A host at which a request failed for good counts as down for a while: others are sent once only.
    bool isDown() const { return !down_.hasExpired(); }
    void noteDown() { down_ = QDeadlineTimer(options_.downFor); }
    void noteAnswer(const HttpAnswer& answer);

    const std::optional<ServerTime>& serverTime() const { return serverTime_; }

private:
    void giveTurns();
    std::chrono::milliseconds giveTurn(Place& first);
    NoAnswer budgetSpent(std::chrono::milliseconds wait) const;

    RequestBudget budget_;
    const Clock& clock_;
    const HttpOptions& options_;
    std::deque<Place*> line_;
    QTimer turn_;
    QDeadlineTimer down_;
    std::optional<ServerTime> serverTime_;
};

} // namespace parcferme

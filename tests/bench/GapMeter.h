#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace parcferme {

// How long this thread was away from its events, by a timer of 1 ms. On a machine that others use too a gap
// is often the time of another process: the processor time that this thread spent in the gap tells them
// apart.
class GapMeter : public QObject
{
public:
    static constexpr double Budget = 16; // ms

    struct Gaps
    {
        double longest = 0;    // ms
        double longestOwn = 0; // ms of this thread's processor time within one gap
        int overBudget = 0;    // gaps
        int ownOverBudget = 0; // gaps in which this thread itself was busy for longer than the budget
        double seconds = 0;    // watched
    };

    GapMeter()
    {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(1);
        connect(&timer_, &QTimer::timeout, this, &GapMeter::note);
        reset();
        timer_.start();
    }

    // Processor time of the calling thread, ms.
    static double ownTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    void reset()
    {
        gaps_ = {};
        since_.start();
        total_.start();
        own_ = ownTime();
    }

    Gaps gaps()
    {
        note(); // the gap that is not over yet
        Gaps gaps = gaps_;
        gaps.seconds = double(total_.nsecsElapsed()) / 1e9;
        return gaps;
    }

private:
    void note()
    {
        const double gap = double(since_.nsecsElapsed()) / 1e6;
        since_.restart();
        const double now = ownTime();
        const double own = now - own_;
        own_ = now;
        gaps_.longest = std::max(gaps_.longest, gap);
        gaps_.longestOwn = std::max(gaps_.longestOwn, own);
        gaps_.overBudget += gap > Budget;
        gaps_.ownOverBudget += own > Budget;
    }

    QTimer timer_;
    QElapsedTimer since_;
    QElapsedTimer total_;
    double own_ = 0;
    Gaps gaps_;
};

} // namespace parcferme

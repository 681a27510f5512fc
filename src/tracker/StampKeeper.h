#pragma once

#include "tracker/Tracker.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>

namespace parcferme {

// Sees to it, while the program is open, that each ledger's newest record is stamped: asks when the program
// starts, after every freeze and every locked pick; when that brings nothing again after a minute, then after
// twice as long each time, at most an hour. Lives on its tracker's thread.
class StampKeeper : public QObject
{
    Q_OBJECT
public:
    // tracker must outlive this.
    explicit StampKeeper(Tracker& tracker, std::chrono::milliseconds firstPause = std::chrono::minutes(1));
    ~StampKeeper() override;

    // Looks now, and twice a minute from then on.
    void start();

    // One look. While one is under way, or its pause is not over, another does nothing.
    QCoro::Task<> look();

    // The pause after so many failures in a row.
    static std::chrono::milliseconds pauseAfter(int failures, std::chrono::milliseconds firstPause);

private:
    void lookAfterFreeze();

    Tracker& tracker_;
    std::chrono::milliseconds firstPause_;
    QTimer timer_;
    QDeadlineTimer pause_{0};
    Progress progress_; // cancelled with this
    int failures_ = 0;
    bool looking_ = false;
};

} // namespace parcferme

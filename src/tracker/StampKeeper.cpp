#include "tracker/StampKeeper.h"

#include <QLoggingCategory>
#include <QPointer>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(stampLog, "parcferme.stamp", QtInfoMsg)

constexpr auto LookEvery = 30s;
constexpr int MostDoublings = 6; // of a minute: over an hour

} // namespace

StampKeeper::StampKeeper(Tracker& tracker, std::chrono::milliseconds firstPause)
    : tracker_(tracker), firstPause_(firstPause)
{
    timer_.setInterval(LookEvery);
    connect(&timer_, &QTimer::timeout, this, [this] { look(); });
    // Whoever froze is answered first.
    connect(&tracker, &Tracker::frozen, this, &StampKeeper::lookAfterFreeze, Qt::QueuedConnection);
    connect(&tracker, &Tracker::pickLocked, this, &StampKeeper::lookAfterFreeze, Qt::QueuedConnection);
}

StampKeeper::~StampKeeper()
{
    progress_.cancel();
}

void StampKeeper::start()
{
    timer_.start();
    look();
}

void StampKeeper::lookAfterFreeze()
{
    failures_ = 0;
    pause_ = QDeadlineTimer(0);
    look();
}

std::chrono::milliseconds StampKeeper::pauseAfter(int failures, std::chrono::milliseconds firstPause)
{
    return std::min<std::chrono::milliseconds>(firstPause * (1 << std::min(failures - 1, MostDoublings)), 1h);
}

QCoro::Task<> StampKeeper::look()
{
    if (looking_ || !pause_.hasExpired())
        co_return;
    looking_ = true;
    const QPointer<StampKeeper> alive(this);
    const auto stamped = co_await tracker_.stampHead(progress_);
    if (!alive)
        co_return;
    looking_ = false;
    if (stamped) {
        failures_ = 0;
        if (*stamped)
            look(); // somebody may have frozen meanwhile, and there are two ledgers
    } else {
        pause_ = QDeadlineTimer(pauseAfter(++failures_, firstPause_));
        qCInfo(stampLog).noquote() << "No stamp yet:" << stamped.error().text();
    }
}

} // namespace parcferme

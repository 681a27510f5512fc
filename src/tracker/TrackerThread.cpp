#include "tracker/TrackerThread.h"

#include "store/Backups.h"
#include "tracker/Assembly.h"

#include <QTimer>

namespace parcferme {

namespace {

constexpr int BackupAfterMs = 5000;

} // namespace

TrackerThread::TrackerThread(const Clock& clock, QObject* parent)
    : QObject(parent), clock_(clock), home_(new QObject)
{
    thread_.setObjectName(QStringLiteral("tracker"));
    home_->moveToThread(&thread_);
    thread_.start();
}

TrackerThread::~TrackerThread()
{
    // The tracker and its database go where they lived.
    QMetaObject::invokeMethod(
        home_,
        [this] {
            close();
            delete home_;
        },
        Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

void TrackerThread::open(const Settings& settings)
{
    QMetaObject::invokeMethod(home_, [this, settings] {
        close();
        openHere(settings);
    });
}

void TrackerThread::restore(const Settings& settings, const QString& backup)
{
    QMetaObject::invokeMethod(home_, [this, settings, backup] {
        close();
        // A copy that is no good leaves the database as it was: it serves on.
        if (const auto restored = Backups(settings.database).restore(backup, clock_.now()); !restored)
            Q_EMIT warned(restored.error());
        openHere(settings);
    });
}

void TrackerThread::startAfresh(const Settings& settings)
{
    QMetaObject::invokeMethod(home_, [this, settings] {
        close();
        if (const auto aside = Backups(settings.database).setAside(clock_.now()); !aside)
            Q_EMIT failed(aside.error());
        else
            openHere(settings);
    });
}

void TrackerThread::openHere(const Settings& settings)
{
    auto assembled = assemble(settings, clock_);
    if (!assembled) {
        Q_EMIT failed(assembled.error());
        return;
    }
    tracker_ = std::move(assembled->tracker);
    connect(tracker_.get(), &Tracker::raceChanged, this, &TrackerThread::raceChanged);
    connect(tracker_.get(), &Tracker::seasonChanged, this, &TrackerThread::seasonChanged);
    connect(tracker_.get(), &Tracker::sourceStatusChanged, this, &TrackerThread::sourceStatusChanged);
    autoFreeze_ = std::make_unique<AutoFreeze>(*tracker_);
    connect(autoFreeze_.get(), &AutoFreeze::autoFroze, this, &TrackerThread::autoFroze);
    connect(autoFreeze_.get(), &AutoFreeze::windowMissed, this, &TrackerThread::windowMissed);
    Q_EMIT opened(assembled->firstStart, assembled->notices);
    autoFreeze_->start();
    // Not before the first pages are shown.
    QTimer::singleShot(BackupAfterMs, tracker_.get(), [this] {
        if (const auto made = tracker_->backUpDaily(); !made)
            Q_EMIT warned(made.error());
    });
}

void TrackerThread::close()
{
    autoFreeze_.reset();
    tracker_.reset();
}

tl::unexpected<Error> TrackerThread::notOpen()
{
    return fail(ErrorCode::Database, QStringLiteral("The database is not open."));
}

} // namespace parcferme

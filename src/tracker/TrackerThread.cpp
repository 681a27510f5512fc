#include "tracker/TrackerThread.h"

#include "core/Sentence.h"
#include "core/TimeZones.h"
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

void TrackerThread::prepare(const Settings& settings)
{
    QMetaObject::invokeMethod(home_, [this, settings] { prepared_ = assemble(settings, clock_); });
}

void TrackerThread::open(const Settings& settings)
{
    QMetaObject::invokeMethod(home_, [this, settings] {
        // close() would drop what is prepared.
        auto prepared = std::exchange(prepared_, std::nullopt);
        close();
        openHere(prepared ? std::move(*prepared) : assemble(settings, clock_));
    });
}

void TrackerThread::restore(const Settings& settings, const QString& backup)
{
    QMetaObject::invokeMethod(home_, [this, settings, backup] {
        close();
        // A copy that is no good leaves the database as it was: it serves on.
        if (const auto restored = Backups(settings.database).restore(backup, clock_.now()); !restored)
            Q_EMIT warned(restored.error());
        openHere(assemble(settings, clock_));
    });
}

void TrackerThread::startAfresh(const Settings& settings)
{
    QMetaObject::invokeMethod(home_, [this, settings] {
        close();
        if (const auto aside = Backups(settings.database).setAside(clock_.now()); !aside)
            Q_EMIT failed(aside.error());
        else
            openHere(assemble(settings, clock_));
    });
}

void TrackerThread::openHere(Result<Assembled> assembled)
{
    if (!assembled) {
        Q_EMIT failed(assembled.error());
        return;
    }
    tracker_ = std::move(assembled->tracker);
    collectChanges();
    autoFreeze_ = std::make_unique<AutoFreeze>(*tracker_);
    connect(autoFreeze_.get(), &AutoFreeze::autoFroze, this, &TrackerThread::autoFroze);
    connect(autoFreeze_.get(), &AutoFreeze::windowMissed, this, &TrackerThread::windowMissed);
    connect(autoFreeze_.get(), &AutoFreeze::pickLocked, this, &TrackerThread::pickLockedByItself);
    connect(autoFreeze_.get(), &AutoFreeze::pickIncomplete, this, &TrackerThread::pickIncomplete);
    connect(tracker_.get(), &Tracker::ledgerStamped, this, &TrackerThread::ledgerStamped);
    stampKeeper_ = std::make_unique<StampKeeper>(*tracker_);
    if (const QString missing = missingTimeZones(); !missing.isEmpty())
        assembled->notices.append(missing); // only the window shows times of other zones than UTC
    Q_EMIT opened(assembled->firstStart, assembled->notices);
    autoFreeze_->start();
    stampKeeper_->start();
    // Not before the first pages are shown.
    QTimer::singleShot(BackupAfterMs, tracker_.get(), [this] {
        if (const auto made = tracker_->backUpDaily(); !made)
            Q_EMIT warned(made.error());
    });
}

void TrackerThread::collectChanges()
{
    changes_ = {}; // of another database, after a restore
    connect(tracker_.get(), &Tracker::changed, tracker_.get(), [this](const ChangeSet& changes) {
        changes_.add(changes);
        tellSoon();
    });
}

// In a turn of its own: an answer that is ready in this turn takes the changes with it.
void TrackerThread::tellSoon()
{
    QMetaObject::invokeMethod(
        home_,
        [this] {
            if (const ChangeSet changes = std::exchange(changes_, {}); !changes.isEmpty())
                QMetaObject::invokeMethod(this, [this, changes] { Q_EMIT changed(changes); });
        },
        Qt::QueuedConnection);
}

void TrackerThread::close()
{
    prepared_.reset();
    autoFreeze_.reset();
    stampKeeper_.reset();
    tracker_.reset();
}

tl::unexpected<Error> TrackerThread::notOpen()
{
    return fail(ErrorCode::Database, Sentence::tr("The database is not open."));
}

} // namespace parcferme

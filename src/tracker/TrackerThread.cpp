#include "tracker/TrackerThread.h"

#include "tracker/Assembly.h"

namespace parcferme {

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
            tracker_.reset();
            delete home_;
        },
        Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

void TrackerThread::open(const Settings& settings)
{
    QMetaObject::invokeMethod(home_, [this, settings] {
        auto assembled = assemble(settings, clock_);
        if (!assembled) {
            Q_EMIT failed(assembled.error());
            return;
        }
        tracker_ = std::move(assembled->tracker);
        connect(tracker_.get(), &Tracker::raceChanged, this, &TrackerThread::raceChanged);
        connect(tracker_.get(), &Tracker::seasonChanged, this, &TrackerThread::seasonChanged);
        connect(tracker_.get(), &Tracker::sourceStatusChanged, this, &TrackerThread::sourceStatusChanged);
        Q_EMIT opened(assembled->firstStart, assembled->notices);
    });
}

tl::unexpected<Error> TrackerThread::notOpen()
{
    return fail(ErrorCode::Database, QStringLiteral("The database is not open."));
}

} // namespace parcferme

#include "ui/session/OddsSession.h"

#include "tracker/TrackerThread.h"

#include <QPointer>
#include <QThreadPool>

namespace parcferme {

OddsSession::OddsSession(TrackerThread& tracker, QObject* parent) : QObject(parent), tracker_(tracker) {}

OddsSession::~OddsSession()
{
    progress_.cancel();
}

void OddsSession::setLookedAt(bool lookedAt)
{
    lookedAt_ = lookedAt;
    if (opened_ && lookedAt_ && outdated_)
        compute();
}

void OddsSession::setHidden(const HiddenRaces& hidden)
{
    if (std::exchange(hidden_, hidden) != hidden)
        refresh();
}

void OddsSession::refresh()
{
    outdated_ = true;
    setLookedAt(lookedAt_);
}

void OddsSession::open()
{
    opened_ = true;
    refresh();
}

void OddsSession::compute()
{
    outdated_ = false;
    progress_.cancel();
    progress_ = Progress();
    struct Facts
    {
        std::vector<RaceRecord> records;
        QDateTime now;
    };
    tracker_.ask(
        this,
        [](Tracker& tracker) -> Result<Facts> {
            auto records = tracker.records();
            if (!records)
                return tl::unexpected(records.error());
            return Facts{std::move(*records), tracker.present()};
        },
        [this, number = ++newest_](Result<Facts> facts) {
            if (number != newest_)
                return;
            if (!facts)
                return take(tl::unexpected(facts.error()));
            QThreadPool::globalInstance()->start([self = QPointer(this), number, facts = std::move(*facts),
                                                  hidden = hidden_, progress = progress_] {
                auto review = reviewOdds(facts.records, facts.now, hidden, progress);
                QMetaObject::invokeMethod(qApp, [self, number, review = std::move(review)]() mutable {
                    if (self && self->newest_ == number)
                        self->take(std::move(review));
                });
            });
        });
}

void OddsSession::take(Result<OddsReview> review)
{
    if (review) {
        review_ = std::make_shared<const OddsReview>(std::move(*review));
        Q_EMIT changed();
    } else {
        outdated_ = true; // tried again when somebody looks
        Q_EMIT failed(tr("The title odds could not be judged:"), review.error());
    }
}

} // namespace parcferme

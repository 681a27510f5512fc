#include "ui/session/PicksSession.h"

#include "tracker/TrackerThread.h"

namespace parcferme {

PicksSession::PicksSession(TrackerThread& tracker, QObject* parent) : QObject(parent), tracker_(tracker) {}

void PicksSession::read(const SessionKey& of)
{
    if (of != of_)
        view_.reset();
    of_ = of;
    tracker_.ask(
        this, [of](Tracker& tracker) { return tracker.picks(of); },
        [this, of, saves = saves_](Result<PicksView> view) {
            // What was read before the newest save is older than what the user sees; it is read again after
            // it.
            if (of != of_ || saves != saves_)
                return;
            savesRead_ = saves;
            if (view)
                view_ = std::make_shared<const PicksView>(std::move(*view));
            else
                Q_EMIT failed(tr("Your picks could not be read:"), view.error());
            Q_EMIT changed();
        });
}

void PicksSession::save(const QStringList& places, const std::optional<double>& winnerChance)
{
    if (!view_)
        return;
    ++saves_;
    PickDraft draft;
    draft.of = of_;
    draft.player = view_->player;
    draft.places = places;
    draft.winnerChance = winnerChance;
    tracker_.ask(
        this, [draft](Tracker& tracker) { return tracker.savePickDraft(draft).map([] { return true; }); },
        [this, of = of_](const Result<bool>& saved) {
            if (!saved)
                Q_EMIT failed(tr("Your draft was not saved:"), saved.error());
            if (of == of_)
                read(of);
        });
}

void PicksSession::readOrder(PickStart from)
{
    tracker_.ask(
        this, [of = of_, from](Tracker& tracker) { return tracker.pickOrder(of, from); },
        [this, of = of_, from](const Result<QStringList>& places) {
            if (of != of_)
                return;
            if (places)
                Q_EMIT orderRead(from, *places);
            else
                Q_EMIT failed(tr("There is no such order to start from:"), places.error());
        });
}

} // namespace parcferme

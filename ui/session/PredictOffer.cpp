#include "ui/session/PredictOffer.h"

namespace parcferme {

PredictOffer PredictOffer::of(const RaceDetails* race, const QDateTime& now)
{
    if (!race)
        return {Role::Unavailable, tr("No race is chosen.")};
    if (race->prediction && race->prediction->prediction.kind == PredictionKind::Live)
        return {Role::Done, tr("The prediction of this race is frozen and cannot change.")};
    if (race->prediction && race->prediction->prediction.kind == PredictionKind::Void)
        return {Role::Retrospect,
                tr("The frozen prediction is void, because the race had started: one from what "
                   "was known before can be made, marked as retrospective (Ctrl+P)")};
    if (race->prediction)
        return {Role::Done, tr("This race has its retrospective prediction; it does not change.")};
    if (race->overview.state == RaceState::Cancelled)
        return {Role::Unavailable, tr("This race is cancelled.")};
    if (race->overview.window.open)
        return {Role::Freeze, tr("Compute the prediction and lock it in the ledger (Ctrl+P)")};
    if (race->overview.start() <= now)
        return {Role::Retrospect, tr("The race has started: a prediction from what was known before, marked "
                                     "as retrospective (Ctrl+P)")};
    if (race->overview.window.isOverdue(now))
        return {Role::Freeze,
                tr("Qualifying should be published by now: fetch it, compute the prediction and "
                   "lock it in the ledger (Ctrl+P)")};
    return {Role::Preview, tr("The freeze window is not open yet: a preview is not stored")};
}

} // namespace parcferme

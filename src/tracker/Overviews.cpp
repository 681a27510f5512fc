#include "tracker/Overviews.h"

namespace parcferme {

namespace {

RaceState stateOf(const Race& race, const RaceFactsAtHand& facts, const FreezeWindow& window,
                  const QDateTime& present)
{
    if (race.status == RaceStatus::Cancelled)
        return RaceState::Cancelled;
    if (facts.isVoid && !facts.retrospective)
        return RaceState::Void;
    if (facts.live && !facts.isVoid)
        return facts.evaluation ? RaceState::EvaluatedLive : RaceState::Frozen;
    if (facts.retrospective)
        return facts.evaluation ? RaceState::EvaluatedRetrospective : RaceState::Retrospective;
    if (present < race.startOrDate())
        return window.open ? RaceState::WindowOpen : RaceState::Scheduled;
    if (facts.windowSeen)
        return RaceState::Missed;
    return facts.hasResult ? RaceState::NotPredicted : RaceState::NotFetched;
}

} // namespace

RaceOverview overviewOf(const Race& race, const RaceFactsAtHand& facts, const FreezeWindow& window,
                        const QDateTime& present)
{
    RaceOverview overview;
    overview.race = race;
    overview.window = window;
    overview.hasQualifying = facts.hasQualifying;
    overview.hasResult = facts.hasResult;
    overview.state = stateOf(race, facts, window, present);
    if (facts.evaluation) {
        overview.positionMae = facts.evaluation->evaluation.positionMae;
        const auto grid = facts.evaluation->baselines.find("grid");
        if (grid != facts.evaluation->baselines.end())
            overview.gridMae = grid->second.positionMae;
    }
    return overview;
}

} // namespace parcferme

#include "tracker/Overviews.h"

namespace parcferme {

namespace {

RaceState stateOf(const Race& race, Session session, const RaceFactsAtHand& facts, const FreezeWindow& window,
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
    if (present < race.startOrDate(session))
        return window.open ? RaceState::WindowOpen : RaceState::Scheduled;
    if (facts.windowSeen)
        return RaceState::Missed;
    return facts.hasResult ? RaceState::NotPredicted : RaceState::NotFetched;
}

} // namespace

std::optional<RaceOverview> RaceOverview::at(Session wanted) const
{
    if (wanted == session)
        return *this;
    if (!other)
        return std::nullopt;
    RaceOverview turned = *this;
    turned.session = wanted;
    turned.other = static_cast<const SessionState&>(*this);
    static_cast<SessionState&>(turned) = *other;
    return turned;
}

std::vector<RaceOverview> sessionsOf(const std::vector<RaceOverview>& races)
{
    std::vector<RaceOverview> sessions;
    for (const RaceOverview& race : races)
        for (const Session session : {Session::Sprint, Session::Race})
            if (auto one = race.at(session))
                sessions.push_back(std::move(*one));
    return sessions;
}

SessionState sessionState(const Race& race, Session session, const RaceFactsAtHand& facts,
                          const FreezeWindow& window, const QDateTime& present)
{
    SessionState overview;
    overview.window = window;
    overview.hasQualifying = facts.hasQualifying;
    overview.hasResult = facts.hasResult;
    overview.state = stateOf(race, session, facts, window, present);
    if (facts.evaluation) {
        overview.positionMae = facts.evaluation->evaluation.positionMae;
        const auto grid = facts.evaluation->baselines.find("grid");
        if (grid != facts.evaluation->baselines.end())
            overview.gridMae = grid->second.positionMae;
    }
    return overview;
}

} // namespace parcferme

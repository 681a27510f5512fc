#include "season/WhatIf.h"

namespace parcferme::season {

namespace {

bool happens(const Outcomes& outcomes, std::size_t simulation, const Condition& condition)
{
    const int place = outcomes.place(simulation, condition.event, condition.driver);
    switch (condition.kind) {
    case Condition::Kind::Wins:
        return place == 1;
    case Condition::Kind::OnThePodium:
        return place >= 1 && place <= 3;
    case Condition::Kind::ScoresAtMost:
        return outcomes.points(simulation, condition.event, condition.driver) <= condition.points;
    case Condition::Kind::DropsOut:
        return place == 0;
    }
    return false;
}

} // namespace

Selection simulationsWith(const Outcomes& outcomes, const Condition& condition)
{
    Selection found;
    if (condition.event >= outcomes.events().size() || condition.driver >= outcomes.lineup().size())
        return found;
    for (std::size_t k = 0; k < outcomes.count(); ++k) {
        if (happens(outcomes, k, condition))
            found.push_back(static_cast<std::uint32_t>(k));
    }
    return found;
}

Conditional whatIf(const Outcomes& outcomes, const Condition& condition)
{
    const Selection simulations = simulationsWith(outcomes, condition);
    Conditional result{simulations.size(), std::nullopt};
    if (simulations.size() >= TooRareBelow)
        result.outlook = outlook(outcomes, simulations);
    return result;
}

} // namespace parcferme::season

#pragma once

#include "season/Outlook.h"

#include <cstddef>
#include <optional>

namespace parcferme::season {

// Something that may happen to a driver in an event to come.
struct Condition
{
    enum class Kind { Wins, OnThePodium, ScoresAtMost, DropsOut };

    std::size_t event = 0;  // index into Outcomes::events()
    std::size_t driver = 0; // index into Outcomes::lineup()
    Kind kind = Kind::Wins;
    int points = 0; // of ScoresAtMost: in this event, the fastest lap's included; 0 = does not score
};

// With fewer simulations than this in which it happens, nothing is said.
constexpr std::size_t TooRareBelow = 200;

struct Conditional
{
    std::size_t simulations = 0;          // in which it happens
    std::optional<SeasonOutlook> outlook; // counted from these; none: too rare to say

    bool operator==(const Conditional&) const = default;
};

// The simulations in which it happens; none for an event or driver that there is not.
Selection simulationsWith(const Outcomes& outcomes, const Condition& condition);

// The same simulations, those only in which it happens: chance does not differ between with and without.
Conditional whatIf(const Outcomes& outcomes, const Condition& condition);

} // namespace parcferme::season

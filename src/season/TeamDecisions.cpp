#include "season/TeamDecisions.h"

#include <array>

namespace parcferme::season {

namespace {

const std::array Decisions = {
    // A missing seal on Häkkinen's car in Austria.
    TeamDecision{2000, "mclaren", 10, 10.0},
    // Possession of Ferrari's papers, decided between Italy and Belgium.
    TeamDecision{2007, "mclaren", 14, std::nullopt},
    // Bought out of administration: a new entrant from Belgium on, what was scored before went with the old
    // one.
    TeamDecision{2018, "force_india", 13, 59.0},
    // Brake ducts like those of the 2019 Mercedes, decided before the 70th Anniversary race.
    TeamDecision{2020, "racing_point", 5, 15.0},
};

} // namespace

std::span<const TeamDecision> teamDecisions()
{
    return Decisions;
}

} // namespace parcferme::season

#pragma once

#include "season/Outcomes.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace parcferme::season {

// Plays the races left (eventsLeft) again and again: strengths of teams and drivers that are not quite known
// and drift from race to race, luck that teammates share in part, drop-outs, and the season's points. Every
// number drawn has its place in one sequence, so the same arguments give the same outcomes, simulation by
// simulation. Not simulated: half points, exclusions, changes of drivers. Nothing when breaches() has
// something to say, or when it was stopped before it was through.
std::optional<Outcomes> simulate(const Origin& origin, const std::vector<Event>& left,
                                 const SimulationSettings& settings = {}, const std::stop_token& stop = {});

} // namespace parcferme::season

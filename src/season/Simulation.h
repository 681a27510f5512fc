#pragma once

#include "season/Outcomes.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace parcferme::season {

/**
 * Plays the races left (eventsLeft) again and again: MODEL2.md section 5. The same arguments give the same
 * outcomes, simulation by simulation, on every machine. Not simulated: half points, exclusions, changes of
 * drivers. Nothing when breaches() has something to say, or when it was stopped before it was through.
 */
std::optional<Outcomes> simulate(const Origin& origin, const std::vector<Event>& left,
                                 const SimulationSettings& settings = {}, const std::stop_token& stop = {});

} // namespace parcferme::season

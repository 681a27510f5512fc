#pragma once

#include <array>
#include <optional>
#include <vector>

namespace parcferme::predictor {

using SessionLaps = std::array<std::optional<int>, 3>;

// Each driver's gap to the best in percent, cut to [0, 4], from the last session he set a proper lap in; none
// without one. The track gains grip from Q1 to Q3, so each session is levelled by the median gain of those
// who drove both.
std::vector<std::optional<double>> qualifyingGaps(const std::vector<SessionLaps>& laps);

// The best lap of all sessions in seconds.
std::optional<double> bestLap(const std::vector<SessionLaps>& laps);

} // namespace parcferme::predictor

#pragma once

#include "predictor/Facts.h"
#include "predictor/GapModel.h"
#include "predictor/QualifyingGap.h"
#include "predictor/Rating.h"

#include <optional>
#include <vector>

namespace parcferme::predictor {

// What a field (see fieldOf) showed, one value per entry. All but the qualifying laps and the sprint need a
// starter.

std::vector<SessionLaps> lapsOf(const std::vector<EntryFacts>& field);

// Minus the gap in qualifying, of starters.
Observations observedQualifying(const std::vector<EntryFacts>& field);

// Normal score of the order among the classified.
Observations observedOrder(const std::vector<EntryFacts>& field);

// The same of the sprint, among all who have a place in its result; retirements count.
Observations observedSprint(const std::vector<EntryFacts>& field);

// Minus the gap to the winner in percent of his time; lapped cars by their laps.
Observations observedPace(const std::vector<EntryFacts>& field);

// Gaps behind the winner: in seconds on his lap, within a lap of this many seconds for who was lapped.
std::vector<std::optional<GapSeen>> observedGaps(const std::vector<EntryFacts>& field, double lap);

} // namespace parcferme::predictor

#pragma once

#include "domain/Race.h"

namespace parcferme {

// What the source's positionText ("1", "R", "D", "W", "F", "E", "N") means, refined by its status words
// (unknown ones are fine) and the laps run. A number is always classified, also for a car that stopped after
// 90 % of the distance. Nothing when positionText is none of these.
std::optional<Classification> classificationOf(const QString& positionText, const QString& status,
                                               std::optional<int> laps);

} // namespace parcferme

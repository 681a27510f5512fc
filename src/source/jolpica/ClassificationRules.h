#pragma once

#include "domain/Race.h"

namespace parcferme {

// What the source's positionText ("1", "R", "D", "W", "F", "E", "N") means, refined by its status words
// (unknown ones are fine) and the laps run. A number is always classified, also for a car that stopped after
// 90 % of the distance. Nothing when positionText is none of these.
std::optional<Classification> classificationOf(const QString& positionText, const QString& status,
                                               std::optional<int> laps);

// The same from the status alone, where positionText cannot be read: only words that leave no doubt
// ("Finished",
// "+1 Lap", "Disqualified", "Did not start"); nothing for the others.
std::optional<Classification> classificationOf(const QString& status, std::optional<int> laps);

} // namespace parcferme

#pragma once

#include "source/SourceValues.h"

#include <QHash>

namespace parcferme {

// Who may stand on the grid of a race, with his car's number: its qualifying, and of the race before whoever
// is not in it and whose number nobody else has. records: all races in time order; drivers by id.
std::vector<Starter> startingField(const std::vector<RaceRecord>& records, RaceId race,
                                   const QHash<QString, Driver>& drivers);

} // namespace parcferme

#pragma once

#include "tracker/Views.h"

namespace parcferme {

// Only the people that the details can name.
People peopleOf(const RaceDetails& details, const QHash<QString, Driver>& drivers,
                const QHash<QString, Team>& teams);

// Before qualifying a preview has the field of the race before: it is named too. records: all races in time
// order.
void addEarlierField(People& people, const std::vector<RaceRecord>& records, RaceId race,
                     const QHash<QString, Driver>& drivers, const QHash<QString, Team>& teams);

} // namespace parcferme

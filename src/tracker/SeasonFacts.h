#pragma once

#include "domain/Race.h"
#include "season/Facts.h"

#include <QDateTime>

#include <vector>

namespace parcferme {

// The races of a season in order of their rounds, without those cancelled. records: of all seasons, in time
// order.
std::vector<const RaceRecord*> weekendsOf(const std::vector<RaceRecord>& records, int year);

// What its standings are made from: the newest results that are known at this moment. Teams run on through
// changes of name within the season.
season::SeasonFacts seasonFacts(const std::vector<const RaceRecord*>& weekends, int year,
                                const QDateTime& now);

} // namespace parcferme

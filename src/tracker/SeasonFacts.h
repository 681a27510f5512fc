#pragma once

#include "domain/Race.h"
#include "season/Facts.h"
#include "tracker/SeasonViews.h"

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

// Rounds that have a result, ascending.
std::vector<int> roundsRun(const season::SeasonFacts& facts);
// Sessions that are over by the clock, though nothing is stored of them.
std::vector<SessionKey> missingResults(const std::vector<const RaceRecord*>& weekends, const QDateTime& now);
// From before the first of these rounds to that one.
std::vector<SeasonPoints> pointsByRound(const season::SeasonFacts& facts, const std::vector<int>& rounds,
                                        int after);

} // namespace parcferme

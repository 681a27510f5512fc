#pragma once

#include "domain/Pick.h"
#include "tracker/Judging.h"
#include "tracker/PickViews.h"

namespace parcferme {

// Judges picks as forecasts of which nothing but the order is known, and perhaps the chance of the winner.

// The row of pick_metrics against this result; id and superseded are the store's. Errors: Data, when fewer
// than three of its drivers started.
Result<PickScores> judgePick(Judging& judging, const RaceRecord& record, const ResultRevision& result,
                             const Pick& pick, const QDateTime& createdAt);

// 10 for the winner, 3 for each on the podium and 1 for each of the first ten, in any order: at most 29.
int leaguePoints(const evaluation::Scores& scores);

// Stored scores as they are shown. Errors: Data.
Result<PickScoreView> viewOf(const PickScores& scores);

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "domain/HiddenRaces.h"
#include "domain/Race.h"
#include "evaluation/Bootstrap.h"
#include "season/EndScores.h"

#include <array>
#include <optional>
#include <vector>

namespace parcferme {

// Who looks ahead to a season's end: the simulation; everybody at the rate of this season's weekends; at that
// of his last ten.
enum class LooksAhead { Model, SeasonRate, LastTen };
inline constexpr std::size_t LooksAheadCount = 3;

// What was said of a past season's end after one of its rounds, judged.
struct OddsCase
{
    int year = 0;
    int after = 0; // round
    std::array<season::EndScores, LooksAheadCount> of;
};

// How good the title odds and the final points were: of all seasons since 2010 that are over, after rounds 1,
// 5, 10 and 15. Computed from what was known after each; nothing of it is stored.
struct OddsReview
{
    std::vector<OddsCase> cases; // by season and round
};

// records: all known at this moment, in time order. A season with a race that is hidden is left out. Runs on
// any thread. Errors: Cancelled.
Result<OddsReview> reviewOdds(const std::vector<RaceRecord>& records, const QDateTime& now,
                              const HiddenRaces& hidden, const Progress& progress);

// Means over the cases of these seasons, after that round or after all of them.
struct OddsSummary
{
    int from = 0;
    int to = 0;
    std::optional<int> after;
    int seasons = 0;
    int cases = 0;
    std::array<season::EndScores, LooksAheadCount> of; // means of the scores, sums of the ranges
    // Model minus last ten, bootstrapped over seasons; nothing for a single season.
    std::optional<evaluation::Interval> titleDifference, crpsDifference;
};

// Two spans, the seasons that the model was chosen on and those since: of each all rounds, then each round.
// Without what there is no case of.
std::vector<OddsSummary> summaries(const OddsReview& review);

} // namespace parcferme

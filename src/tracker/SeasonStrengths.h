#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "domain/Race.h"
#include "season/Origin.h"

#include <map>
#include <vector>

namespace parcferme {

// A lineup and what the predictor expects of it in each race to come.
struct SeasonStrength
{
    std::vector<season::Starter> lineup;
    double sigma = 0; // of a race around Starter::mu
};

// The bridge between predictor and simulation: walks through all races known at this moment, and after each
// of these years asks a copy of the model for a forecast of stage `nothing` of the next one. By year and
// round; round 0 is before the first, with the field of that race, or of the race before while it is not
// known. Rounds at which the model cannot forecast yet are missing. Errors: Cancelled.
using SeasonRound = std::pair<int, int>;
Result<std::map<SeasonRound, SeasonStrength>> seasonStrengths(const std::vector<RaceRecord>& records,
                                                              int from, int to, const QDateTime& now,
                                                              const Progress& progress);

// What a simulation of the rest starts from, after that round.
season::Origin originOf(SeasonRound after, const SeasonStrength& strength, const season::Standings& drivers,
                        const season::Standings& teams);

// Of the simulation's variances: wider from 2026 on, as teams develop more within a season.
double varianceScale(int year);

} // namespace parcferme

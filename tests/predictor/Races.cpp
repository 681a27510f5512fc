#include "Races.h"

#include <cstdio>

namespace parcferme::test {

using namespace predictor;

EntryFacts entry(const std::string& driver, const std::string& team, int position)
{
    EntryFacts facts;
    facts.driver = driver;
    facts.team = team;
    facts.qualifyingPosition = position;
    facts.qualifyingMs = {80000 + 100 * position, std::nullopt, std::nullopt};
    facts.grid = position;
    return facts;
}

EntryResult finished(int position)
{
    return {.position = position,
            .classification = Classification::Classified,
            .status = "Finished",
            .laps = 60,
            .time = 5400.0 + 5 * (position - 1)};
}

EntryResult retired(int position, const std::string& reason)
{
    return {.position = position,
            .classification = Classification::Retired,
            .status = reason,
            .laps = 10,
            .time = std::nullopt};
}

RaceFacts race(int season, int round, int n)
{
    RaceFacts facts;
    facts.season = season;
    facts.round = round;
    facts.name = "Test Grand Prix";
    facts.circuit = "test";
    facts.lapsPlanned = 60;
    facts.courseKm = 5.0;
    for (int position = 1; position <= n; ++position) {
        char driver[16];
        char team[16];
        std::snprintf(driver, sizeof driver, "d%02d", position);
        std::snprintf(team, sizeof team, "t%d", (position + 1) / 2);
        EntryFacts car = entry(driver, team, position);
        car.result = finished(position);
        facts.entries.push_back(car);
    }
    return facts;
}

} // namespace parcferme::test

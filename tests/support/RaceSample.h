#pragma once

#include "domain/Race.h"
#include "support/Utc.h"

// Short ways to write down races and results in tests.
namespace parcferme::sample {

inline Race race(RaceId id, int round, const char* circuit, const char* start)
{
    Race race;
    race.id = id;
    race.year = 2026;
    race.round = round;
    race.name = QString::fromLatin1(circuit) + QStringLiteral(" Grand Prix");
    race.circuit = QString::fromLatin1(circuit);
    race.start = test::utc(start);
    race.eventDate = race.start->date();
    race.qualifyingStart = race.start->addSecs(-23 * 3600);
    return race;
}

inline ResultRow row(int position, const char* driver, double time, double points = 0)
{
    ResultRow row;
    row.position = position;
    row.driver = QString::fromLatin1(driver);
    row.team = QStringLiteral("team");
    row.status = QStringLiteral("Finished");
    row.laps = 50;
    row.time = time;
    row.points = points;
    return row;
}

} // namespace parcferme::sample

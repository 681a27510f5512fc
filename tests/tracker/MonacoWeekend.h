#pragma once

#include "TrackerFixture.h"

// Monaco 2026, which the facts of the tests do not know yet: what a source publishes of it, step by step.
namespace parcferme::weekend {

inline Race monaco(TrackerFixture& f)
{
    return f.tracker->findRace(2026, QStringLiteral("Monaco")).value();
}

inline void publishCalendar(TrackerFixture& f)
{
    f.source->races.clear();
    const auto races = f.tracker->races(2026);
    for (const RaceOverview& overview : *races)
        f.source->races.push_back({overview.race, f.tracker->details(overview.race.id)->circuit});
}

// The field of round 5, in its order.
inline void publishQualifying(TrackerFixture& f)
{
    const Race race = monaco(f);
    const RaceDetails before =
        f.tracker->details(f.tracker->findRace(2026, QStringLiteral("5")).value().id).value();
    SessionRows<QualifyingRow> session{2026, race.round, race.circuit, race.eventDate, {}};
    int position = 0;
    for (const ResultRow& row : before.revisions.back().rows) {
        ++position;
        session.rows.push_back({row.driver, row.team, row.number, position, 72000 + 90 * position, {}, {}});
    }
    f.source->qualifyings = {session};
}

inline void publishResult(TrackerFixture& f)
{
    const Race race = monaco(f);
    SessionRows<ResultRow> session{2026, race.round, race.circuit, race.eventDate, {}};
    for (const QualifyingRow& row : f.source->qualifyings.front().rows) {
        ResultRow result = sample::row(*row.position, "", 6000.0 + 4.0 * *row.position, 26 - *row.position);
        result.driver = row.driver;
        result.team = row.team;
        result.grid = row.position;
        session.rows.push_back(result);
    }
    f.source->resultSessions = {session};
}

} // namespace parcferme::weekend

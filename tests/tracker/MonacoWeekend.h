#pragma once

#include "TrackerFixture.h"
#include "support/MonacoFacts.h"

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
    const SessionRows<QualifyingRow> session{2026, race.round, race.circuit, race.eventDate,
                                             published::qualifying(before.revisions.back().rows)};
    f.source->qualifyings = {session};
}

inline void publishResult(TrackerFixture& f)
{
    const Race race = monaco(f);
    const SessionRows<ResultRow> session{2026, race.round, race.circuit, race.eventDate,
                                         published::result(f.source->qualifyings.front().rows)};
    f.source->resultSessions = {session};
}

} // namespace parcferme::weekend

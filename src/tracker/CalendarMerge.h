#pragma once

#include "domain/Race.h"
#include "source/DataSource.h"

#include <QStringList>

namespace parcferme {

// What a fetched calendar changes in the stored one. A race is season + circuit + date near, never its round.
struct CalendarChange
{
    std::vector<Race> updated; // stored races with what the source says now; ids kept
    std::vector<CalendarRace> added;
    std::vector<Race> cancelled; // no longer in the calendar
    QStringList notices;         // for people: moved, cancelled, renumbered, new
};

// stored, fetched: one season. Same circuit and date first, then the nearest within 60 days, one to one. Only
// what the source knows overwrites (a missing time never removes a known one). A completed race is never
// cancelled; an empty fetched calendar changes nothing. saysAll: what is missing in it is no longer planned.
CalendarChange mergeCalendar(const std::vector<Race>& stored, const DataSource::Calendar& fetched,
                             bool saysAll = true);

// The stored race that a session of the source belongs to, by the rule of matchRaces(); null for none.
const Race* raceOfSession(const std::vector<Race>& stored, int season, const QString& circuit,
                          const QDate& date);

} // namespace parcferme

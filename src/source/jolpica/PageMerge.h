#pragma once

#include "source/jolpica/JolpicaPage.h"

namespace parcferme {

// The races of a list, and what was odd about it.
template <typename Value>
struct Merged
{
    Value races;
    Oddities odd;
};

// Pages of one list, in order, to its complete races: a race that a page cut is put together by (season,
// round), a driver who comes twice is kept once. `named` are those of all pages. Whatever does not fit costs
// the races that it is about, and no other: rows that are missing, pages that contradict each other about a
// race.
Merged<std::vector<CalendarRace>> mergeCalendarPages(std::vector<CalendarPage> pages);
Merged<std::vector<SessionRows<QualifyingRow>>> mergeQualifyingPages(std::vector<QualifyingPage> pages);
// Of races and of sprints (see ResultOrder).
Merged<std::vector<SessionRows<ResultRow>>> mergeResultPages(std::vector<ResultPage> pages);

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "source/jolpica/JolpicaPage.h"

namespace parcferme {

// Pages of one list, in order, to its complete races: a race that a page cut is put together by (season,
// round), a driver who comes twice is kept once. `named` are those of all pages. Errors: Data, when rows are
// missing, two drivers share a place, or pages contradict each other about a race.
Result<std::vector<CalendarRace>> mergeCalendarPages(std::vector<CalendarPage> pages);
Result<std::vector<SessionRows<QualifyingRow>>> mergeQualifyingPages(std::vector<QualifyingPage> pages);
// Of races and of sprints. Here every place from 1 on must be there. Times are kept for classified cars on
// the winner's lap only: since 2023 the source gives times to lapped cars too.
Result<std::vector<SessionRows<ResultRow>>> mergeResultPages(std::vector<ResultPage> pages);

} // namespace parcferme

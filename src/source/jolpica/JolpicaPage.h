#pragma once

#include "source/SourceValues.h"

namespace parcferme {

// One driver's line of a race's or sprint's result before the session is complete: whether a time counts is
// only known beside the winner's line, which may stand on the page before.
struct ResultLine
{
    ResultRow row;            // row.time still empty
    std::optional<int> total; // milliseconds from lights to flag
    std::optional<int> gap;   // milliseconds behind the winner
};

// How a list is cut into pages, as the source echoes it.
struct PageHeader
{
    int limit = 0;  // rows a page may have: the step to the next
    int offset = 0; // of this page's first row
    int total = 0;  // rows of the whole list
    int rows = 0;   // rows that this page has, before any are dropped

    bool last() const { return offset + limit >= total; }
};

// One page of a list. Item is CalendarRace, or SessionRows of a line; a race may go on on the next page.
template <typename Item>
struct JolpicaPage
{
    PageHeader header;
    std::vector<Item> items;
    Named named;
};

using CalendarPage = JolpicaPage<CalendarRace>;
using QualifyingPage = JolpicaPage<SessionRows<QualifyingRow>>;
using ResultPage = JolpicaPage<SessionRows<ResultLine>>;

} // namespace parcferme

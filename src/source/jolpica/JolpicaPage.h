#pragma once

#include "source/SourceValues.h"

#include <algorithm>

namespace parcferme {

// One driver's line of a race's or sprint's result before the session is complete: whether a time counts is
// only known beside the winner's line, which may stand on the page before.
struct ResultLine
{
    ResultRow row;            // row.time still empty
    std::optional<int> total; // milliseconds from lights to flag
    std::optional<int> gap;   // milliseconds behind the winner
    bool pointsSaid = true;   // false: the source has none that can be read, and row.points is 0
};

// What a page has of one race's session. Where it cannot be used, `refused` says why: then season and round
// may be 0, and rows missing.
template <typename Row>
struct SessionPart : SessionRows<Row>
{
    QString refused = {};
};

// How a list is cut into pages, as the source echoes it.
struct PageHeader
{
    int limit = 0;         // rows a page may have: the step to the next
    int offset = 0;        // of this page's first row
    int total = 0;         // rows of the whole list
    int rows = 0;          // rows that this page has, before any are dropped
    bool rowsKnown = true; // false: some list on it cannot be read, and its rows are not counted

    bool last() const { return offset + limit >= total; }
    bool isShort() const { return rowsKnown && rows < std::min(limit, total - offset); }
};

// A race of a calendar page; where it cannot be used, `refused` says why.
struct CalendarPart : CalendarRace
{
    QString refused = {};
};

// One page of a list. Item is CalendarPart, or a SessionPart; a race may go on on the next page.
template <typename Item>
struct JolpicaPage
{
    PageHeader header;
    std::vector<Item> items;
    DriversAndTeams named;
    QStringList notes; // fields that could not be read and were left out

    bool anyRefused() const
    {
        return std::any_of(items.begin(), items.end(),
                           [](const Item& item) { return !item.refused.isEmpty(); });
    }
};

using CalendarPage = JolpicaPage<CalendarPart>;
using QualifyingPage = JolpicaPage<SessionPart<QualifyingRow>>;
using ResultPage = JolpicaPage<SessionPart<ResultLine>>;

} // namespace parcferme

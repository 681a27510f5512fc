#pragma once

#include "core/Sentence.h"
#include "source/CachePolicy.h"
#include "source/DataSource.h"
#include "source/jolpica/JolpicaPage.h"

#include <algorithm>

namespace parcferme {

inline int seasonOf(const CalendarRace& race)
{
    return race.race.year;
}
inline int roundOf(const CalendarRace& race)
{
    return race.race.round;
}
inline QDate dateOf(const CalendarRace& race)
{
    return race.race.eventDate;
}
template <typename Row>
int seasonOf(const SessionRows<Row>& session)
{
    return session.season;
}
template <typename Row>
int roundOf(const SessionRows<Row>& session)
{
    return session.round;
}
template <typename Row>
QDate dateOf(const SessionRows<Row>& session)
{
    return session.date;
}

// A page must be what was asked for, or a confused server or proxy could swap seasons. Errors: Data.
template <typename Item>
Status checkAsked(const JolpicaPage<Item>& page, const DataSource::Query& query, int offset)
{
    constexpr int MostPages = 50;
    for (const Item& item : page.items)
        if (seasonOf(item) != 0 && // a refused race may not say which it is
            (seasonOf(item) != query.season || (query.round && roundOf(item) != *query.round)))
            return fail(ErrorCode::Data,
                        Sentence::tr("The source answered with round %1 of %2, asked for %3 of %4.")
                            .arg(roundOf(item))
                            .arg(seasonOf(item))
                            .arg(query.round ? Sentence::tr("round %1").arg(*query.round)
                                             : Sentence::tr("the season"))
                            .arg(query.season));
    if (page.header.offset != offset)
        return fail(ErrorCode::Data, Sentence::tr("The source answered with rows from %1 on, asked for %2.")
                                         .arg(page.header.offset)
                                         .arg(offset));
    if (page.header.total > page.header.limit * MostPages)
        return fail(ErrorCode::Data,
                    Sentence::tr("The source cuts its list into more than %1 pages.").arg(MostPages));
    return {};
}

// What decides how long a page keeps. inEverySeason: an empty list of a finished season is an omission; where
// it is not, it is a fact (seasons without a sprint).
template <typename Item>
CacheSubject subjectOf(const JolpicaPage<Item>& page, const DataSource::Query& query, bool calendar,
                       bool inEverySeason)
{
    CacheSubject subject;
    subject.calendar = calendar;
    // What was refused may soon be put right.
    const bool whole = !page.anyRefused() && !page.header.isShort();
    subject.final = query.final && whole;
    subject.empty = page.header.total == 0;
    subject.mayBeEmpty = !inEverySeason;
    subject.open = !whole || (!query.round && page.header.last());
    for (const Item& item : page.items)
        if (dateOf(item).isValid())
            subject.newestRace = std::max(subject.newestRace.value_or(dateOf(item)), dateOf(item));
    return subject;
}

} // namespace parcferme

#pragma once

#include "source/HttpHeaders.h"

#include <QDate>

namespace parcferme {

// What an answer is about, as far as its age matters.
struct CacheSubject
{
    bool calendar = false;           // else results, qualifying or sprints
    bool final = false;              // the season is over
    bool empty = false;              // no rows: nothing is published yet
    bool open = false;               // the last page of a list that still grows
    std::optional<QDate> newestRace; // date of the newest race that has rows in it
    bool mayBeEmpty = false;         // of a season that is over: no rows are right (there was no sprint)
};

// How long an answer need not be asked for again: a finished season 30 days; the calendar 6 hours; what is
// missing, still grows, or is of a race less than 14 days old an hour; older races do not change any more and
// keep for 30 days. The source's own max-age (less the time that the answer already lay in a cache on the
// way, `age`) can lengthen that; no-cache and a max-age of 0 end it.
std::chrono::seconds cacheLifetime(const CacheSubject& subject, const CacheControl& control,
                                   std::chrono::seconds age, const QDate& today);

} // namespace parcferme

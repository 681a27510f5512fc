#pragma once

#include "source/HttpHeaders.h"

#include <QDate>

namespace parcferme {

// What an answer is about, as far as its age matters.
struct CacheSubject
{
    bool calendar = false;           // else results, qualifying or sprints
    bool final = false;              // of a season that is over
    bool empty = false;              // nothing published yet
    bool open = false;               // the end of a list that still grows
    std::optional<QDate> newestRace; // that the answer has rows of
    bool mayBeEmpty = false;         // for good: there were seasons without a sprint
};

// How long an answer need not be asked for again: a finished season 30 days; the calendar 6 hours; what is
// missing, still grows, or is of a race less than 14 days old an hour; older races do not change any more and
// keep for 30 days. The source's own max-age (less the time that the answer already lay in a cache on the
// way, `age`) can lengthen that; no-cache and a max-age of 0 end it.
std::chrono::seconds cacheLifetime(const CacheSubject& subject, const CacheControl& control,
                                   std::chrono::seconds age, const QDate& today);

} // namespace parcferme

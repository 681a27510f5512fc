#include "source/CachePolicy.h"

#include <algorithm>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds Settled = 30 * 24h;
constexpr std::chrono::seconds Running = 7 * 24h; // old races of a running season: corrected months later
constexpr std::chrono::seconds Calendar = 6h;
constexpr std::chrono::seconds Moving = 1h;
constexpr qint64 CorrectedForDays = 14;

std::chrono::seconds ruleOf(const CacheSubject& subject, const QDate& today)
{
    if (subject.final && (!subject.empty || subject.mayBeEmpty))
        return Settled;
    if (subject.calendar)
        return Calendar;
    const bool recent = !subject.newestRace || subject.newestRace->daysTo(today) < CorrectedForDays;
    return subject.empty || subject.open || recent ? Moving : Running;
}

} // namespace

std::chrono::seconds cacheLifetime(const CacheSubject& subject, const CacheControl& control,
                                   std::chrono::seconds age, const QDate& today)
{
    if (control.noCache || control.noStore || control.maxAge == 0s)
        return 0s;
    const std::chrono::seconds granted = control.maxAge.value_or(0s) - age;
    return std::max(ruleOf(subject, today), std::min(granted, Settled));
}

} // namespace parcferme

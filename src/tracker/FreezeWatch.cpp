#include "tracker/FreezeWatch.h"

#include "tracker/FreezeRules.h"
#include "tracker/StartingOrder.h"

namespace parcferme {

FreezeWatch::FreezeWatch(Database& database, const Clock& clock, const Settings& settings)
    : database_(database), clock_(clock), settings_(settings), races_(database), notes_(database)
{
}

Status FreezeWatch::noteOpenWindows()
{
    const QDateTime now = clock_.now();
    const auto races = races_.ofYear(now.date().year());
    if (!races)
        return tl::unexpected(races.error());
    for (const Race& race : *races)
        for (const Session session : {Session::Sprint, Session::Race})
            if (auto status = noteOpenWindow(race, session, now); !status)
                return status;
    return {};
}

Status FreezeWatch::noteOpenWindow(const Race& race, Session session, const QDateTime& now)
{
    constexpr int DaysAhead = 7; // no window is longer
    const QDateTime start = race.startOrDate(session);
    if (start <= now || start > now.addDays(DaysAhead) || (session == Session::Sprint && !race.hasSprint()))
        return {};
    const auto ready = hasStartingOrder(database_, race, session, now);
    if (!ready)
        return tl::unexpected(ready.error());
    const FreezeWindow window =
        freezeWindow(race, session, *ready, settings_.freezePolicy, settings_.freezeLeadMinutes, now);
    return window.open ? notes_.noteSeen(race, session) : Status();
}

Result<bool> FreezeWatch::noteMissed(const Race& race, Session session, ChangeSet& changes)
{
    if (auto status = notes_.noteSeen(race, session); !status)
        return tl::unexpected(status.error());
    const auto news = notes_.noteMissed(race, session);
    if (news && *news)
        changes.races.insert(race.id);
    return news;
}

} // namespace parcferme

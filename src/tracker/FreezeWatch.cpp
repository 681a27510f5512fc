#include "tracker/FreezeWatch.h"

#include "tracker/FreezeRules.h"

namespace parcferme {

FreezeWatch::FreezeWatch(Database& database, const Clock& clock, const Settings& settings)
    : clock_(clock), settings_(settings), races_(database), sessions_(database), notes_(database)
{
}

Status FreezeWatch::noteOpenWindows()
{
    constexpr int DaysAhead = 7; // no window is longer
    const QDateTime now = clock_.now();
    const auto races = races_.ofYear(now.date().year());
    if (!races)
        return tl::unexpected(races.error());
    for (const Race& race : *races) {
        if (race.startOrDate() <= now || race.startOrDate() > now.addDays(DaysAhead))
            continue;
        const auto qualifying = sessions_.qualifying(race.id);
        if (!qualifying)
            return tl::unexpected(qualifying.error());
        const FreezeWindow window = freezeWindow(race, !qualifying->rows.empty(), settings_.freezePolicy,
                                                 settings_.freezeLeadMinutes, now);
        if (!window.open)
            continue;
        if (auto status = notes_.noteSeen(race); !status)
            return status;
    }
    return {};
}

Result<bool> FreezeWatch::noteMissed(const Race& race, ChangeSet& changes)
{
    if (auto status = notes_.noteSeen(race); !status)
        return tl::unexpected(status.error());
    const auto news = notes_.noteMissed(race);
    if (news && *news)
        changes.races.insert(race.id);
    return news;
}

} // namespace parcferme

#include "tracker/FreezeSchedule.h"

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

constexpr std::array CalendarReadMinutes = {24 * 60, 6 * 60, 3 * 60, 60, 10}; // before a start

} // namespace

bool FreezeSchedule::wantsCalendar(const std::vector<RaceOverview>& races, const QDateTime& now,
                                   bool drafts) const
{
    if (!autoFreeze_ && !drafts)
        return false;
    return std::ranges::any_of(races, [&](const RaceOverview& race) {
        const QDateTime start = race.start();
        if (race.race.status == RaceStatus::Cancelled || start <= now)
            return false;
        return std::ranges::any_of(CalendarReadMinutes, [&](int minutes) {
            const QDateTime mark = start.addSecs(-60LL * minutes);
            return mark <= now && (!lastLook_ || *lastLook_ < mark);
        });
    });
}

FreezeSchedule::Step FreezeSchedule::at(const std::vector<RaceOverview>& races, const QDateTime& now)
{
    Step step;
    for (const RaceOverview& race : races) {
        if (isDue(race, now)) {
            step.due.push_back(race);
            lastTry_[race.of()] = now;
        } else if (isMissed(race, now)) {
            step.missed.push_back(race);
        }
    }
    lastLook_ = now;
    return step;
}

bool FreezeSchedule::isDue(const RaceOverview& race, const QDateTime& now) const
{
    const bool unfrozen = race.state == RaceState::Scheduled || race.state == RaceState::WindowOpen;
    const bool begun = race.window.open || (race.window.opens && *race.window.opens <= now);
    if (!autoFreeze_ || !unfrozen || !begun || now >= race.start())
        return false;
    const auto tried = lastTry_.find(race.of());
    return tried == lastTry_.end() || tried->second.addSecs(60LL * RetryMinutes) <= now;
}

bool FreezeSchedule::isMissed(const RaceOverview& race, const QDateTime& now) const
{
    if (race.state == RaceState::Missed)
        return true;
    // Asleep, or without a network, over the whole window: what was to be frozen by itself was not.
    const QDateTime start = race.start();
    const bool unpredicted = race.state == RaceState::NotFetched || race.state == RaceState::NotPredicted;
    return autoFreeze_ && unpredicted && race.window.opens && lastLook_ && *lastLook_ < start && start <= now;
}

} // namespace parcferme

#pragma once

#include "tracker/Views.h"

#include <map>

namespace parcferme {

// When auto-freeze acts: at every look it is told the races and the present, and says what is to be done. It
// knows the wall clock only from the looks, so that a sleep of the machine is nothing but a long time between
// two.
class FreezeSchedule
{
public:
    // After a try that froze nothing: no classification yet, no network. The source's cache decides whether a
    // request goes out, so that a look within its hour costs nothing.
    static constexpr int RetryMinutes = 5;

    explicit FreezeSchedule(bool autoFreeze) : autoFreeze_(autoFreeze) {}

    struct Step
    {
        std::vector<RaceOverview> due;    // to be frozen now, or looked whether it can be
        std::vector<RaceOverview> missed; // the window has closed, the program was there, nothing was frozen
    };

    // Before a look: whether the calendar is to be read again first, since starts move, earlier too. A day,
    // six, three, one hour and ten minutes before a start, and when the program starts within a day of one.
    // drafts: there are picks that wait for a start, whether or not predictions do.
    bool wantsCalendar(const std::vector<RaceOverview>& races, const QDateTime& now,
                       bool drafts = false) const;

    // races: every session of one season (see sessionsOf()); now: the present, never before
    // the one of the last look.
    Step at(const std::vector<RaceOverview>& races, const QDateTime& now);

private:
    bool isDue(const RaceOverview& race, const QDateTime& now) const;
    bool isMissed(const RaceOverview& race, const QDateTime& now) const;

    bool autoFreeze_;
    std::optional<QDateTime> lastLook_;
    std::map<SessionKey, QDateTime> lastTry_;
};

} // namespace parcferme

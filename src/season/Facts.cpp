#include "season/Facts.h"

#include <algorithm>
#include <set>
#include <utility>

namespace parcferme::season {

std::vector<Event> eventsLeft(const SeasonFacts& facts, int afterRound)
{
    std::set<std::pair<int, Session>> run;
    for (const ResultRow& row : facts.rows) {
        if (row.round <= afterRound)
            run.emplace(row.round, row.session);
    }
    std::vector<Weekend> calendar = facts.calendar;
    std::ranges::sort(calendar, {}, &Weekend::round);
    std::vector<Event> left;
    for (const Weekend& weekend : calendar) {
        const bool last = weekend.round == calendar.back().round;
        if (weekend.sprint && !run.contains({weekend.round, Session::Sprint}))
            left.push_back({weekend.round, Session::Sprint, last});
        if (!run.contains({weekend.round, Session::Race}))
            left.push_back({weekend.round, Session::Race, last});
    }
    return left;
}

} // namespace parcferme::season

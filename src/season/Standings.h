#pragma once

#include "season/Contest.h"
#include "season/Facts.h"
#include "season/TeamDecisions.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parcferme::season {

// A driver's or team's line of a table.
struct Standing
{
    std::string id;   // driver: the source's id; team: the id it is counted under (SeasonFacts::lineage)
    std::string team; // id of the source: the driver's team, the team's name, in his newest row
    std::vector<std::string> teams; // all of these in the season, in the order of their first race
    int position = 0; // from 1, shared by those whom nothing tells apart; 0 = shut out, or no result yet
    // Places won (+) or lost since the race before; none: there was no table, or he was not in it.
    std::optional<int> moved;
    double points = 0;
    int wins = 0; // Grands Prix only, as are podiums
    int podiums = 0;
    Countback places;
    bool shutOut = false; // by a ruling: no position, no points, cannot win
    Contest contest;
};

struct Standings
{
    int round = 0;               // up to and with this round; 0 = before the first
    std::vector<Standing> lines; // best first; equal ones by id
    PointsLeft left;
    bool decided = false; // the first line's contest.champion
};

// The tables after a round, of races and sprints, from the rows up to it; nothing later is looked at. What
// has no rows up to it counts as to come. The rows must be those of one season; a driver has at most one per
// event.
Standings driverStandings(const SeasonFacts& facts, int afterRound);
Standings teamStandings(const SeasonFacts& facts, int afterRound,
                        std::span<const TeamDecision> decisions = teamDecisions());

} // namespace parcferme::season

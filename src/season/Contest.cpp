#include "season/Contest.h"

#include <cmath>

namespace parcferme::season {

namespace {

int mostLeft(int season, std::span<const Event> left, Contestants contestants)
{
    const PointsLeft points = pointsLeft(season, left);
    return contestants == Contestants::Drivers ? points.driver : points.team;
}

// His places if he wins all Grands Prix that are left.
Countback atBest(Countback places, int races, Contestants contestants)
{
    places.add(1, true, races);
    if (contestants == Contestants::Teams)
        places.add(2, true, races);
    return places;
}

bool winsTieAtBest(int season, const Score& rival, const Score& leader, std::span<const Event> left,
                   Contestants contestants)
{
    const Countback best = atBest(rival.places, pointsLeft(season, left).races, contestants);
    return best.compareFirst(leader.places, static_cast<int>(racePoints(season).size())) >= 0;
}

} // namespace

bool canOvertake(int season, const Score& rival, const Score& leader, std::span<const Event> left,
                 Contestants contestants)
{
    if (left.empty())
        return false;
    const double reach = rival.points + mostLeft(season, left, contestants);
    if (reach != leader.points)
        return reach > leader.points;
    return winsTieAtBest(season, rival, leader, left, contestants);
}

double pointsNeeded(int season, const Score& rival, const Score& leader, std::span<const Event> left,
                    Contestants contestants)
{
    const double lead = leader.points - rival.points;
    // Points to come are whole ones: with half a point between the two, a tie is not possible.
    if (std::floor(lead) != lead)
        return std::floor(lead) + 1;
    const bool betterNow = rival.places > leader.places;
    const bool mustWinAll = lead == mostLeft(season, left, contestants);
    return betterNow || mustWinAll ? lead : lead + 1;
}

} // namespace parcferme::season

#pragma once

#include "season/Countback.h"
#include "season/PointsRules.h"

#include <optional>
#include <span>
#include <string>

namespace parcferme::season {

// Who competes for a title.
enum class Contestants { Drivers, Teams };

// "N more points than this rival", who leads.
struct Needs
{
    double points = 0;
    std::string than; // id

    bool operator==(const Needs&) const = default;
};

// What arithmetic alone says of a title; which of the fields is set says which words fit.
struct Contest
{
    bool canWin = true;            // false: cannot be champion any more
    bool champion = false;         // nobody else can be
    std::optional<int> since;      // the champion's: the round after which it was certain
    std::optional<double> leadsBy; // the leader's lead over the second; 0 where only the countback decides
    std::optional<Needs> needs;    // set for everybody who can win and does not lead

    bool operator==(const Contest&) const = default;
};

// Points and places of one side.
struct Score
{
    double points = 0;
    Countback places;
};

// Whether `rival` would be ahead of `leader`, or level on all places that score, if from now on he wins
// everything that is left (a team: with its second car in second place) and the leader scores nothing more.
bool canOvertake(int season, const Score& rival, const Score& leader, std::span<const Event> left,
                 Contestants contestants);

// How many points more than the leader he needs: one more than the lead, or the lead itself where level
// points are enough, because his places are the better ones now or would be if he had to win all that is
// left.
double pointsNeeded(int season, const Score& rival, const Score& leader, std::span<const Event> left,
                    Contestants contestants);

} // namespace parcferme::season

#pragma once

#include "season/Contest.h"
#include "season/Outcomes.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parcferme::season {

// Points: mean and 10, 50, 90 % points, of n simulations the sorted sample's number ceil(q n).
struct Spread
{
    double mean = 0;
    double low = 0;
    double median = 0;
    double high = 0;

    bool operator==(const Spread&) const = default;
};

// That number, from 1: in tenths, so that ceil(q n) is exact.
constexpr std::int64_t quantileNumber(std::int64_t tenths, std::int64_t simulations)
{
    return (tenths * simulations + 9) / 10;
}

// What is expected of a driver or team at the season's end.
struct Expectation
{
    std::string id;
    std::string team;  // a driver's, as in Starter::team; empty for a team, and for who is not in the lineup
    double points = 0; // now
    Spread final;
    double wins = 0;   // mean, those of now included
    double pTitle = 0; // share of simulations in which he is champion
    double pTopThree = 0;

    bool operator==(const Expectation&) const = default;
};

// Drivers and teams in the order of Outcomes::drivers() and teams(). In a simulation the champion has the
// most points; drivers level on points: the most wins; level still, and teams: the first in that order. Who
// is shut out is behind all others.
struct SeasonOutlook
{
    std::size_t simulations = 0;
    std::vector<Expectation> drivers;
    std::vector<Expectation> teams;

    bool operator==(const SeasonOutlook&) const = default;
};

// Numbers of simulations.
using Selection = std::vector<std::uint32_t>;
Selection allOf(const Outcomes& outcomes);

// Counted from all simulations, or from these; without any, nothing but names and points now.
SeasonOutlook outlook(const Outcomes& outcomes);
SeasonOutlook outlook(const Outcomes& outcomes, const Selection& simulations);

// Points after each weekend to come.
struct PathPoint
{
    int round = 0;
    Spread points;

    bool operator==(const PathPoint&) const = default;
};

// From here to the end for one driver or team: index into Outcomes::drivers() or teams().
std::vector<PathPoint> path(const Outcomes& outcomes, Contestants contestants, std::size_t index);
// The same for all of them, in one pass over the simulations.
std::vector<std::vector<PathPoint>> paths(const Outcomes& outcomes, Contestants contestants);

} // namespace parcferme::season

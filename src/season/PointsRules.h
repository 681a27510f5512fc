#pragma once

#include "season/Facts.h"

#include <span>
#include <vector>

namespace parcferme::season {

// Points of a Grand Prix by place, from the first on. Seasons before 1991 are counted as 1991.
std::span<const int> racePoints(int season);

// Points of a sprint by place; none before 2021.
std::span<const int> sprintPoints(int season);

// Whether the fastest lap of a Grand Prix gives a point to a driver of the first ten: 2019 to 2024.
bool fastestLapPoint(int season);

// How often the table counts: 2 in the last Grand Prix of 2014, else 1.
int pointsFactor(int season, const Event& event);

// Points of an event by place with all of the season's rules but the fastest lap; the rest scores nothing.
std::vector<int> pointsByPlace(int season, const Event& event);

// The most that one driver, and one team with its two cars, can score in an event.
int mostForDriver(int season, const Event& event);
int mostForTeam(int season, const Event& event);

// What is still to be had. Half points of a race that is stopped early cannot be foreseen.
struct PointsLeft
{
    int races = 0;
    int sprints = 0;
    int driver = 0; // points one driver can still score
    int team = 0;   // points one team can still score

    bool operator==(const PointsLeft&) const = default;
};
PointsLeft pointsLeft(int season, std::span<const Event> left);

} // namespace parcferme::season

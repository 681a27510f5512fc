#include "season/PointsRules.h"

#include <array>
#include <cstddef>

namespace parcferme::season {

namespace {

constexpr std::array RaceUntil2002 = {10, 6, 4, 3, 2, 1};
constexpr std::array RaceUntil2009 = {10, 8, 6, 5, 4, 3, 2, 1};
constexpr std::array RaceFrom2010 = {25, 18, 15, 12, 10, 8, 6, 4, 2, 1};
constexpr std::array SprintOf2021 = {3, 2, 1};
constexpr std::array SprintFrom2022 = {8, 7, 6, 5, 4, 3, 2, 1};

constexpr int CarsOfATeam = 2;

int most(int season, const Event& event, int cars)
{
    const std::vector<int> points = pointsByPlace(season, event);
    int sum = event.session == Session::Race && fastestLapPoint(season) ? 1 : 0;
    for (std::size_t place = 0; place < points.size() && place < static_cast<std::size_t>(cars); ++place)
        sum += points[place];
    return sum;
}

} // namespace

std::span<const int> racePoints(int season)
{
    if (season >= 2010)
        return RaceFrom2010;
    if (season >= 2003)
        return RaceUntil2009;
    return RaceUntil2002;
}

std::span<const int> sprintPoints(int season)
{
    if (season >= 2022)
        return SprintFrom2022;
    if (season == 2021)
        return SprintOf2021;
    return {};
}

bool fastestLapPoint(int season)
{
    return season >= 2019 && season <= 2024;
}

int pointsFactor(int season, const Event& event)
{
    return season == 2014 && event.last && event.session == Session::Race ? 2 : 1;
}

std::vector<int> pointsByPlace(int season, const Event& event)
{
    const auto table = event.session == Session::Race ? racePoints(season) : sprintPoints(season);
    std::vector<int> points(table.begin(), table.end());
    for (int& value : points)
        value *= pointsFactor(season, event);
    return points;
}

int mostForDriver(int season, const Event& event)
{
    return most(season, event, 1);
}

int mostForTeam(int season, const Event& event)
{
    return most(season, event, CarsOfATeam);
}

PointsLeft pointsLeft(int season, std::span<const Event> left)
{
    PointsLeft sum;
    for (const Event& event : left) {
        ++(event.session == Session::Race ? sum.races : sum.sprints);
        sum.driver += mostForDriver(season, event);
        sum.team += mostForTeam(season, event);
    }
    return sum;
}

} // namespace parcferme::season

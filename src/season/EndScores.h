#pragma once

#include "season/Outcomes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace parcferme::season {

// What is said of the drivers' table at a season's end, in one order of drivers.
struct SaidEnd
{
    std::vector<std::vector<double>> points; // final ones: of each driver, those of every simulation
    std::vector<double> pTitle;
};

// As the simulated season says it; drivers as in Outcomes::drivers().
SaidEnd saidEnd(const Outcomes& outcomes);

// As it comes when everybody keeps his rate: to what he has, for each weekend left one of these weekends'
// points is added, drawn at random. The champion of a simulation has the most points; level: the first. now,
// weekends: of each driver; without a weekend he gains nothing. The same arguments give the same numbers.
SaidEnd keptRate(const std::vector<double>& now, const std::vector<std::vector<double>>& weekends,
                 std::size_t weekendsLeft, std::size_t simulations, std::uint64_t seed = 2);

// What became of it, in the same order of drivers.
struct ActualEnd
{
    std::vector<double> now;    // when it was said
    std::vector<double> points; // at the end
    std::optional<std::size_t> champion;
    std::vector<bool> drove; // in the last race
};

struct EndScores
{
    double titleLogLoss = 0; // of the champion's chance, which counts as at least 0.001
    double crps = 0;         // continuous ranked probability score of the points, mean over drivers
    // 80 % ranges of who drove in the last race and had or could have 5 points to come, and how many held.
    int ranges = 0;
    int held = 0;

    bool operator==(const EndScores&) const = default;
};

EndScores scoresOf(const SaidEnd& said, const ActualEnd& actual);

} // namespace parcferme::season

#pragma once

#include <optional>

namespace parcferme::evaluation {

// Scores of one forecast of one race, over its n starters. A score that does not exist is empty.
struct Scores
{
    int starters = 0;
    double positionMae = 0;
    std::optional<double> positionMaeClassified;
    std::optional<double> timeMaeSeconds;
    std::optional<double> timeMaeSecondsNotStopped; // the same; none where the race looks stopped
    std::optional<double> gapMaeSeconds;
    std::optional<double> gapDistanceSeconds; // to the gap, of a lapped car to its lap
    std::optional<double> gapCoverage80;      // share of gaps in their interval, lapped cars in part
    std::optional<double> lappedBrier;
    double winnerCorrect = 0; // 0 or 1 for a race
    double podiumAccuracy = 0;
    double podiumExact = 0; // 1 when the first three are in the exact order
    double pointsOverlap = 0;
    std::optional<double> spearman;
    std::optional<double> kendall;
    std::optional<double> winnerLogLoss;
    std::optional<double> winBrier;
    std::optional<double> podiumBrier;
    std::optional<double> pointsBrier;
    std::optional<double> rps;
    std::optional<double> teammatesLogLoss; // of the chances of one teammate ahead of the other
    std::optional<double> coverage50;
    std::optional<double> coverage80;
    std::optional<double> coverage90;
    std::optional<double> concordance; // share of driver pairs in the right order
};

} // namespace parcferme::evaluation

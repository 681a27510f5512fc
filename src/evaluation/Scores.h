#pragma once

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace parcferme::evaluation {

/** Scores of one forecast of one race, over its n starters. A score that does not exist is empty. */
struct Scores
{
    int starters = 0;
    double positionMae = 0;
    std::optional<double> positionMaeClassified;
    std::optional<double> timeMaeSeconds;
    std::optional<double> gapMaeSeconds;
    double winnerCorrect = 0; ///< 0 or 1 for a race
    double podiumAccuracy = 0;
    double podiumExact = 0; ///< 1 when the first three are in the exact order
    double pointsOverlap = 0;
    std::optional<double> spearman;
    std::optional<double> kendall;
    std::optional<double> winnerLogLoss;
    std::optional<double> winBrier;
    std::optional<double> podiumBrier;
    std::optional<double> pointsBrier;
    std::optional<double> rps;
    std::optional<double> coverage50;
    std::optional<double> coverage80;
    std::optional<double> coverage90;
    std::optional<double> concordance; ///< share of driver pairs in the right order
};

/**
 * Scores of an order. predicted and official: positions 1..n of the same drivers, each a permutation;
 * classified: who has a numeric official position. n must be at least 3. Times stay empty.
 */
Scores scoreOrder(const std::vector<int>& predicted, const std::vector<int>& official,
                  const std::vector<bool>& classified);

/** Adds the scores of probabilities: positions(i, k) = chance of driver i to end at k + 1. */
void scoreProbabilities(Scores& scores, const Eigen::MatrixXd& positions, const std::vector<int>& official);

} // namespace parcferme::evaluation

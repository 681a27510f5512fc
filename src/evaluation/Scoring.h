#pragma once

#include "evaluation/Scores.h"

#include <Eigen/Core>

#include <vector>

namespace parcferme::evaluation {

/**
 * Scores of an order. predicted and official: positions 1..n of the same drivers, each a permutation;
 * classified: who has a numeric official position. n must be at least 3. Times stay empty.
 */
Scores scoreOrder(const std::vector<int>& predicted, const std::vector<int>& official,
                  const std::vector<bool>& classified);

/** Adds the scores of probabilities: positions(i, k) = chance of driver i to end at k + 1. */
void scoreProbabilities(Scores& scores, const Eigen::MatrixXd& positions, const std::vector<int>& official);

} // namespace parcferme::evaluation

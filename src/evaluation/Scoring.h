#pragma once

#include "evaluation/Scores.h"

#include <Eigen/Core>

#include <vector>

namespace parcferme::evaluation {

// Scores of an order. predicted and official: positions 1..n of the same drivers, each a permutation;
// classified: who has a numeric official position. n must be at least 3. Times stay empty.
Scores scoreOrder(const std::vector<int>& predicted, const std::vector<int>& official,
                  const std::vector<bool>& classified);

// Of what happened, given this chance; clipped at 1e-6.
double logLoss(double chance);

// What was said of one driver where only these chances are known: to win, to end in the first 3 and 10.
struct Chances
{
    double win = 0;
    double podium = 0;
    double points = 0;
};

// Of one driver's chances of each position, at least three.
Chances chancesOf(const Eigen::VectorXd& positions);

// Adds the scores that these chances allow; in the order of official.
void scoreChances(Scores& scores, const std::vector<Chances>& chances, const std::vector<int>& official);

// Adds the scores of probabilities: positions(i, k) = chance of driver i to end at k + 1.
void scoreProbabilities(Scores& scores, const Eigen::MatrixXd& positions, const std::vector<int>& official);

} // namespace parcferme::evaluation

#pragma once

#include <Eigen/Core>

#include <utility>
#include <vector>

namespace parcferme::predictor {

// P(driver i, position k + 1) when each drops out independently with pRetire, the others are ranked by mu +
// sigma * standard normal, and those who dropped out take the last places in random order. Rows and columns
// sum to 1 within 1e-12. sigma must be positive, pRetire in [0, 1].
Eigen::MatrixXd positionMatrix(const Eigen::VectorXd& mu, double sigma, const Eigen::VectorXd& pRetire);

// The shortest run of positions, first and last from 1, with at least this probability; of several the most
// probable, then the first.
std::pair<int, int> shortestInterval(const Eigen::VectorXd& positions, double level);

// Of one driver, what decides between two.
struct PairMember
{
    double mu = 0;
    double pRetire = 0;
};

// Chance that a ends ahead of b. correlation: of their noise, 0 when independent, under 1. sigma as in
// positionMatrix.
double pairChance(const PairMember& a, const PairMember& b, double sigma, double correlation);

// Expected share of driver pairs that this order (indices, best first) gets right. 0 for fewer than two.
double pairConfidence(const Eigen::VectorXd& mu, double sigma, const Eigen::VectorXd& pRetire,
                      const std::vector<int>& order);

} // namespace parcferme::predictor

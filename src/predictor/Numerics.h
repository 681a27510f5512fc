#pragma once

#include <vector>

namespace parcferme::predictor {

// Chance that a standard normal is at most x.
double normalCdf(double x);

// The inverse of normalCdf, for p in (0, 1).
double probit(double p);

// Normal score of a position 1..n: higher is better, antisymmetric around the middle.
double normalScore(int position, int n);

// Mean of the two middle ones where the number is even. The values must not be empty.
double median(std::vector<double> values);

// Linear between the sorted values, as most tables do it; q in [0, 1]. Not empty.
double quantile(std::vector<double> values, double q);

// Interpolated at the cumulative weight minus half the own weight. Same sizes, not empty, weights positive.
double weightedQuantile(const std::vector<double>& values, const std::vector<double>& weights, double q);

} // namespace parcferme::predictor

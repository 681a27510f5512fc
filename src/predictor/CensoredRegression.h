#pragma once

#include <Eigen/Core>

namespace parcferme::predictor {

// Observations of a regression, one per row; what is not known exactly lies between low and high.
struct CensoredData
{
    Eigen::MatrixXd inputs;
    Eigen::VectorXd low;
    Eigen::VectorXd high; // equal to low where the value is known exactly, above it elsewhere
    Eigen::VectorXd weights;
};

// Normal around inputs . coefficients.
struct CensoredFit
{
    Eigen::VectorXd coefficients;
    double deviation = 0; // standard
};

// Interval-censored normal regression by the greatest likelihood, held in a little by a ridge. Needs an
// observation and finite numbers, weights above 0.
CensoredFit censoredRegression(const CensoredData& data);

} // namespace parcferme::predictor

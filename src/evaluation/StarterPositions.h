#pragma once

#include "predictor/Forecast.h"

#include <Eigen/Core>

#include <vector>

namespace parcferme::evaluation {

// The one rule for who did not start: the forecast is closed up to those who did. While all of its field
// started the chances are as they were forecast; else they are those of the same strengths in the smaller
// field. Row: starter, in the order given; column: position 1..n. Empty for a forecast without chances of
// positions.
Eigen::MatrixXd starterPositions(const predictor::Forecast& forecast,
                                 const std::vector<const predictor::DriverForecast*>& starters);

} // namespace parcferme::evaluation

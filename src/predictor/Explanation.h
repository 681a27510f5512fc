#pragma once

#include "predictor/Forecast.h"

#include <optional>
#include <string_view>
#include <vector>

namespace parcferme::predictor {

// One input of a driver's strength and what it moves him by: part = weight * (value - mean), where mean is
// that of the forecast's field. Over all inputs the parts add up to his strength against the mean of the
// field.
struct InputPart
{
    std::string_view input; // one of Forecast::inputNames, which it is a view of
    double value = 0;
    double mean = 0;
    double weight = 0;
    double part = 0;
    std::optional<double> valueBeforeSprint; // of rating_order, when the weekend's sprint was seen
};

// In the order of Forecast::inputNames; empty for a record that holds no inputs (format 1).
std::vector<InputPart> explanationOf(const Forecast& forecast, const DriverForecast& driver);

} // namespace parcferme::predictor

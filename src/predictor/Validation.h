#pragma once

#include "predictor/Forecast.h"

#include <string>
#include <vector>

namespace parcferme::predictor {

// Rules that the forecast breaks, in words; empty when it may be stored.
std::vector<std::string> breaches(const Forecast& forecast);

// What the user should know of a forecast that breaks no rule.
std::vector<std::string> warnings(const Forecast& forecast);

} // namespace parcferme::predictor

#pragma once

#include "predictor/Forecast.h"

#include <optional>
#include <string_view>

namespace parcferme::predictor {

// Chance that driver a ends ahead of driver b; the two ways round add up to 1. Team mates share a part of the
// noise, since they have the same car. None when a and b are the same or not both in the forecast, and for a
// forecast without strengths (a record of version 1.0.0).
std::optional<double> chanceAhead(const Forecast& forecast, std::string_view a, std::string_view b);

} // namespace parcferme::predictor

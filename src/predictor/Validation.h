#pragma once

#include "predictor/Forecast.h"

#include <string>
#include <vector>

namespace parcferme::predictor {

// Rules that the forecast breaks, in words; empty when it may be stored.
std::vector<std::string> breaches(const Forecast& forecast);

// What the user should know of a forecast that breaks no rule.
struct Warning
{
    enum class Kind {
        LowCoverage, // value: per cent of the inputs that were observed; limit: the least without warning
        LargeGap,    // value: the largest gap in laps; limit: the most without warning
        SprintGridUnknown, // no figures
    };

    Kind kind = Kind::LowCoverage;
    int value = 0;
    int limit = 0;
};

std::vector<Warning> warnings(const Forecast& forecast);

} // namespace parcferme::predictor

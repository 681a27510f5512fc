#pragma once

#include "predictor/Explanation.h"

#include <QString>

namespace parcferme {

// An input as a person reads it: "P3 on the grid", "0.35 % to the fastest", "57 races started"; a rating as
// it stands against the field. Empty for an input that is not known.
QString inputReading(const predictor::Forecast& forecast, const predictor::DriverForecast& driver,
                     const predictor::InputPart& part);

} // namespace parcferme

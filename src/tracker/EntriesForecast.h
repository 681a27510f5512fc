#pragma once

#include "core/Error.h"
#include "domain/Prediction.h"
#include "predictor/Forecast.h"

#include <QJsonObject>

namespace parcferme {

// What a record of format 1 holds of its forecast: its columns and entries, and from the inputs in its
// snapshot the stage and where everybody starts. The rest stays empty (see ForecastView): it could only be
// had by forecasting again, and another model would say something else than was said.
// Errors: Data, naming what the inputs lack.
Result<predictor::Forecast> forecastOfEntries(const Prediction& prediction, const QJsonObject& inputs);

} // namespace parcferme

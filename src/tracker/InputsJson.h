#pragma once

#include "core/Error.h"
#include "predictor/Inputs.h"

#include <QJsonObject>

namespace parcferme {

// The inputs of a forecast as they stand in a snapshot, and back: nothing is lost, so that the same forecast
// comes out.
QJsonObject inputsJson(const predictor::ForecastInputs& inputs);

// Errors: Data, naming the field that is missing or of the wrong kind.
Result<predictor::ForecastInputs> inputsFromJson(const QJsonObject& json);

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "predictor/Forecast.h"

#include <QJsonObject>

namespace parcferme {

// A whole forecast as it stands in a snapshot of format 2, and back: every value comes out as the double that
// it was, and nothing is computed. Lists are as long as the model that forecast made them, so that another
// model's forecasts can be read.
QJsonObject forecastJson(const predictor::Forecast& forecast);

// Errors: Data, naming the field that is missing, of the wrong kind or of the wrong length.
Result<predictor::Forecast> forecastFromJson(const QJsonObject& json);

// Where two forecasts differ by more than 1e-9, relative above 1: the name of the value, with the driver's id
// where it is one of a driver. Empty when they are the same.
QString forecastDifference(const predictor::Forecast& one, const predictor::Forecast& other);

} // namespace parcferme

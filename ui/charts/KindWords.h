#pragma once

#include "domain/Prediction.h"

#include <QString>

namespace parcferme {

// The second line of a chart with the kind of its prediction, unless it is live.
QString withKind(const QString& text, PredictionKind kind);

} // namespace parcferme

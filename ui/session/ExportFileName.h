#pragma once

#include "domain/Prediction.h"
#include "domain/Race.h"

#include <QString>

#include <optional>

namespace parcferme {

// Suggested for exported files: "2025-24-abu-dhabi-prediction-live", "2025-05-miami-sprint-result".
QString exportFileName(const Race& race, const QString& what, Session session = Session::Race,
                       std::optional<PredictionKind> kind = {});

// What stands at the foot of an exported picture, so that it tells what it is wherever it goes:
// "Abu Dhabi Grand Prix 2025 · Frozen, live · Parc Fermé 2.0.0".
QString pictureCaption(const Race& race, Session session, std::optional<PredictionKind> kind);
QString pictureCaption(const QString& what);

// A file of this name in the folder that is not there yet: "-2" and so on before its ending, where it is.
QString freeFile(const QString& folder, const QString& name);

} // namespace parcferme

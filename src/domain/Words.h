#pragma once

#include "core/Error.h"
#include "domain/Pick.h"
#include "domain/Prediction.h"
#include "domain/Race.h"

namespace parcferme {

// The words of the database, of JSON and of CSV for the enumerations, and back. Reading an unknown word is an
// error (Data) that names it.
QString toString(Session session);       // race, sprint
QString toString(RaceStatus status);     // scheduled, completed, cancelled
QString toString(Classification value);  // classified, retired, not_classified, disqualified, did_not_start,
                                         // did_not_qualify, excluded
QString toString(Stage stage);           // nothing, qualifying, grid
QString toString(PredictionKind kind);   // live, retrospective, preview, void
QString toString(PickKind kind);         // live, late, void
QString toString(ConfidenceLevel level); // LOW, MEDIUM, HIGH

Result<Session> sessionFromString(const QString& text);
Result<RaceStatus> raceStatusFromString(const QString& text);
Result<Classification> classificationFromString(const QString& text);
Result<Stage> stageFromString(const QString& text);
Result<PredictionKind> predictionKindFromString(const QString& text);
Result<PickKind> pickKindFromString(const QString& text);
Result<ConfidenceLevel> confidenceLevelFromString(const QString& text);

} // namespace parcferme

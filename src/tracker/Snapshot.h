#pragma once

#include "tracker/FactSelection.h"
#include "tracker/Forecaster.h"
#include "tracker/FreezeRules.h"
#include "tracker/Views.h"

namespace parcferme {

// The snapshot of a prediction: every column of its row, all inputs and parameters of the forecast, the state
// of the clocks, and a digest of the facts learnt from. Enough to compute the forecast again without any
// history.

// Canonical JSON for this draft (whose own snapshot and hashes are not looked at) of this race. Errors: Data.
Result<QByteArray> makeSnapshot(const Prediction& draft, const Race& race, const MadeForecast& made,
                                const FactSelection& selection, const Present& present,
                                const QStringList& warnings);

// A prediction as pages show it: forecast again from the snapshot. Errors: Data, naming what the snapshot
// lacks.
Result<ForecastView> viewFromSnapshot(const Prediction& prediction);

// The entries that are stored of a forecast, by predicted position.
std::vector<PredictionEntry> entriesOf(const predictor::Forecast& forecast);

// Warnings of DESIGN section 5 and whatever the user should know of how the forecast came about.
QStringList warningsOf(const MadeForecast& made, const FactSelection& selection);

// Whether a forecast made again from the snapshot is the stored one: the same order, values equal to 1e-9.
// Errors: Verification, naming the first difference; Data.
Status replayFits(const Prediction& prediction);

// Whether live or retrospective follows from the start of the race and the clocks that the snapshot holds.
// Snapshots of before 1.0 hold no start and pass. Errors: Verification.
Status kindFits(const Prediction& prediction);

predictor::Stage toPredictorStage(Stage stage);

} // namespace parcferme

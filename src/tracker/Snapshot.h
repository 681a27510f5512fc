#pragma once

#include "tracker/FactSelection.h"
#include "tracker/Forecaster.h"
#include "tracker/FreezeRules.h"
#include "tracker/Views.h"

namespace parcferme {

// The snapshot of a prediction: every column of its row, all inputs and parameters of the forecast, from
// format 2 on the forecast itself, the state of the clocks, and a digest of the facts learnt from. Enough to
// show and judge the prediction without forecasting, and to compute it again without any history.

// Canonical JSON for this draft (whose own snapshot and hashes are not looked at) of this race. Errors: Data.
Result<QByteArray> makeSnapshot(const Prediction& draft, const Race& race, const MadeForecast& made,
                                const FactSelection& selection, const Present& present,
                                const std::vector<Warning>& warnings);

// A prediction as it is shown and judged: what its record holds, nothing computed anew. Errors: Data, naming
// what the snapshot lacks.
Result<ForecastView> viewOf(const Prediction& prediction);

// The entries that are stored of a forecast, by predicted position.
std::vector<PredictionEntry> entriesOf(const predictor::Forecast& forecast);

// Warnings of DESIGN section 5 and whatever the user should know of how the forecast came about.
std::vector<Warning> warningsOf(const MadeForecast& made, const FactSelection& selection);

predictor::Stage toPredictorStage(Stage stage);

} // namespace parcferme

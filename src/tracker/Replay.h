#pragma once

#include "core/Error.h"
#include "domain/Prediction.h"
#include "predictor/Forecast.h"

namespace parcferme {

// Verifying one record of the ledger, beyond its hash and columns. What is shown never comes from here.

// Whether a record agrees with itself, whichever model forecast it: live or retrospective follows from the
// start of the race and the clocks that the snapshot holds (not in snapshots of before 1.0, which hold no
// start), and from format 2 on the entries are those of the forecast that it holds. Errors: Verification.
Status recordFits(const Prediction& prediction);

// The forecast made again, by the program's present model, from the inputs in the snapshot. Errors: Data.
Result<predictor::Forecast> replay(const Prediction& prediction);

// Whether the replay is the stored forecast: the same order, values equal to 1e-9. Only for records of the
// present model. Errors: Verification, naming the first difference.
Status replayFits(const Prediction& prediction);

} // namespace parcferme

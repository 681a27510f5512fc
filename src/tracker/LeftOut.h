#pragma once

#include "tracker/Views.h"

namespace parcferme {

// Whom a prediction and the result that it is held against have not in common: they are left out of the
// judging.
void sayLeftOut(EvaluationView& view, const Prediction& prediction, const ResultRevision& result);

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "domain/Race.h"

namespace parcferme {

// Whether these places may stand as the grid by hand of a race. Empty places are none and pass.
// Errors: PolicyRefused after the start; NotYet without qualifying; Usage for a driver who is not entered, or
// a driver or place that stands twice.
Status checkGrid(const Race& race, const std::vector<QualifyingRow>& qualifying,
                 const std::vector<ManualGrid::Slot>& places, const QDateTime& now);

} // namespace parcferme

#pragma once

#include "predictor/Facts.h"
#include "predictor/Inputs.h"

namespace parcferme::predictor {

// A race's strength in the sprint of its weekend: with its grid known, that counts for more, and the order is
// nearer to it.
StrengthParameters sprintStrength(const StrengthParameters& race, Stage stage);

// A race's chance not to be classified in the sprint, which is a third as long.
double sprintRetirement(double race);

} // namespace parcferme::predictor

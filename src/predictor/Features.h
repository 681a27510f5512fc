#pragma once

#include "predictor/Inputs.h"

#include <vector>

namespace parcferme::predictor {

// The strength's inputs of a field, in the order of its drivers.
struct Features
{
    std::vector<int> start; // starting position 1..n that the stage goes by
    std::vector<InputVector> inputs;
    std::vector<int> imputed; // per driver: inputs that the stage could know but were not observed
};

// Needs a field that is not empty, with finite ratings.
Features features(const std::vector<DriverInputs>& field, Stage stage);

// Inputs that the stage can know: 7, or 4 before qualifying.
int knowableInputs(Stage stage);

} // namespace parcferme::predictor

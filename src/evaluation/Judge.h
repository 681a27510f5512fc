#pragma once

#include "evaluation/BaselineWalk.h"
#include "evaluation/JudgedRace.h"
#include "predictor/Facts.h"
#include "predictor/Forecast.h"

#include <optional>

namespace parcferme::evaluation {

// Judges a forecast. Who did not start drops out of the forecast and of the baselines, and the rest close up;
// times and confidence stay as forecast. A forecast without chances of positions (a record of version 1.0.0)
// is judged by the chances and the interval that it has: scores that need more are empty, and where somebody
// did not start all of probability are, since what is left cannot close up. baselines must have seen exactly
// the races before this one. A sprint is held against its own result, whose entries have the sprint's grid.
// Empty when fewer than three drivers of the forecast started.
std::optional<JudgedRace> judge(const predictor::Forecast& forecast, const predictor::RaceFacts& withResult,
                                const BaselineWalk& baselines);

} // namespace parcferme::evaluation

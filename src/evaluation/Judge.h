#pragma once

#include "evaluation/BaselineWalk.h"
#include "evaluation/JudgedRace.h"
#include "predictor/Facts.h"
#include "predictor/Forecast.h"

#include <optional>

namespace parcferme::evaluation {

/**
 * Judges a forecast. Who did not start drops out of the forecast and of the baselines, and the rest close up;
 * times and confidence stay as forecast. baselines must have seen exactly the races before this one. Empty
 * when fewer than three drivers of the forecast started.
 */
std::optional<JudgedRace> judge(const predictor::Forecast& forecast, const predictor::RaceFacts& withResult,
                                const BaselineWalk& baselines);

} // namespace parcferme::evaluation

#pragma once

#include "evaluation/Report.h"
#include "predictor/Facts.h"

#include <functional>
#include <optional>
#include <vector>

namespace parcferme::evaluation {

// Seasons to forecast and judge, both included, and what the forecasts may know. Of sprints the stages are
// grid and nothing.
struct BacktestSpan
{
    int from = 0;
    int to = 0;
    predictor::Stage stage = predictor::Stage::Grid;
};

// Called before every race and at the end; false cancels.
using BacktestProgress = std::function<bool(int done, int total)>;

// Walks the races forward (given in time order; all of them, also those before the span): forecasts each from
// what was known before it, judges it, then learns it. Empty when cancelled.
std::optional<Report> backtest(const std::vector<predictor::RaceFacts>& races, const BacktestSpan& span,
                               const BacktestProgress& progress = {});

// The same of the sprints: each with the season and round of its race, the slots of its own grid and its
// result, in any order.
std::optional<Report> backtestSprints(const std::vector<predictor::RaceFacts>& races,
                                      const std::vector<predictor::RaceFacts>& sprints,
                                      const BacktestSpan& span, const BacktestProgress& progress = {});

} // namespace parcferme::evaluation

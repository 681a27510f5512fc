#include "History.h"

#include "evaluation/Backtest.h"
#include "predictor/Forecast.h"
#include "predictor/Model.h"

#include <benchmark/benchmark.h>

using namespace parcferme;

namespace {

predictor::Model learnt()
{
    predictor::Model model;
    for (const predictor::RaceFacts& race : test::history()) {
        model.advance(race);
        model.seeSprint(race);
        model.learn(race);
    }
    return model;
}

// Learning all seasons: what a cold start of the predictor costs.
void walk(benchmark::State& state)
{
    test::history();
    for (auto _ : state)
        benchmark::DoNotOptimize(learnt());
}

// From a warm model to the forecast of the next race, the copy of the model included.
void oneForecast(benchmark::State& state)
{
    const predictor::Model model = learnt();
    const predictor::RaceFacts& race = test::history().back();
    for (auto _ : state) {
        predictor::Model copy = model;
        copy.advance(race);
        copy.seeSprint(race);
        benchmark::DoNotOptimize(predictor::forecast(copy.inputs(race, predictor::Stage::Grid)));
    }
}

// Walk from 2000, forecasts 2018 to 2026, all scores, baselines and intervals.
void backtest(benchmark::State& state)
{
    test::history();
    for (auto _ : state) {
        benchmark::DoNotOptimize(evaluation::backtest(
            test::history(), {.from = 2018, .to = 2026, .stage = predictor::Stage::Grid}));
    }
}

} // namespace

BENCHMARK(walk)->Unit(benchmark::kMillisecond);
BENCHMARK(oneForecast)->Unit(benchmark::kMillisecond);
BENCHMARK(backtest)->Unit(benchmark::kMillisecond);

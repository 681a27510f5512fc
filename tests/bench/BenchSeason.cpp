#include "season/Outlook.h"
#include "season/Simulation.h"
#include "season/WhatIf.h"

#include <benchmark/benchmark.h>

#include <string>

using namespace parcferme::season;

namespace {

// A field of 22 in 11 teams, spread as in 2026 after round 11.
Origin field()
{
    Origin origin;
    origin.season = 2026;
    origin.round = 11;
    origin.sigma = 0.49;
    for (int k = 0; k < 22; ++k)
        origin.lineup.push_back(
            {"driver" + std::to_string(k), "team" + std::to_string(k / 2), 1 - 0.1 * k, 0.12});
    return origin;
}

// Twelve races, two of them with a sprint if wanted.
std::vector<Event> rest(bool sprints)
{
    std::vector<Event> left;
    for (int round = 12; round <= 23; ++round) {
        if (sprints && (round == 12 || round == 17))
            left.push_back({round, Session::Sprint, false});
        left.push_back({round, Session::Race, round == 23});
    }
    return left;
}

// 10,000 simulations of 12 races; argument 1: two sprints as well.
void simulation(benchmark::State& state)
{
    const Origin origin = field();
    const std::vector<Event> left = rest(state.range(0) == 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(simulate(origin, left));
}

// What the page shows of them.
void countingTheOutlook(benchmark::State& state)
{
    const Outcomes outcomes = *simulate(field(), rest(true));
    for (auto _ : state)
        benchmark::DoNotOptimize(outlook(outcomes));
}

// The answer to one "what if".
void whatIfHeWins(benchmark::State& state)
{
    const Outcomes outcomes = *simulate(field(), rest(true));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            whatIf(outcomes, {.event = 1, .driver = 1, .kind = Condition::Kind::Wins, .points = 0}));
}

} // namespace

BENCHMARK(simulation)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(countingTheOutlook)->Unit(benchmark::kMillisecond);
BENCHMARK(whatIfHeWins)->Unit(benchmark::kMillisecond);

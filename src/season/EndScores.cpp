#include "season/EndScores.h"

#include "season/Outlook.h"
#include "season/RandomNumbers.h"

#include <algorithm>
#include <cmath>

namespace parcferme::season {

namespace {

constexpr double LeastChance = 1e-3;
constexpr double WorthCounting = 5; // points to come

double quantile(const std::vector<double>& sorted, int tenths)
{
    const std::int64_t number = quantileNumber(tenths, static_cast<std::int64_t>(sorted.size()));
    return sorted[static_cast<std::size_t>(number) - 1];
}

// How far the sample lies from what came, less half of how far it lies from itself.
double crpsOf(const std::vector<double>& sorted, double actual)
{
    const auto n = static_cast<double>(sorted.size());
    double distance = 0, spread = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        distance += std::abs(sorted[i] - actual);
        spread += (2 * static_cast<double>(i + 1) - n - 1) * sorted[i];
    }
    return distance / n - spread / (n * n);
}

} // namespace

SaidEnd saidEnd(const Outcomes& outcomes)
{
    SaidEnd said;
    for (const Expectation& expected : outlook(outcomes).drivers)
        said.pTitle.push_back(expected.pTitle);
    for (std::size_t driver = 0; driver < outcomes.drivers().size(); ++driver) {
        std::vector<double>& points = said.points.emplace_back();
        points.reserve(outcomes.count());
        for (std::size_t simulation = 0; simulation < outcomes.count(); ++simulation)
            points.push_back(outcomes.drivers()[driver].points + outcomes.gain(simulation, driver));
    }
    return said;
}

SaidEnd keptRate(const std::vector<double>& now, const std::vector<std::vector<double>>& weekends,
                 std::size_t weekendsLeft, std::size_t simulations, std::uint64_t seed)
{
    SaidEnd said;
    std::vector<double> best(simulations, -1);
    std::vector<std::size_t> champion(simulations, 0);
    std::vector<double> draws(weekendsLeft);
    for (std::size_t driver = 0; driver < now.size(); ++driver) {
        std::vector<double>& points = said.points.emplace_back(simulations, now[driver]);
        const std::vector<double>& past = weekends[driver];
        for (std::size_t simulation = 0; simulation < simulations; ++simulation) {
            fillUniform(seed, (driver * simulations + simulation) * weekendsLeft, draws);
            for (const double draw : draws)
                if (!past.empty())
                    points[simulation] +=
                        past[static_cast<std::size_t>(draw * static_cast<double>(past.size()))];
            if (points[simulation] > best[simulation]) {
                best[simulation] = points[simulation];
                champion[simulation] = driver;
            }
        }
    }
    said.pTitle.assign(now.size(), 0);
    for (const std::size_t driver : champion)
        said.pTitle[driver] += 1 / static_cast<double>(simulations);
    return said;
}

EndScores scoresOf(const SaidEnd& said, const ActualEnd& actual)
{
    EndScores scores;
    const double chance = actual.champion ? said.pTitle[*actual.champion] : 0;
    scores.titleLogLoss = -std::log(std::max(chance, LeastChance));
    for (std::size_t driver = 0; driver < said.points.size(); ++driver) {
        std::vector<double> sorted = said.points[driver];
        std::ranges::sort(sorted);
        const double ended = actual.points[driver];
        scores.crps += crpsOf(sorted, ended) / static_cast<double>(said.points.size());
        const double low = quantile(sorted, 1), high = quantile(sorted, 9);
        if (!actual.drove[driver] || std::max(ended, high) - actual.now[driver] < WorthCounting)
            continue;
        ++scores.ranges;
        scores.held += low <= ended && ended <= high ? 1 : 0;
    }
    return scores;
}

} // namespace parcferme::season

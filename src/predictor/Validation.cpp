#include "predictor/Validation.h"

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

// Rounding of sums of probabilities.
constexpr double Slack = 1e-9;
constexpr double LeastCoverage = 0.85;
// The largest median of 2018 to 2026 is 2.8 laps.
constexpr int MostLapsDown = 3;

using Breaches = std::vector<std::string>;

bool isProbability(double p)
{
    return p >= -Slack && p <= 1 + Slack;
}

std::vector<const DriverForecast*> inOrder(const Forecast& forecast)
{
    std::vector<const DriverForecast*> order;
    for (const int k : predictedOrder(forecast))
        order.push_back(&forecast.drivers[static_cast<std::size_t>(k)]);
    return order;
}

void checkPositions(const Forecast& forecast, Breaches& found)
{
    const auto order = inOrder(forecast);
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (order[place]->predictedPosition != static_cast<int>(place) + 1) {
            found.push_back("predicted positions are not exactly 1 to " + std::to_string(order.size()));
            return;
        }
    }
    for (const DriverForecast* driver : order) {
        const int n = static_cast<int>(order.size());
        if (driver->low80 < 1 || driver->high80 > n || driver->low80 > driver->high80)
            found.push_back("the 80 % interval of " + driver->driver + " is not within 1 to " +
                            std::to_string(n));
    }
}

// A comparison with not-a-number is false, so each rule asks for what is right.
void checkTimes(const Forecast& forecast, Breaches& found)
{
    if (!forecast.gapsKnown)
        found.emplace_back("gaps unknown: too few races to learn from");
    if (!forecast.timesKnown())
        return;
    if (!std::ranges::all_of(forecast.winnerTimeQuantiles, [](double t) { return std::isfinite(t); }))
        found.emplace_back("the winner's time has no quantiles");
    if (!forecast.lapSeconds || !(std::isfinite(*forecast.lapSeconds) && *forecast.lapSeconds > 0))
        found.emplace_back("the seconds of a lap are not above 0");
    const auto order = inOrder(forecast);
    if (!(order.front()->gap == 0))
        found.emplace_back("the gap of the predicted winner is not 0");
    const DriverForecast* ahead = order.front();
    for (const DriverForecast* driver : order) {
        if (!(std::isfinite(driver->raceTime) && driver->raceTime > 0))
            found.push_back("the race time of " + driver->driver + " is not above 0");
        if (!(std::isfinite(driver->gap) && driver->gap >= 0))
            found.push_back("the gap of " + driver->driver + " is negative");
        if (!(driver->gap >= ahead->gap))
            found.push_back("the gap of " + driver->driver + " falls below that of " + ahead->driver);
        if (!(driver->raceTime >= ahead->raceTime))
            found.push_back("the order is not that of the race times: " + driver->driver);
        if (!(std::isfinite(driver->gapHigh) && driver->gapLow >= 0 && driver->gapLow <= driver->gapHigh &&
              driver->uncertainty >= 0))
            found.push_back("the gap interval of " + driver->driver + " is no interval");
        if (!driver->pLapped || !isProbability(*driver->pLapped))
            found.push_back("the chance of " + driver->driver + " to be lapped is not within 0 and 1");
        ahead = driver;
    }
}

void checkProbabilities(const Forecast& forecast, Breaches& found)
{
    const std::size_t n = forecast.drivers.size();
    std::vector<double> sums(n, 0.0);
    for (const DriverForecast& driver : forecast.drivers) {
        bool good = driver.positions.size() == n && isProbability(driver.pWin) &&
                    isProbability(driver.pPodium) && isProbability(driver.pPoints) &&
                    isProbability(driver.pRetire);
        double sum = 0;
        for (std::size_t k = 0; good && k < n; ++k) {
            good = isProbability(driver.positions[k]);
            sums[k] += driver.positions[k];
            sum += driver.positions[k];
        }
        if (!good || !(std::abs(sum - 1) <= Slack)) {
            found.push_back("the probabilities of " + driver.driver + " are not a distribution");
            return;
        }
        if (!(driver.pWin <= driver.pPodium + Slack && driver.pPodium <= driver.pPoints + Slack))
            found.push_back("P(win), P(podium), P(points) of " + driver.driver + " do not rise");
    }
    for (std::size_t k = 0; k < n; ++k) {
        if (!(std::abs(sums[k] - 1) <= Slack))
            found.push_back("the probabilities of position " + std::to_string(k + 1) + " do not sum to 1");
    }
}

} // namespace

std::vector<std::string> breaches(const Forecast& forecast)
{
    Breaches found;
    if (forecast.drivers.empty()) {
        found.emplace_back("no forecast: fewer than three drivers, or inputs that no race can have");
        return found;
    }
    checkPositions(forecast, found);
    if (forecast.session == Session::Race)
        checkTimes(forecast, found);
    checkProbabilities(forecast, found);
    if (!isProbability(forecast.confidence))
        found.emplace_back("the confidence is not within 0 and 1");
    if (!isProbability(forecast.featureCoverage))
        found.emplace_back("the feature coverage is not within 0 and 1");
    return found;
}

std::vector<Warning> warnings(const Forecast& forecast)
{
    std::vector<Warning> found;
    // Rounded down, so that no share under the limit reads like it; slack for 85 as 84.999...
    const auto percent = [](double share) { return static_cast<int>(std::floor(100 * share + Slack)); };
    if (forecast.featureCoverage < LeastCoverage)
        found.push_back(
            {Warning::Kind::LowCoverage, percent(forecast.featureCoverage), percent(LeastCoverage)});
    if (forecast.session == Session::Sprint && forecast.stage == Stage::Nothing)
        found.push_back({Warning::Kind::SprintGridUnknown});
    int laps = 0;
    for (const DriverForecast& driver : forecast.drivers)
        laps = std::max(laps, lapsDown(forecast, driver.gap));
    if (forecast.gapsKnown && laps > MostLapsDown)
        found.push_back({Warning::Kind::LargeGap, laps, MostLapsDown});
    return found;
}

} // namespace parcferme::predictor

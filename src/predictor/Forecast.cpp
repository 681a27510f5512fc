#include "predictor/Forecast.h"

#include "predictor/Features.h"
#include "predictor/Field.h"
#include "predictor/GapModel.h"
#include "predictor/Positions.h"
#include "predictor/Retirement.h"
#include "predictor/Sprint.h"
#include "predictor/Strength.h"
#include "predictor/WinnerTime.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace parcferme::predictor {

namespace {

constexpr double LowBelow = 0.756;
constexpr double HighFrom = 0.768;
constexpr double IntervalLevel = 0.8;

bool plausible(const DriverInputs& driver)
{
    const bool laps = std::ranges::all_of(driver.qualifyingMs, [](const auto& ms) { return !ms || *ms > 0; });
    return laps && driver.racesStarted >= 0 && std::isfinite(driver.ratingQualifying) &&
           std::isfinite(driver.ratingOrder) && std::isfinite(driver.ratingPace) &&
           std::isfinite(driver.ratingOrderBeforeSprint.value_or(0));
}

// A stored snapshot could hold anything: sorting and solving need numbers.
bool plausible(const ForecastInputs& inputs)
{
    const std::size_t n = inputs.drivers.size();
    return n >= SmallestField && n <= LargestField && std::isfinite(inputs.strength.sigma) &&
           inputs.strength.sigma > 0 &&
           std::ranges::all_of(inputs.drivers, [](const DriverInputs& d) { return plausible(d); });
}

bool plausible(const std::vector<double>& mu, const std::vector<double>& pRetire)
{
    return std::ranges::all_of(mu, [](double m) { return std::isfinite(m); }) &&
           std::ranges::all_of(pRetire, [](double p) { return p >= 0 && p <= 1; });
}

std::vector<double> retirements(const ForecastInputs& inputs, const Features& known)
{
    std::vector<double> chances;
    chances.reserve(inputs.drivers.size());
    for (std::size_t k = 0; k < inputs.drivers.size(); ++k) {
        const double chance = retirementChance(
            inputs.retirement, retirementInputs(inputs.retirement, inputs.drivers[k], known.inputs[k]));
        chances.push_back(inputs.session == Session::Sprint ? sprintRetirement(chance) : chance);
    }
    return chances;
}

void explain(std::vector<DriverForecast>& drivers, const InputVector& weights)
{
    for (std::size_t k = 0; k < InputCount; ++k) {
        double mean = 0;
        for (const DriverForecast& driver : drivers)
            mean += driver.inputs[k] / static_cast<double>(drivers.size());
        for (DriverForecast& driver : drivers)
            driver.explanation.push_back(weights[k] * (driver.inputs[k] - mean));
    }
}

void setPositions(Forecast& forecast, const Eigen::VectorXd& mu, const Eigen::VectorXd& pRetire)
{
    const Eigen::MatrixXd positions = positionMatrix(mu, forecast.sigma, pRetire);
    const Eigen::Index n = positions.cols();
    const Eigen::VectorXd places = Eigen::VectorXd::LinSpaced(n, 1, static_cast<double>(n));
    for (Eigen::Index i = 0; i < n; ++i) {
        DriverForecast& driver = forecast.drivers[static_cast<std::size_t>(i)];
        const Eigen::VectorXd own = positions.row(i).transpose();
        driver.positions.assign(own.begin(), own.end());
        driver.pWin = own[0];
        driver.pPodium = own.head(3).sum();
        driver.pPoints = own.head(std::min<Eigen::Index>(10, n)).sum();
        driver.expectedPosition = own.dot(places);
        std::tie(driver.low80, driver.high80) = shortestInterval(own, IntervalLevel);
    }
}

CourseFacts courseOfRace(const ForecastInputs& inputs)
{
    std::vector<std::array<std::optional<int>, 3>> laps;
    laps.reserve(inputs.drivers.size());
    for (const DriverInputs& driver : inputs.drivers)
        laps.push_back(driver.qualifyingMs);
    if (inputs.stage == Stage::Nothing)
        laps.clear();
    return courseOf(inputs.circuit, inputs.lapsPlanned, inputs.courseKm, laps);
}

void setGaps(Forecast& forecast, const GapParameters& parameters, const std::vector<int>& order)
{
    GapField field{.mu = {}, .order = order, .win = {}, .lap = forecast.lapSeconds};
    for (const DriverForecast& driver : forecast.drivers) {
        field.mu.push_back(driver.mu);
        field.win.push_back(winIfClassified(driver.pWin, driver.pRetire));
    }
    const std::vector<GapForecast> all = gaps(parameters, field);
    for (std::size_t k = 0; k < all.size(); ++k) {
        DriverForecast& driver = forecast.drivers[k];
        driver.gap = all[k].gap;
        driver.gapLow = all[k].low;
        driver.gapHigh = all[k].high;
        driver.uncertainty = (all[k].high - all[k].low) / 2;
        driver.pLapped = all[k].pLapped;
        if (forecast.lapsKnown)
            driver.raceTime = forecast.winnerTime + driver.gap;
    }
}

void setTimes(Forecast& forecast, const ForecastInputs& inputs, const std::vector<int>& order)
{
    const CourseFacts course = courseOfRace(inputs);
    const auto winner = winnerTime(inputs.winnerTime, course);
    forecast.lapsKnown = winner.has_value();
    forecast.gapsKnown = inputs.gap.known;
    if (winner) {
        forecast.winnerTime = winner->seconds;
        forecast.winnerTimeQuantiles = winner->quantiles;
    }
    if (forecast.timesKnown())
        forecast.lapSeconds = lapAtTheEnd(winner->seconds, *course.laps);
    if (forecast.gapsKnown)
        setGaps(forecast, inputs.gap, order);
}

void setCoverage(Forecast& forecast, const std::vector<int>& imputed)
{
    forecast.numImputed = std::accumulate(imputed.begin(), imputed.end(), 0);
    const double knowable = knowableInputs(forecast.stage) * static_cast<double>(imputed.size());
    forecast.featureCoverage = 1 - forecast.numImputed / knowable;
}

} // namespace

Forecast forecast(const ForecastInputs& inputs)
{
    Forecast result;
    result.session = inputs.session;
    result.stage = inputs.stage;
    if (!plausible(inputs))
        return result;
    const Features known = features(inputs.drivers, inputs.stage);
    const StrengthParameters strength =
        inputs.session == Session::Sprint ? sprintStrength(inputs.strength, inputs.stage) : inputs.strength;
    const std::vector<double> mu = strengthsOf(strength.weights, known.inputs);
    const std::vector<double> pRetire = retirements(inputs, known);
    if (!plausible(mu, pRetire))
        return result;

    result.inputNames.assign(InputNames.begin(), InputNames.end());
    result.weights.assign(strength.weights.begin(), strength.weights.end());
    result.sigma = strength.sigma;
    const std::vector<int> order = orderByStrength(mu, known.start);
    for (std::size_t k = 0; k < mu.size(); ++k) {
        DriverForecast driver;
        driver.driver = inputs.drivers[k].driver;
        driver.team = inputs.drivers[k].team;
        driver.startingPosition = known.start[k];
        driver.grid = inputs.drivers[k].grid;
        driver.inputs.assign(known.inputs[k].begin(), known.inputs[k].end());
        driver.ratingOrderBeforeSprint = inputs.drivers[k].ratingOrderBeforeSprint;
        driver.mu = mu[k];
        driver.pRetire = pRetire[k];
        driver.imputed = known.imputed[k];
        result.drivers.push_back(std::move(driver));
    }
    for (std::size_t place = 0; place < order.size(); ++place)
        result.drivers[static_cast<std::size_t>(order[place])].predictedPosition =
            static_cast<int>(place) + 1;
    explain(result.drivers, strength.weights);
    const auto n = static_cast<Eigen::Index>(mu.size());
    const Eigen::VectorXd strengths = Eigen::VectorXd::Map(mu.data(), n);
    const Eigen::VectorXd retiring = Eigen::VectorXd::Map(pRetire.data(), n);
    setPositions(result, strengths, retiring);
    result.confidence = pairConfidence(strengths, result.sigma, retiring, order);
    if (inputs.session == Session::Race)
        setTimes(result, inputs, order);
    setCoverage(result, known.imputed);
    return result;
}

int lapsDown(const Forecast& forecast, double gap)
{
    return forecast.lapSeconds && *forecast.lapSeconds > 0
               ? static_cast<int>(std::floor(gap / *forecast.lapSeconds))
               : 0;
}

std::array<double, 3> lapChances(const Forecast& forecast, const DriverForecast& driver)
{
    if (!forecast.lapSeconds)
        return {};
    double win = 1;
    for (const DriverForecast& ahead : forecast.drivers)
        if (ahead.predictedPosition <= driver.predictedPosition)
            win = std::min(win, winIfClassified(ahead.pWin, ahead.pRetire));
    return lapChances(
        GapForecast{
            .gap = driver.gap, .low = driver.gapLow, .high = driver.gapHigh, .pLapped = driver.pLapped},
        win, *forecast.lapSeconds);
}

std::vector<int> predictedOrder(const Forecast& forecast)
{
    std::vector<int> order(forecast.drivers.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(
        order, {}, [&](int k) { return forecast.drivers[static_cast<std::size_t>(k)].predictedPosition; });
    return order;
}

ConfidenceLevel confidenceLevel(double confidence)
{
    if (confidence >= HighFrom)
        return ConfidenceLevel::High;
    return confidence < LowBelow ? ConfidenceLevel::Low : ConfidenceLevel::Medium;
}

std::string_view toString(ConfidenceLevel level)
{
    switch (level) {
    case ConfidenceLevel::Low:
        return "LOW";
    case ConfidenceLevel::Medium:
        return "MEDIUM";
    case ConfidenceLevel::High:
        break;
    }
    return "HIGH";
}

} // namespace parcferme::predictor

#pragma once

#include "predictor/Inputs.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace parcferme::predictor {

// What is said of one driver. Times in seconds; meaningless unless Forecast::timesKnown. Gaps are those of a
// classified car; one of a lap or more (see Forecast::lapSeconds) is laps, not seconds.
struct DriverForecast
{
    std::string driver;
    std::string team;
    int startingPosition = 0;   // 1..n, the order that the stage takes for the grid
    std::optional<int> grid;    // slot after penalties; 0 = pit lane; none = not known at the forecast
    std::vector<double> inputs; // in the order of Forecast::inputNames
    // The input rating_order as it was before the weekend's sprint; none when no sprint was seen.
    std::optional<double> ratingOrderBeforeSprint;
    double mu = 0; // latent strength, higher is better
    // Each input's part in mu against the mean of the field; they add up to mu - mean mu.
    std::vector<double> explanation;
    double pRetire = 0;            // chance not to be classified
    std::vector<double> positions; // positions[k] = chance to end at position k + 1
    double pWin = 0;
    double pPodium = 0;
    double pPoints = 0;
    double expectedPosition = 0;
    int predictedPosition = 0; // 1..n, by mu
    int low80 = 0;             // shortest run of positions with at least 80 %
    int high80 = 0;
    double raceTime = 0;
    double gap = 0;    // to the winner; the predicted winner's own is 0
    double gapLow = 0; // 10 % point
    double gapHigh = 0;
    double uncertainty = 0;        // half the width between the two points
    std::optional<double> pLapped; // chance to be a lap or more behind, if classified; with lapSeconds only
    int imputed = 0;               // inputs, of those the stage can know, that were not observed

    bool operator==(const DriverForecast&) const = default;
};

struct Forecast
{
    Session session = Session::Race;
    Stage stage = Stage::Nothing;
    std::vector<std::string> inputNames; // of the strength: forecasts outlive the model that made them
    std::vector<double> weights;         // of these inputs
    std::vector<DriverForecast> drivers; // by driver id
    double sigma = 0;
    double confidence = 0; // expected share of driver pairs that the predicted order gets right
    int numImputed = 0;
    double featureCoverage = 0; // share of the knowable inputs that were observed
    // False: no laps planned, or no pace to go by, so no winner's time; or a sprint, which has no times.
    bool lapsKnown = false;
    bool gapsKnown = false;                      // false: too few races learnt to fit gaps; or a sprint
    double winnerTime = 0;                       // seconds
    std::array<double, 7> winnerTimeQuantiles{}; // 5, 10, 25, 50, 75, 90, 95 %, seconds
    // Of a lap at the end of the race: so much behind is a lap down. None without times or gaps, and in the
    // forecasts of the first model.
    std::optional<double> lapSeconds;

    bool timesKnown() const { return lapsKnown && gapsKnown; }

    bool operator==(const Forecast&) const = default;
};

// The forecast of these inputs: pure and deterministic, to the byte on one machine. A field of fewer than
// three drivers gives an empty forecast; without laps planned (or a positive one) the times stay 0 and
// lapsKnown is false. Validation refuses both, of a race. Numbers that no race can have are refused there
// too.
Forecast forecast(const ForecastInputs& inputs);

// Laps that a car so many seconds behind the winner is down; 0 under a lap, and where no lap is known.
int lapsDown(const Forecast& forecast, double gap);

// Chances of a driver, if he is classified, to be exactly 1, exactly 2, and 3 or more laps down; all 0
// without a chance to be lapped. They follow from what the forecast says of his gap, so one that is stored
// has them.
std::array<double, 3> lapChances(const Forecast& forecast, const DriverForecast& driver);

// Indices into forecast.drivers, best predicted first.
std::vector<int> predictedOrder(const Forecast& forecast);

enum class ConfidenceLevel { Low, Medium, High };

// Terciles of 2010 to 2021: LOW under 0.756, HIGH from 0.768.
ConfidenceLevel confidenceLevel(double confidence);

// "LOW", "MEDIUM" or "HIGH".
std::string_view toString(ConfidenceLevel level);

} // namespace parcferme::predictor

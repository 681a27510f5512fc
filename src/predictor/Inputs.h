#pragma once

#include "predictor/Facts.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcferme::predictor {

constexpr std::size_t InputCount = 7;
using InputVector = std::array<double, InputCount>;

// Names of the seven inputs of the strength, in the order of every InputVector.
constexpr std::array<std::string_view, InputCount> InputNames = {
    "grid_score", "grid_log", "quali_gap", "rating_quali", "rating_order", "rating_pace", "newcomer"};

// A count that forgets: hits among total, both decayed.
struct DecayedCount
{
    double hits = 0;
    double total = 0;

    bool operator==(const DecayedCount&) const = default;
};

// A driver before the race. What the stage cannot know (grid, qualifying) is left empty.
struct DriverInputs
{
    std::string driver;
    std::string team;
    std::string lineage; // the id under which renamed teams share ratings and records
    std::optional<int> grid;
    std::optional<int> qualifyingPosition;
    std::array<std::optional<int>, 3> qualifyingMs;
    double ratingQualifying = 0; // the three ratings are against the mean of the field
    double ratingOrder = 0;
    double ratingPace = 0;
    // The order rating as it stood before the weekend's sprint; none when no sprint was seen.
    std::optional<double> ratingOrderBeforeSprint;
    int unseenRatings = 0; // ratings, 0..3, in which he or his team was never observed
    int racesStarted = 0;
    DecayedCount teamMechanical;
    DecayedCount driverAccidents;

    bool operator==(const DriverInputs&) const = default;
};

// Latent strength mu = weights . inputs, known to sigma.
struct StrengthParameters
{
    InputVector weights{};
    double sigma = 0;

    bool operator==(const StrengthParameters&) const = default;
};

// Chance not to be classified: logistic around the rate of the sport.
struct RetirementParameters
{
    double rate = 0;       // retirements per start, whole sport
    double mechanical = 0; // of these, mechanical ones per start
    DecayedCount circuit;
    std::array<double, 6> beta{}; // one, team, driver, circuit, grid_score, newcomer

    bool operator==(const RetirementParameters&) const = default;
};

// Winner's time, in log seconds per lap.
struct WinnerTimeParameters
{
    double globalRatio = 0;                 // log of the winner's average lap to the best qualifying lap
    double circuitOffset = 0;               // added to it on this circuit
    std::optional<double> pastPace;         // log seconds per lap of earlier winners on this course
    double fallbackPerKm = 0;               // log seconds per kilometre, when nothing else is known
    std::array<double, 7> errorQuantiles{}; // at 5, 10, 25, 50, 75, 90, 95 %

    bool operator==(const WinnerTimeParameters&) const = default;
};

// The cube root of the gap to the winner, in seconds, is normal around coefficients . (1, sqrt(k), deficit),
// k = (predicted position - 1) / 10, deficit = mu of the strongest - own mu.
struct GapParameters
{
    bool known = false; // false while too few races had gaps to learn from
    std::array<double, 3> coefficients{};
    double deviation = 0; // standard, of the cube root

    bool operator==(const GapParameters&) const = default;
};

// All that a forecast is a function of: a plain tree, to be stored and replayed without any history.
struct ForecastInputs
{
    int season = 0;
    int round = 0;
    std::string circuit;
    Session session = Session::Race; // the parameters are those of the Grand Prix for a sprint too
    Stage stage = Stage::Nothing;
    std::optional<int> lapsPlanned;
    std::optional<double> courseKm;
    std::vector<DriverInputs> drivers; // by driver id, each once
    StrengthParameters strength;
    RetirementParameters retirement;
    WinnerTimeParameters winnerTime;
    GapParameters gap;

    bool operator==(const ForecastInputs&) const = default;
};

} // namespace parcferme::predictor

#pragma once

#include "predictor/Facts.h"
#include "predictor/Inputs.h"

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace parcferme::predictor {

// Laps, course and pole of a race: what its winner's time hangs on.
struct CourseFacts
{
    std::string circuit;
    std::optional<int> laps;        // planned; above 0
    std::optional<double> courseKm; // above 0
    std::optional<double> poleLap;  // best lap of qualifying in seconds, if known
};

// Facts of the race without the numbers that cannot be.
CourseFacts courseOf(const std::string& circuit, std::optional<int> laps, std::optional<double> courseKm,
                     const std::vector<std::array<std::optional<int>, 3>>& qualifyingMs);

// Seconds: the median, and the 5, 10, 25, 50, 75, 90, 95 % points.
struct WinnerTimeForecast
{
    double seconds = 0;
    std::array<double, 7> quantiles{};
};

// None without laps, or when neither the pole lap nor a past race nor the course length is known.
std::optional<WinnerTimeForecast> winnerTime(const WinnerTimeParameters& parameters, const CourseFacts& race);

// What past races have shown of the winner's pace.
class WinnerTime
{
public:
    WinnerTimeParameters parameters(const CourseFacts& race) const;

    // seconds and laps of the winner.
    void learn(const CourseFacts& race, double seconds, std::optional<int> laps);

private:
    struct PastPace
    {
        double logLap = 0;
        double courseKm = 0;
    };

    std::optional<double> pastPace(const CourseFacts& race) const;

    std::unordered_map<std::string, DecayedCount> offsets_; // sums of deviations, by circuit
    std::unordered_map<std::string, std::vector<PastPace>> paces_;
    std::deque<double> ratios_;
    std::deque<double> perKm_;
    std::deque<double> errors_;
};

} // namespace parcferme::predictor

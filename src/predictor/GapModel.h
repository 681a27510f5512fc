#pragma once

#include "predictor/Inputs.h"

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace parcferme::predictor {

// Seconds of one lap at the end of a race, from the winner's time and the laps planned.
double lapAtTheEnd(double winnerSeconds, int laps);

// What the gaps of a field hang on, in the order of its drivers.
struct GapField
{
    std::vector<double> mu;
    std::vector<int> order;    // indices, best predicted first
    std::vector<double> win;   // chance to win of who is classified, 0 to 1
    std::optional<double> lap; // seconds of one lap, as lapAtTheEnd has it; none: no chance to be lapped
};

// A gap to the winner in seconds (the median) with its 10 and 90 % points, of who is classified.
struct GapForecast
{
    double gap = 0;
    double low = 0;
    double high = 0;
    std::optional<double> pLapped; // chance to be a lap or more behind
};

// Gaps and low ends of the first are 0, and none falls along the order. The parameters must be known.
std::vector<GapForecast> gaps(const GapParameters& parameters, const GapField& field);

// Chances, of who is classified, to be exactly 1, exactly 2, and 3 or more laps down: those of the gaps whose
// points these are, of a driver who wins with chance `win`. All 0 without a chance to be lapped.
std::array<double, 3> lapChances(const GapForecast& gap, double win, double lap);

// The chance to win of who is classified, which no driver behind him in the order exceeds.
double winIfClassified(double pWin, double pRetire);

// The gap of a classified car in seconds: exact (low = high) on the winner's lap, else within a lap.
struct GapSeen
{
    double low = 0;
    double high = 0;

    bool exact() const { return low == high; }
};

// Learns the gaps to the winner, those of lapped cars too, from the forecasts of past races.
class GapModel
{
public:
    // racesLearnt: how many races, with gaps or not, came before.
    GapParameters fit(int racesLearnt) const;

    // seen: none for the winner, who is not classified, and without time or laps.
    void learn(int racesLearnt, const std::vector<double>& mu, const std::vector<int>& order,
               const std::vector<std::optional<GapSeen>>& seen);

private:
    struct Race
    {
        int index = 0;
        std::vector<std::array<double, 3>> inputs;
        std::vector<GapSeen> roots; // cube roots of the gaps
    };

    std::deque<Race> races_; // the newest last
};

} // namespace parcferme::predictor

#pragma once

#include "predictor/Inputs.h"

#include <deque>
#include <optional>
#include <vector>

namespace parcferme::predictor {

/** A gap to the predicted winner and its 10 and 90 % points, in seconds. */
struct GapForecast
{
    double gap = 0;
    double low = 0;
    double high = 0;
};

/** Gaps of a field; order: indices, best first. The first is 0, and none falls along the order. */
std::vector<GapForecast> gaps(const GapParameters& parameters, const std::vector<double>& mu,
                              const std::vector<int>& order);

/** Learns the median gap to the winner, on the lead lap, from the forecasts of past races. */
class GapModel
{
public:
    /** racesLearnt: how many races, with gaps or not, came before. */
    GapParameters fit(int racesLearnt) const;

    /** seconds: gap of each to the winner; none off the lead lap, for the winner, and without a time. */
    void learn(int racesLearnt, const std::vector<double>& mu, const std::vector<int>& order,
               const std::vector<std::optional<double>>& seconds);

private:
    struct Race
    {
        int index = 0;
        std::vector<std::array<double, 4>> inputs;
        std::vector<double> roots; ///< square roots of the real gaps
    };

    std::deque<Race> races_; ///< the newest last
};

} // namespace parcferme::predictor

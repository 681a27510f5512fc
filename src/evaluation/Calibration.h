#pragma once

#include <optional>
#include <vector>

namespace parcferme::evaluation {

// A chance that was given, and whether it came true.
struct Outcome
{
    double chance = 0;
    bool happened = false;
};

// A bin of the reliability diagram.
struct ReliabilityBin
{
    double low = 0; // edges of the bin
    double high = 0;
    int count = 0;
    int hits = 0;
    double meanForecast = 0;
    double observed = 0;    // hits / count
    double observedLow = 0; // 95 % Wilson interval
    double observedHigh = 0;
};

struct Reliability
{
    std::vector<ReliabilityBin> bins;
    std::optional<double> ece;
};

// Ten bins of equal width, those under 20 forecasts merged with their neighbour; empty without outcomes.
std::vector<ReliabilityBin> reliabilityBins(const std::vector<Outcome>& outcomes);

// Expected calibration error over ten bins of equal mass, pooled over races; none without outcomes.
std::optional<double> expectedCalibrationError(std::vector<Outcome> outcomes);

} // namespace parcferme::evaluation

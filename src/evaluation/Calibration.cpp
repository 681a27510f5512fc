#include "evaluation/Calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parcferme::evaluation {

namespace {

constexpr int BinCount = 10;
constexpr int Fewest = 20;
constexpr double Z95 = 1.959963984540054;

using EvenBins = std::array<ReliabilityBin, BinCount>;

// Counts, with the sum of the chances in place of their mean.
EvenBins evenBins(const std::vector<Outcome>& outcomes)
{
    EvenBins bins;
    for (std::size_t k = 0; k < bins.size(); ++k) {
        bins[k].low = static_cast<double>(k) / BinCount;
        bins[k].high = static_cast<double>(k + 1) / BinCount;
    }
    for (const Outcome& outcome : outcomes) {
        const auto k = static_cast<std::size_t>(std::clamp(outcome.chance * BinCount, 0.0, BinCount - 1.0));
        bins[k].count += 1;
        bins[k].hits += outcome.happened ? 1 : 0;
        bins[k].meanForecast += outcome.chance;
    }
    return bins;
}

// From the sum of the chances to their mean, and what came true of them.
void setObserved(ReliabilityBin& bin)
{
    const double n = bin.count;
    const double p = bin.hits / n;
    const double widened = 1 + Z95 * Z95 / n;
    const double centre = (p + Z95 * Z95 / (2 * n)) / widened;
    const double half = Z95 * std::sqrt(p * (1 - p) / n + Z95 * Z95 / (4 * n * n)) / widened;
    bin.meanForecast /= n;
    bin.observed = p;
    bin.observedLow = std::max(centre - half, 0.0);
    bin.observedHigh = std::min(centre + half, 1.0);
}

} // namespace

std::vector<ReliabilityBin> reliabilityBins(const std::vector<Outcome>& outcomes)
{
    if (outcomes.empty())
        return {};
    const EvenBins even = evenBins(outcomes);
    std::vector<ReliabilityBin> bins;
    int rest = static_cast<int>(outcomes.size());
    for (const ReliabilityBin& bin : even) {
        const bool join = !bins.empty() && (bins.back().count < Fewest || rest < Fewest);
        rest -= bin.count;
        if (!join) {
            bins.push_back(bin);
            continue;
        }
        bins.back().high = bin.high;
        bins.back().count += bin.count;
        bins.back().hits += bin.hits;
        bins.back().meanForecast += bin.meanForecast;
    }
    std::ranges::for_each(bins, setObserved);
    return bins;
}

std::optional<double> expectedCalibrationError(std::vector<Outcome> outcomes)
{
    if (outcomes.empty())
        return std::nullopt;
    std::ranges::stable_sort(outcomes, {}, &Outcome::chance);
    const std::size_t n = outcomes.size();
    double error = 0;
    std::size_t first = 0;
    for (std::size_t bin = 0; bin < BinCount; ++bin) {
        const std::size_t size = n / BinCount + (bin < n % BinCount ? 1 : 0);
        double difference = 0;
        for (std::size_t k = first; k < first + size; ++k)
            difference += outcomes[k].chance - (outcomes[k].happened ? 1 : 0);
        error += std::abs(difference) / static_cast<double>(n); // the bin's share times its mean difference
        first += size;
    }
    return error;
}

} // namespace parcferme::evaluation

#include "evaluation/GapScoring.h"

#include <algorithm>

namespace parcferme::evaluation {

namespace {

constexpr double StoppedFrom = 1.25;

// How far the forecast is from the gap, or from the lap that the gap is in.
double distance(const JudgedGap& gap)
{
    return std::max({0.0, gap.from - gap.forecast, gap.forecast - gap.to});
}

// 1 or 0, or of a lapped car the share of its lap that the interval holds.
double held(const JudgedGap& gap)
{
    if (!gap.lapped)
        return gap.low <= gap.from && gap.from <= gap.high ? 1 : 0;
    const double both = std::min(gap.high, gap.to) - std::max(gap.low, gap.from);
    return std::max(both, 0.0) / (gap.to - gap.from);
}

} // namespace

void scoreGaps(Scores& scores, const std::vector<JudgedGap>& gaps)
{
    if (gaps.empty())
        return;
    double distances = 0;
    double inside = 0;
    double brier = 0;
    bool chances = true;
    for (const JudgedGap& gap : gaps) {
        distances += distance(gap);
        inside += held(gap);
        const double error = gap.pLapped.value_or(0) - (gap.lapped ? 1 : 0);
        brier += error * error;
        chances = chances && gap.pLapped;
    }
    const auto n = static_cast<double>(gaps.size());
    scores.gapDistanceSeconds = distances / n;
    scores.gapCoverage80 = inside / n;
    if (chances)
        scores.lappedBrier = brier / n;
}

bool looksStopped(double winnerSeconds, double forecastSeconds)
{
    return winnerSeconds > StoppedFrom * forecastSeconds;
}

} // namespace parcferme::evaluation

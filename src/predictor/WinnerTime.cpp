#include "predictor/WinnerTime.h"

#include "predictor/Numerics.h"
#include "predictor/QualifyingGap.h"

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

constexpr std::size_t RatioWindow = 60;
constexpr std::size_t RatiosNeeded = 6;
constexpr double UsualRatio = 1.07;
constexpr std::size_t PerKmWindow = 40;
constexpr double UsualSecondsPerKm = 17.0;
constexpr std::size_t ErrorWindow = 120;
constexpr std::size_t ErrorsNeeded = 11;
constexpr double LargestUnlearntError = .05;

constexpr double OffsetShrink = 4.0;
constexpr double OffsetDecay = .8;
constexpr double LargestOffset = .04;

constexpr std::size_t PastRaces = 5;
constexpr double PastDecay = .7;
constexpr double SameCourse = .01;

constexpr double PoleShare = .6;
// Estimates farther apart than this: it rained in one of the two.
constexpr double FarApart = .05;
constexpr double WetQualifying = .01;

constexpr double Inflate = 1.2;
constexpr std::array<double, 7> QuantilePoints = {.05, .1, .25, .5, .75, .9, .95};
constexpr std::size_t Middle = 3;

struct Estimate
{
    double logLap = 0;
    double widening = 1; // the less it rests on, the wider
};

double combine(double fromPole, double fromPast)
{
    if (std::abs(fromPole - fromPast) < FarApart)
        return PoleShare * fromPole + (1 - PoleShare) * fromPast;
    return fromPole > fromPast ? fromPast + WetQualifying : fromPole;
}

std::optional<Estimate> estimate(const WinnerTimeParameters& parameters, const CourseFacts& race)
{
    const std::optional<double>& past = parameters.pastPace;
    if (race.poleLap) {
        const double fromPole = std::log(*race.poleLap) + parameters.globalRatio + parameters.circuitOffset;
        if (past)
            return Estimate{combine(fromPole, *past), 1.0};
        return Estimate{fromPole, 1.15};
    }
    if (past)
        return Estimate{*past, 1.2};
    if (race.courseKm)
        return Estimate{std::log(*race.courseKm) + parameters.fallbackPerKm, 1.6};
    return std::nullopt;
}

void append(std::deque<double>& values, double value, std::size_t window)
{
    values.push_back(value);
    if (values.size() > window)
        values.pop_front();
}

std::vector<double> copied(const std::deque<double>& values)
{
    return {values.begin(), values.end()};
}

} // namespace

CourseFacts courseOf(const std::string& circuit, std::optional<int> laps, std::optional<double> courseKm,
                     const std::vector<std::array<std::optional<int>, 3>>& qualifyingMs)
{
    if (laps && *laps <= 0)
        laps.reset();
    if (courseKm && !(std::isfinite(*courseKm) && *courseKm > 0))
        courseKm.reset();
    return {.circuit = circuit, .laps = laps, .courseKm = courseKm, .poleLap = bestLap(qualifyingMs)};
}

std::optional<WinnerTimeForecast> winnerTime(const WinnerTimeParameters& parameters, const CourseFacts& race)
{
    const std::optional<Estimate> lap = estimate(parameters, race);
    if (!lap || !race.laps)
        return std::nullopt;
    const std::array<double, 7>& errors = parameters.errorQuantiles;
    const double centre = lap->logLap + errors[Middle];
    WinnerTimeForecast time{.seconds = std::exp(centre) * *race.laps, .quantiles = {}};
    for (std::size_t k = 0; k < errors.size(); ++k)
        time.quantiles[k] =
            std::exp(centre + Inflate * lap->widening * (errors[k] - errors[Middle])) * *race.laps;
    return time;
}

std::optional<double> WinnerTime::pastPace(const CourseFacts& race) const
{
    const auto found = paces_.find(race.circuit);
    if (found == paces_.end() || !race.courseKm)
        return std::nullopt;
    std::vector<double> logLaps;
    std::vector<double> weights;
    double weight = 1;
    for (auto past = found->second.rbegin(); past != found->second.rend() && logLaps.size() < PastRaces;
         ++past) {
        if (std::abs(past->courseKm / *race.courseKm - 1) >= SameCourse)
            continue;
        logLaps.push_back(past->logLap);
        weights.push_back(weight);
        weight *= PastDecay;
    }
    if (logLaps.empty())
        return std::nullopt;
    return weightedQuantile(logLaps, weights, .5);
}

WinnerTimeParameters WinnerTime::parameters(const CourseFacts& race) const
{
    WinnerTimeParameters parameters;
    parameters.globalRatio = ratios_.size() < RatiosNeeded ? std::log(UsualRatio) : median(copied(ratios_));
    if (const auto offset = offsets_.find(race.circuit); offset != offsets_.end())
        parameters.circuitOffset = offset->second.hits / (offset->second.total + OffsetShrink);
    parameters.pastPace = pastPace(race);
    parameters.fallbackPerKm = perKm_.empty() ? std::log(UsualSecondsPerKm) : median(copied(perKm_));
    for (std::size_t k = 0; k < QuantilePoints.size(); ++k) {
        const double even = static_cast<double>(k) / static_cast<double>(Middle) - 1; // -1 .. 1
        parameters.errorQuantiles[k] = errors_.size() < ErrorsNeeded
                                           ? LargestUnlearntError * even
                                           : quantile(copied(errors_), QuantilePoints[k]);
    }
    return parameters;
}

void WinnerTime::learn(const CourseFacts& race, double seconds, std::optional<int> laps)
{
    if (!race.laps)
        return;
    const WinnerTimeParameters before = parameters(race);
    if (const std::optional<Estimate> lap = estimate(before, race))
        append(errors_, std::log(seconds / *race.laps) - lap->logLap, ErrorWindow);
    if (!laps || *laps <= 0 || *laps < 0.5 * *race.laps)
        return;
    const double logLap = std::log(seconds / *laps);
    if (race.poleLap) {
        const double ratio = logLap - std::log(*race.poleLap);
        append(ratios_, ratio, RatioWindow);
        DecayedCount& offset = offsets_[race.circuit];
        offset.hits =
            offset.hits * OffsetDecay + std::clamp(ratio - before.globalRatio, -LargestOffset, LargestOffset);
        offset.total = offset.total * OffsetDecay + 1;
    }
    if (race.courseKm) {
        paces_[race.circuit].push_back({logLap, *race.courseKm});
        append(perKm_, logLap - std::log(*race.courseKm), PerKmWindow);
    }
}

} // namespace parcferme::predictor

#include "predictor/WinnerTime.h"

#include "predictor/Numerics.h"
#include "predictor/QualifyingGap.h"

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

constexpr std::size_t ratioWindow = 60;
constexpr std::size_t ratiosNeeded = 6;
constexpr double usualRatio = 1.07;
constexpr std::size_t perKmWindow = 40;
constexpr double usualSecondsPerKm = 17.0;
constexpr std::size_t errorWindow = 120;
constexpr std::size_t errorsNeeded = 11;
constexpr double largestUnlearntError = .05;

constexpr double offsetShrink = 4.0;
constexpr double offsetDecay = .8;
constexpr double largestOffset = .04;

constexpr std::size_t pastRaces = 5;
constexpr double pastDecay = .7;
constexpr double sameCourse = .01;

constexpr double poleShare = .6;
// Estimates farther apart than this: it rained in one of the two.
constexpr double farApart = .05;
constexpr double wetQualifying = .01;

constexpr double inflate = 1.2;
constexpr std::array<double, 7> quantilePoints = {.05, .1, .25, .5, .75, .9, .95};
constexpr std::size_t middle = 3;

struct Estimate
{
    double logLap = 0;
    double widening = 1; // the less it rests on, the wider
};

double combine(double fromPole, double fromPast)
{
    if (std::abs(fromPole - fromPast) < farApart)
        return poleShare * fromPole + (1 - poleShare) * fromPast;
    return fromPole > fromPast ? fromPast + wetQualifying : fromPole;
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
    const double centre = lap->logLap + errors[middle];
    WinnerTimeForecast time{.seconds = std::exp(centre) * *race.laps, .quantiles = {}};
    for (std::size_t k = 0; k < errors.size(); ++k)
        time.quantiles[k] =
            std::exp(centre + inflate * lap->widening * (errors[k] - errors[middle])) * *race.laps;
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
    for (auto past = found->second.rbegin(); past != found->second.rend() && logLaps.size() < pastRaces;
         ++past) {
        if (std::abs(past->courseKm / *race.courseKm - 1) >= sameCourse)
            continue;
        logLaps.push_back(past->logLap);
        weights.push_back(weight);
        weight *= pastDecay;
    }
    if (logLaps.empty())
        return std::nullopt;
    return weightedQuantile(logLaps, weights, .5);
}

WinnerTimeParameters WinnerTime::parameters(const CourseFacts& race) const
{
    WinnerTimeParameters parameters;
    parameters.globalRatio = ratios_.size() < ratiosNeeded ? std::log(usualRatio) : median(copied(ratios_));
    if (const auto offset = offsets_.find(race.circuit); offset != offsets_.end())
        parameters.circuitOffset = offset->second.hits / (offset->second.total + offsetShrink);
    parameters.pastPace = pastPace(race);
    parameters.fallbackPerKm = perKm_.empty() ? std::log(usualSecondsPerKm) : median(copied(perKm_));
    for (std::size_t k = 0; k < quantilePoints.size(); ++k) {
        const double even = static_cast<double>(k) / static_cast<double>(middle) - 1; // -1 .. 1
        parameters.errorQuantiles[k] = errors_.size() < errorsNeeded
                                           ? largestUnlearntError * even
                                           : quantile(copied(errors_), quantilePoints[k]);
    }
    return parameters;
}

void WinnerTime::learn(const CourseFacts& race, double seconds, std::optional<int> laps)
{
    if (!race.laps)
        return;
    const WinnerTimeParameters before = parameters(race);
    if (const std::optional<Estimate> lap = estimate(before, race))
        append(errors_, std::log(seconds / *race.laps) - lap->logLap, errorWindow);
    if (!laps || *laps <= 0 || *laps < 0.5 * *race.laps)
        return;
    const double logLap = std::log(seconds / *laps);
    if (race.poleLap) {
        const double ratio = logLap - std::log(*race.poleLap);
        append(ratios_, ratio, ratioWindow);
        DecayedCount& offset = offsets_[race.circuit];
        offset.hits =
            offset.hits * offsetDecay + std::clamp(ratio - before.globalRatio, -largestOffset, largestOffset);
        offset.total = offset.total * offsetDecay + 1;
    }
    if (race.courseKm) {
        paces_[race.circuit].push_back({logLap, *race.courseKm});
        append(perKm_, logLap - std::log(*race.courseKm), perKmWindow);
    }
}

} // namespace parcferme::predictor

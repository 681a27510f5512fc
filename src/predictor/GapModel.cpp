#include "predictor/GapModel.h"

#include "predictor/CensoredRegression.h"
#include "predictor/Numerics.h"

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

constexpr std::size_t Window = 120;
constexpr double HalfLife = 60.0;
constexpr std::size_t RacesNeeded = 16;
constexpr std::ptrdiff_t GapsNeeded = 3;
// The mean lap holds stops and safety cars, a lap at the end of the race does not.
constexpr double ShareOfMeanLap = .95;
constexpr double SmallestGap = .3;
// The least that the cube root grows by from place to place.
constexpr double RootStep = .02;
constexpr double SurestWin = .999;
constexpr double SmallestChance = 1e-12;

using Row = std::array<double, 3>;

std::vector<Row> inputsOf(const std::vector<double>& mu, const std::vector<int>& order)
{
    const double best = *std::ranges::max_element(mu);
    std::vector<Row> rows(mu.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto driver = static_cast<std::size_t>(order[place]);
        rows[driver] = {1, std::sqrt(static_cast<double>(place) / 10), best - mu[driver]};
    }
    return rows;
}

// Who is classified wins with chance `win`; otherwise the cube root of his gap is normal around `root`.
struct GapDistribution
{
    double win = 0;
    double root = 0;
    double deviation = 0;

    double quantile(double q) const
    {
        if (q <= win)
            return 0;
        const double z = probit(std::max((q - win) / (1 - win), SmallestChance));
        return std::pow(std::max(root + deviation * z, 0.0), 3);
    }

    double chanceOver(double seconds) const
    {
        return (1 - win) * normalCdf((root - std::cbrt(seconds)) / deviation);
    }
};

GapForecast forecastOf(const GapDistribution& gap, const std::optional<double>& lap)
{
    GapForecast forecast{
        .gap = gap.quantile(.5), .low = gap.quantile(.1), .high = gap.quantile(.9), .pLapped = {}};
    if (lap)
        forecast.pLapped = gap.chanceOver(*lap);
    return forecast;
}

} // namespace

double lapAtTheEnd(double winnerSeconds, int laps)
{
    return ShareOfMeanLap * winnerSeconds / laps;
}

std::vector<GapForecast> gaps(const GapParameters& parameters, const GapField& field)
{
    const std::vector<Row> rows = inputsOf(field.mu, field.order);
    std::vector<GapForecast> result(field.mu.size());
    GapDistribution gap{.win = SurestWin, .root = 0, .deviation = parameters.deviation};
    double highest = 0; // of the roots so far, each less the steps up to its place
    for (std::size_t place = 0; place < field.order.size(); ++place) {
        const auto driver = static_cast<std::size_t>(field.order[place]);
        double root = 0;
        for (std::size_t k = 0; k < rows[driver].size(); ++k)
            root += parameters.coefficients[k] * rows[driver][k];
        const double steps = RootStep * static_cast<double>(place);
        highest = place == 0 ? root : std::max(highest, root - steps);
        gap.root = highest + steps;
        gap.win = std::min(gap.win, field.win[driver]);
        result[driver] = forecastOf(gap, field.lap);
        if (place == 0)
            result[driver].gap = result[driver].low = 0;
    }
    return result;
}

double winIfClassified(double pWin, double pRetire)
{
    return pRetire < 1 ? std::min(pWin / (1 - pRetire), SurestWin) : 0.0;
}

std::array<double, 3> lapChances(const GapForecast& gap, double win, double lap)
{
    const double lapped = gap.pLapped.value_or(0);
    // A median of 0 tells nothing of the width; who may win is as good as never two laps down.
    if (!(win < .5) || !(gap.gap > 0) || !(gap.high > gap.gap) || !(lap > 0))
        return {lapped, 0, 0};
    const auto z = [&](double q) { return probit((q - win) / (1 - win)); };
    const double deviation = (std::cbrt(gap.high) - std::cbrt(gap.gap)) / (z(.9) - z(.5));
    const GapDistribution known{
        .win = win, .root = std::cbrt(gap.gap) - deviation * z(.5), .deviation = deviation};
    const double two = std::min(lapped, known.chanceOver(2 * lap));
    const double three = std::min(two, known.chanceOver(3 * lap));
    return {lapped - two, two - three, three};
}

GapParameters GapModel::fit(int racesLearnt) const
{
    GapParameters parameters;
    if (races_.size() < RacesNeeded)
        return parameters;
    Eigen::Index count = 0;
    for (const Race& race : races_)
        count += static_cast<Eigen::Index>(race.roots.size());
    CensoredData data{.inputs = Eigen::MatrixXd(count, 3),
                      .low = Eigen::VectorXd(count),
                      .high = Eigen::VectorXd(count),
                      .weights = Eigen::VectorXd(count)};
    Eigen::Index row = 0;
    for (const Race& race : races_) {
        const double weight = std::pow(0.5, (racesLearnt - race.index) / HalfLife);
        for (std::size_t k = 0; k < race.roots.size(); ++k, ++row) {
            data.inputs.row(row) = Eigen::RowVector3d::Map(race.inputs[k].data());
            data.low[row] = race.roots[k].low;
            data.high[row] = race.roots[k].high;
            data.weights[row] = weight;
        }
    }
    const CensoredFit fit = censoredRegression(data);
    parameters.known = true;
    std::ranges::copy(fit.coefficients, parameters.coefficients.begin());
    parameters.deviation = fit.deviation;
    return parameters;
}

void GapModel::learn(int racesLearnt, const std::vector<double>& mu, const std::vector<int>& order,
                     const std::vector<std::optional<GapSeen>>& seen)
{
    const auto exact = [](const std::optional<GapSeen>& gap) { return gap && gap->exact(); };
    if (std::ranges::count_if(seen, exact) < GapsNeeded)
        return;
    const std::vector<Row> rows = inputsOf(mu, order);
    Race race{.index = racesLearnt, .inputs = {}, .roots = {}};
    for (std::size_t k = 0; k < seen.size(); ++k) {
        if (!seen[k])
            continue;
        race.inputs.push_back(rows[k]);
        race.roots.push_back({std::cbrt(std::max(seen[k]->low, SmallestGap)),
                              std::cbrt(std::max(seen[k]->high, SmallestGap))});
    }
    races_.push_back(std::move(race));
    if (races_.size() > Window)
        races_.pop_front();
}

} // namespace parcferme::predictor

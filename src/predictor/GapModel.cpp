#include "predictor/GapModel.h"

#include "predictor/Numerics.h"

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

constexpr std::size_t window = 120;
constexpr double halfLife = 60.0;
constexpr std::size_t racesNeeded = 16;
constexpr std::size_t gapsNeeded = 3;
constexpr double smallestRoot = .5;
constexpr double smallestGap = .5;
/** Ratios of small gaps would be mostly noise, so both sides are raised to these. */
constexpr double smallestFitted = 2.0;
constexpr double smallestReal = .3;

using Row = std::array<double, 4>;

std::vector<Row> inputsOf(const std::vector<double>& mu, const std::vector<int>& order)
{
    const double best = *std::ranges::max_element(mu);
    std::vector<Row> rows(mu.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto driver = static_cast<std::size_t>(order[place]);
        const double k = static_cast<double>(place) / 10;
        rows[driver] = {1, k, k * k, best - mu[driver]};
    }
    return rows;
}

double squared(double root)
{
    const double raised = std::max(root, smallestRoot);
    return raised * raised;
}

} // namespace

std::vector<GapForecast> gaps(const GapParameters& parameters, const std::vector<double>& mu,
                              const std::vector<int>& order)
{
    const std::vector<Row> rows = inputsOf(mu, order);
    std::vector<GapForecast> result(mu.size());
    GapForecast ahead;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto driver = static_cast<std::size_t>(order[place]);
        double root = 0;
        for (std::size_t k = 0; k < rows[driver].size(); ++k)
            root += parameters.coefficients[k] * rows[driver][k];
        const double gap = std::max(squared(root), smallestGap);
        const double base = std::max(gap, smallestFitted);
        ahead.gap = std::max(ahead.gap, gap);
        ahead.low = std::max(ahead.low, base * std::exp(parameters.lowLogRatio));
        ahead.high = std::max(ahead.high, base * std::exp(parameters.highLogRatio));
        if (place > 0)
            result[driver] = ahead;
    }
    return result;
}

GapParameters GapModel::fit(int racesLearnt) const
{
    GapParameters parameters;
    if (races_.size() < racesNeeded)
        return parameters;
    std::size_t count = 0;
    for (const Race& race : races_)
        count += race.roots.size();
    Eigen::MatrixXd x(count, 4);
    Eigen::VectorXd y(count);
    Eigen::VectorXd weights(count);
    Eigen::Index row = 0;
    for (const Race& race : races_) {
        const double weight = std::pow(0.5, (racesLearnt - race.index) / halfLife);
        for (std::size_t k = 0; k < race.roots.size(); ++k, ++row) {
            x.row(row) = Eigen::RowVector4d::Map(race.inputs[k].data());
            y[row] = race.roots[k];
            weights[row] = weight;
        }
    }
    const Eigen::VectorXd b = leastAbsolute(x, y, weights);
    const Eigen::VectorXd fitted = x * b;
    std::vector<double> logRatios(count);
    for (std::size_t k = 0; k < count; ++k) {
        const auto at = static_cast<Eigen::Index>(k);
        logRatios[k] =
            std::log(std::max(y[at] * y[at], smallestReal) / std::max(squared(fitted[at]), smallestFitted));
    }
    const std::vector<double> allWeights(weights.begin(), weights.end());
    parameters.known = true;
    std::ranges::copy(b, parameters.coefficients.begin());
    parameters.lowLogRatio = weightedQuantile(logRatios, allWeights, .1);
    parameters.highLogRatio = weightedQuantile(logRatios, allWeights, .9);
    return parameters;
}

void GapModel::learn(int racesLearnt, const std::vector<double>& mu, const std::vector<int>& order,
                     const std::vector<std::optional<double>>& seconds)
{
    const std::vector<Row> rows = inputsOf(mu, order);
    Race race{.index = racesLearnt, .inputs = {}, .roots = {}};
    for (std::size_t k = 0; k < seconds.size(); ++k) {
        if (!seconds[k])
            continue;
        race.inputs.push_back(rows[k]);
        race.roots.push_back(std::sqrt(std::max(*seconds[k], 0.0)));
    }
    if (race.roots.size() < gapsNeeded)
        return;
    races_.push_back(std::move(race));
    if (races_.size() > window)
        races_.pop_front();
}

} // namespace parcferme::predictor

#include "predictor/Strength.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace parcferme::predictor {

namespace {

constexpr std::size_t FitWindow = 250;
constexpr double HalfLife = 200.0;
constexpr double Ridge = 20.0;
constexpr std::size_t SigmaWindow = 100;
constexpr double SigmaScale = 0.85;

} // namespace

std::vector<double> strengthsOf(const InputVector& weights, const std::vector<InputVector>& inputs)
{
    std::vector<double> mu;
    mu.reserve(inputs.size());
    for (const InputVector& row : inputs)
        mu.push_back(std::inner_product(weights.begin(), weights.end(), row.begin(), 0.0));
    return mu;
}

std::vector<int> orderByStrength(const std::vector<double>& mu, const std::vector<int>& start)
{
    std::vector<int> order(mu.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](int k) {
        const auto at = static_cast<std::size_t>(k);
        return std::pair(-mu[at], start[at]);
    });
    return order;
}

void Strength::learn(const std::vector<InputVector>& inputs, const std::vector<double>& scores)
{
    Race race;
    const auto n = static_cast<Eigen::Index>(inputs.size());
    race.inputs.resize(n, InputCount);
    race.scores.resize(n);
    for (Eigen::Index k = 0; k < n; ++k) {
        const auto row = static_cast<std::size_t>(k);
        race.inputs.row(k) = Vector::Map(inputs[row].data()).transpose();
        race.scores[k] = scores[row];
    }
    if (n > 0) {
        race.inputs.rowwise() -= race.inputs.colwise().mean().eval();
        race.scores.array() -= race.scores.mean();
    }
    race.gram = race.inputs.transpose() * race.inputs;
    race.cross = race.inputs.transpose() * race.scores;
    races_.push_back(std::move(race));
    if (races_.size() > FitWindow)
        races_.pop_front();
}

InputVector Strength::weights(Stage stage) const
{
    Gram gram = Ridge * Gram::Identity();
    Vector cross = Vector::Zero();
    double age = static_cast<double>(races_.size());
    for (const Race& race : races_) {
        const double weight = std::pow(0.5, age / HalfLife);
        gram += weight * race.gram;
        cross += weight * race.cross;
        age -= 1;
    }
    constexpr int count = InputCount;
    const int first = stage == Stage::Nothing ? 3 : 0;
    const int used = count - first;
    InputVector weights{};
    Vector::Map(weights.data()).tail(used) = gram.bottomRightCorner(used, used).llt().solve(cross.tail(used));
    return weights;
}

double Strength::spread(const InputVector& weights) const
{
    double squares = 0;
    double freedom = 0;
    const std::size_t skip = races_.size() - std::min(races_.size(), SigmaWindow);
    for (std::size_t k = skip; k < races_.size(); ++k) {
        const Race& race = races_[k];
        squares += (race.scores - race.inputs * Vector::Map(weights.data())).squaredNorm();
        freedom += static_cast<double>(std::max<Eigen::Index>(race.scores.size() - 1, 0));
    }
    return freedom > 0 ? SigmaScale * std::sqrt(squares / freedom) : 0.0;
}

StrengthParameters Strength::fit(Stage stage) const
{
    const InputVector best = weights(stage);
    return {.weights = best, .sigma = spread(best)};
}

} // namespace parcferme::predictor

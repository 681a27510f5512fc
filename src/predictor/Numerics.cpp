#include "predictor/Numerics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

namespace parcferme::predictor {

double normalCdf(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double probit(double p)
{
    // Tukey's lambda approximation is good to some hundredths, far out less; Halley's steps then triple the
    // digits.
    double x = 4.91 * (std::pow(p, 0.14) - std::pow(1 - p, 0.14));
    const double root = std::sqrt(2 * std::numbers::pi);
    for (int step = 0; step < 8; ++step) {
        const double newton = (normalCdf(x) - p) * root * std::exp(x * x / 2);
        x -= newton / (1 + x * newton / 2);
    }
    return x;
}

double normalScore(int position, int n)
{
    return probit((n - position + 0.625) / (n + 0.25));
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double quantile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    const double at = q * static_cast<double>(values.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), values.size() - 1);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

double weightedQuantile(const std::vector<double>& values, const std::vector<double>& weights, double q)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    const double target = q * std::accumulate(weights.begin(), weights.end(), 0.0);
    double sum = 0;
    double lastAt = 0;
    double lastValue = values[order.front()];
    for (const std::size_t k : order) {
        const double at = sum + weights[k] / 2;
        if (at >= target) {
            if (sum == 0)
                return values[k];
            return lastValue + (target - lastAt) / (at - lastAt) * (values[k] - lastValue);
        }
        sum += weights[k];
        lastAt = at;
        lastValue = values[k];
    }
    return lastValue;
}

} // namespace parcferme::predictor

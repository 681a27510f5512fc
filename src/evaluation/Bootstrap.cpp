#include "evaluation/Bootstrap.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace parcferme::evaluation {

namespace {

// SplitMix64: two lines, and good enough to draw races.
class Generator
{
public:
    std::uint64_t next()
    {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t state_ = 1;
};

// Linear between the neighbours; reorders the values.
double percentile(std::vector<double>& values, double q)
{
    const double at = q * static_cast<double>(values.size() - 1);
    const auto below = values.begin() + static_cast<std::ptrdiff_t>(std::floor(at));
    std::nth_element(values.begin(), below, values.end());
    if (below + 1 == values.end())
        return *below;
    const double above = *std::min_element(below + 1, values.end());
    return *below + (at - std::floor(at)) * (above - *below);
}

double sumOf(const std::vector<double>& values, std::span<const std::uint32_t> drawn)
{
    double sum = 0;
    for (const std::uint32_t k : drawn)
        sum += values[k];
    return sum;
}

} // namespace

Bootstrap::Bootstrap(std::size_t races, int draws)
    : races_(races), draws_(static_cast<std::size_t>(draws)), drawn_(races_ * draws_)
{
    Generator generator;
    for (std::uint32_t& index : drawn_)
        index = static_cast<std::uint32_t>(((generator.next() >> 32) * races_) >> 32);
}

template <typename Statistic>
Interval Bootstrap::interval(double value, const Statistic& statistic) const
{
    std::vector<double> drawn(draws_);
    for (std::size_t k = 0; k < draws_; ++k)
        drawn[k] = statistic(std::span(drawn_).subspan(k * races_, races_));
    return {.mean = value,
            .low = percentile(drawn, .025),
            .high = percentile(drawn, .975),
            .races = static_cast<int>(races_)};
}

Interval Bootstrap::mean(const std::vector<double>& values) const
{
    const auto n = static_cast<double>(races_);
    return interval(std::accumulate(values.begin(), values.end(), 0.0) / n,
                    [&](std::span<const std::uint32_t> drawn) { return sumOf(values, drawn) / n; });
}

Interval Bootstrap::skill(const std::vector<double>& scores, const std::vector<double>& reference) const
{
    const double all = 1 - std::accumulate(scores.begin(), scores.end(), 0.0) /
                               std::accumulate(reference.begin(), reference.end(), 0.0);
    return interval(all, [&](std::span<const std::uint32_t> drawn) {
        return 1 - sumOf(scores, drawn) / sumOf(reference, drawn);
    });
}

} // namespace parcferme::evaluation

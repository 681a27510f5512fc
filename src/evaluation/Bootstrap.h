#pragma once

#include <cstdint>
#include <vector>

namespace parcferme::evaluation {

// A mean over races and its 95 % interval from a bootstrap over races.
struct Interval
{
    double mean = 0;
    double low = 0;
    double high = 0;
    int races = 0; // that the figure exists for
};

// Draws races with replacement: drivers of one race depend on each other, races hardly do. The generator is
// our own with a fixed seed, so a figure is the same on every machine and at every time.
class Bootstrap
{
public:
    Bootstrap(std::size_t races, int draws);

    std::size_t races() const { return races_; }

    // Of one value per race; races must not be 0.
    Interval mean(const std::vector<double>& values) const;

    // Of the skill 1 - sum(scores) / sum(reference); lower scores are better, the reference above 0.
    Interval skill(const std::vector<double>& scores, const std::vector<double>& reference) const;

private:
    template <typename Statistic>
    Interval interval(double value, const Statistic& statistic) const;

    std::size_t races_;
    std::size_t draws_;
    std::vector<std::uint32_t> drawn_; // races_ indices for each draw
};

} // namespace parcferme::evaluation

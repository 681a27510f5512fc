#include "season/Outlook.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <tuple>

namespace parcferme::season {

namespace {

// How often each number of points was gained.
class Gains
{
public:
    void add(int gain)
    {
        const auto k = static_cast<std::size_t>(gain);
        if (count_.size() <= k)
            count_.resize(k + 1);
        ++count_[k];
        sum_ += gain;
        ++total_;
    }

    Spread from(double points) const
    {
        if (total_ == 0)
            return {points, points, points, points};
        const double mean = points + static_cast<double>(sum_) / static_cast<double>(total_);
        return {mean, points + quantile(1), points + quantile(5), points + quantile(9)};
    }

private:
    int quantile(std::int64_t tenths) const
    {
        const std::int64_t wanted = quantileNumber(tenths, total_);
        std::int64_t below = 0;
        std::size_t k = 0;
        while (below + count_[k] < wanted)
            below += count_[k++];
        return static_cast<int>(k);
    }

    std::vector<std::int64_t> count_;
    std::int64_t sum_ = 0;
    std::int64_t total_ = 0;
};

// What one side has at the end of one simulation.
struct End
{
    bool shutOut = false;
    double points = 0;
    int wins = 0;

    bool aheadOf(const End& other) const
    {
        return std::tie(other.shutOut, points, wins) > std::tie(shutOut, other.points, other.wins);
    }
};

// Counts one table, simulation by simulation.
class Counter
{
public:
    explicit Counter(const std::vector<SoFar>& sides)
        : sides_(sides), gains_(sides.size()), ends_(sides.size())
    {
        wins_.resize(sides.size());
        titles_.resize(sides.size());
        topThrees_.resize(sides.size());
    }

    // A side's gains in the simulation at hand. winsCount: whether they break a tie.
    void set(std::size_t k, int points, int wins, bool winsCount)
    {
        gains_[k].add(points);
        wins_[k] += wins;
        ends_[k] = {sides_[k].shutOut, sides_[k].points + points, winsCount ? sides_[k].wins + wins : 0};
    }

    // Every side is set.
    void endSimulation()
    {
        ++total_;
        std::array<std::size_t, 3> best{};
        std::size_t known = 0;
        for (std::size_t k = 0; k < ends_.size(); ++k) {
            std::size_t at = known;
            while (at > 0 && ends_[k].aheadOf(ends_[best[at - 1]]))
                --at;
            if (at == best.size())
                continue;
            known = std::min(known + 1, best.size());
            for (std::size_t later = known - 1; later > at; --later)
                best[later] = best[later - 1];
            best[at] = k;
        }
        for (std::size_t at = 0; at < known; ++at)
            ++topThrees_[best[at]];
        if (known > 0 && !ends_[best[0]].shutOut)
            ++titles_[best[0]];
    }

    std::vector<Expectation> expectations() const
    {
        const auto share = [&](auto count) {
            return total_ == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(total_);
        };
        std::vector<Expectation> result;
        for (std::size_t k = 0; k < sides_.size(); ++k) {
            const SoFar& side = sides_[k];
            result.push_back({side.id,
                              {},
                              side.points,
                              gains_[k].from(side.points),
                              side.wins + share(wins_[k]),
                              share(titles_[k]),
                              share(topThrees_[k])});
        }
        return result;
    }

private:
    const std::vector<SoFar>& sides_;
    std::vector<Gains> gains_;
    std::vector<std::int64_t> wins_;
    std::vector<std::int64_t> titles_;
    std::vector<std::int64_t> topThrees_;
    std::vector<End> ends_;
    std::int64_t total_ = 0;
};

} // namespace

Selection allOf(const Outcomes& outcomes)
{
    Selection all(outcomes.count());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

SeasonOutlook outlook(const Outcomes& outcomes)
{
    return outlook(outcomes, allOf(outcomes));
}

SeasonOutlook outlook(const Outcomes& outcomes, const Selection& simulations)
{
    Counter drivers(outcomes.drivers());
    Counter teams(outcomes.teams());
    std::vector<int> points(outcomes.teams().size());
    std::vector<int> wins(outcomes.teams().size());
    for (const std::uint32_t simulation : simulations) {
        std::ranges::fill(points, 0);
        std::ranges::fill(wins, 0);
        for (std::size_t k = 0; k < outcomes.drivers().size(); ++k) {
            const int gain = outcomes.gain(simulation, k);
            const int won = outcomes.winsGained(simulation, k);
            drivers.set(k, gain, won, true);
            if (k < outcomes.lineup().size()) {
                points[outcomes.teamOf(k)] += gain;
                wins[outcomes.teamOf(k)] += won;
            }
        }
        for (std::size_t k = 0; k < points.size(); ++k)
            teams.set(k, points[k], wins[k], false);
        drivers.endSimulation();
        teams.endSimulation();
    }
    SeasonOutlook result{simulations.size(), drivers.expectations(), teams.expectations()};
    for (std::size_t k = 0; k < outcomes.lineup().size(); ++k)
        result.drivers[k].team = outcomes.lineup()[k].team;
    return result;
}

std::vector<PathPoint> path(const Outcomes& outcomes, Contestants contestants, std::size_t index)
{
    const bool drivers = contestants == Contestants::Drivers;
    const double now = (drivers ? outcomes.drivers() : outcomes.teams()).at(index).points;
    std::vector<int> gained(outcomes.count());
    std::vector<PathPoint> result;
    const std::vector<Event>& events = outcomes.events();
    for (std::size_t event = 0; event < events.size(); ++event) {
        Gains gains;
        for (std::size_t simulation = 0; simulation < gained.size(); ++simulation) {
            for (std::size_t k = 0; k < outcomes.lineup().size(); ++k) {
                if (drivers ? k == index : outcomes.teamOf(k) == index)
                    gained[simulation] += outcomes.points(simulation, event, k);
            }
            gains.add(gained[simulation]);
        }
        // The sprint is not the weekend's last word.
        if (event + 1 == events.size() || events[event + 1].round != events[event].round)
            result.push_back({events[event].round, gains.from(now)});
    }
    return result;
}

std::vector<std::vector<PathPoint>> paths(const Outcomes& outcomes, Contestants contestants)
{
    const bool drivers = contestants == Contestants::Drivers;
    const std::vector<SoFar>& side = drivers ? outcomes.drivers() : outcomes.teams();
    const std::size_t starters = outcomes.lineup().size();
    std::vector<int> gained(outcomes.count() * side.size()); // [simulation * side.size() + contestant]
    std::vector<std::vector<PathPoint>> result(side.size());
    const std::vector<Event>& events = outcomes.events();
    for (std::size_t event = 0; event < events.size(); ++event) {
        std::vector<Gains> gains(side.size());
        for (std::size_t simulation = 0; simulation < outcomes.count(); ++simulation) {
            int* const own = gained.data() + simulation * side.size();
            for (std::size_t k = 0; k < starters; ++k)
                own[drivers ? k : outcomes.teamOf(k)] += outcomes.points(simulation, event, k);
            for (std::size_t k = 0; k < side.size(); ++k)
                gains[k].add(own[k]);
        }
        if (event + 1 < events.size() && events[event + 1].round == events[event].round)
            continue;
        for (std::size_t k = 0; k < side.size(); ++k)
            result[k].push_back({events[event].round, gains[k].from(side[k].points)});
    }
    return result;
}

} // namespace parcferme::season

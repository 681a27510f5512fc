#include "season/Playthrough.h"

#include "season/PointsRules.h"
#include "season/RandomNumbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace parcferme::season {

namespace {

// Variances of what teams and drivers are besides what is known: at first, per race run already, per race to
// come.
constexpr double TeamAtFirst = 0.02;
constexpr double TeamUnknown = 0.06;
constexpr double DriverAtFirst = 0.01;
constexpr double DriverUnknown = 0.03;
constexpr double TeamStep = 0.002;
constexpr double DriverStep = 0.002;

constexpr double SharedByTeammates = 0.35; // of a race's variance
constexpr double RetireShareOfSprint = 0.5;

// Chance that the fastest lap is driven by who ends at this place; else by nobody who gets a point for it.
constexpr std::array FastestLapAt = {0.30, 0.18, 0.10, 0.09, 0.06, 0.05, 0.05, 0.03, 0.02, 0.02};

std::size_t drawsOfEvent(std::size_t teams, std::size_t drivers)
{
    return teams + drivers + drivers + 1; // teams, drivers, who drops out, fastest lap
}

std::size_t drawsOfSimulation(const std::vector<Event>& events, std::size_t teams, std::size_t drivers)
{
    std::size_t sum = teams + drivers;
    for (std::size_t k = 0; k < events.size(); ++k) {
        const bool newWeekend = k == 0 || events[k].round != events[k - 1].round;
        sum += (newWeekend ? teams + drivers : 0) + drawsOfEvent(teams, drivers);
    }
    return sum;
}

} // namespace

Playthrough::Playthrough(const Outcomes& outcomes, double sigma, std::uint64_t seed, double scale)
    : outcomes_(outcomes), seed_(seed), sigma_(sigma), scale_(scale)
{
    const std::size_t teams = outcomes.lineupTeams();
    const std::size_t drivers = outcomes.lineup().size();
    for (const Event& event : outcomes.events())
        points_.push_back(pointsByPlace(outcomes.season(), event));
    for (std::size_t k = 0; k < drivers; ++k)
        teamOf_.push_back(outcomes.teamOf(k));
    draws_.resize(drawsOfSimulation(outcomes.events(), teams, drivers));
    team_.resize(teams);
    driver_.resize(drivers);
    strength_.resize(drivers);
    strongest_.resize(drivers);
    std::iota(strongest_.begin(), strongest_.end(), std::uint8_t{0});
    std::ranges::stable_sort(strongest_, std::greater(), [&](auto k) { return outcomes.lineup()[k].mu; });
    order_.reserve(drivers);
}

void Playthrough::run(std::size_t simulation, const Outcomes::Play& play)
{
    fillUniform(seed_, simulation * draws_.size(), draws_);
    next_ = 0;
    std::ranges::fill(team_, 0.0);
    std::ranges::fill(driver_, 0.0);
    const double known = 1 + outcomes_.round();
    develop(TeamAtFirst + TeamUnknown / known, DriverAtFirst + DriverUnknown / known);
    const std::vector<Event>& events = outcomes_.events();
    for (std::size_t k = 0; k < events.size(); ++k) {
        if (k == 0 || events[k].round != events[k - 1].round)
            develop(TeamStep, DriverStep);
        playEvent(k, play);
    }
}

Playthrough::Normals Playthrough::nextNormals()
{
    const auto numbers = std::span(draws_).subspan(next_, team_.size() + driver_.size());
    next_ += numbers.size();
    toNormal(numbers);
    return {numbers.first(team_.size()), numbers.subspan(team_.size())};
}

void Playthrough::develop(double teamVariance, double driverVariance)
{
    const Normals normals = nextNormals();
    const double ofTeam = std::sqrt(scale_ * teamVariance);
    const double ofDriver = std::sqrt(scale_ * driverVariance);
    for (std::size_t k = 0; k < team_.size(); ++k)
        team_[k] += ofTeam * normals.teams[k];
    for (std::size_t k = 0; k < driver_.size(); ++k)
        driver_[k] += ofDriver * normals.drivers[k];
}

void Playthrough::playEvent(std::size_t event, const Outcomes::Play& play)
{
    const bool sprint = outcomes_.events()[event].session == Session::Sprint;
    setStrengths();
    setOrder(sprint ? RetireShareOfSprint : 1);
    score(event, play);
    scoreFastestLap(event, play);
}

void Playthrough::setStrengths()
{
    static const double ofTeam = std::sqrt(SharedByTeammates);
    static const double ofDriver = std::sqrt(1 - SharedByTeammates);
    const Normals normals = nextNormals();
    for (std::size_t k = 0; k < strength_.size(); ++k) {
        const std::size_t team = teamOf_[k];
        const double luck = ofTeam * normals.teams[team] + ofDriver * normals.drivers[k];
        strength_[k] = outcomes_.lineup()[k].mu + team_[team] + driver_[k] + sigma_ * luck;
    }
}

void Playthrough::setOrder(double retireShare)
{
    order_.clear();
    for (const std::uint8_t k : strongest_) {
        if (draws_[next_ + k] < outcomes_.lineup()[k].pRetire * retireShare)
            continue;
        // Insertion: few cars, and nearly in order already. Equally strong ones by driver id.
        std::size_t at = order_.size();
        order_.push_back(k);
        for (; at > 0; --at) {
            const std::uint8_t before = order_[at - 1];
            if (strength_[before] > strength_[k] || (strength_[before] == strength_[k] && before < k))
                break;
            order_[at] = before;
        }
        order_[at] = k;
    }
    next_ += driver_.size();
}

void Playthrough::score(std::size_t event, const Outcomes::Play& play) const
{
    const std::vector<int>& points = points_[event];
    const auto places = play.places.subspan(event * driver_.size(), driver_.size());
    for (std::size_t k = 0; k < order_.size(); ++k) {
        places[order_[k]] = static_cast<std::uint8_t>(k + 1);
        if (k < points.size())
            play.gains[order_[k]] = static_cast<std::uint16_t>(play.gains[order_[k]] + points[k]);
    }
    if (!order_.empty() && outcomes_.events()[event].session == Session::Race)
        ++play.wins[order_.front()];
}

void Playthrough::scoreFastestLap(std::size_t event, const Outcomes::Play& play)
{
    const double lap = draws_[next_++]; // drawn whatever the rules, so that every draw keeps its place
    if (outcomes_.events()[event].session == Session::Sprint || !fastestLapPoint(outcomes_.season()))
        return;
    double sum = 0;
    for (std::size_t place = 0; place < FastestLapAt.size() && place < order_.size(); ++place) {
        sum += FastestLapAt[place];
        if (lap < sum) {
            play.fastest[event] = order_[place];
            ++play.gains[order_[place]];
            return;
        }
    }
}

} // namespace parcferme::season

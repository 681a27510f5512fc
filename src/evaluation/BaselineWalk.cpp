#include "evaluation/BaselineWalk.h"

#include "predictor/Field.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parcferme::evaluation {

namespace {

using predictor::EntryFacts;

constexpr int ClimatologySeasons = 5;
constexpr double EveryCell = .02;
constexpr double NeighbourSlot = .35;
constexpr int BalancingRounds = 30;
constexpr std::size_t FormRaces = 5;
constexpr double UnknownForm = 15.0;

// Positions 1..n among the starters kept, in the order of these values; ties by their sequence.
template <typename T>
std::vector<int> ranked(const std::vector<T>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return values[k]; });
    std::vector<int> positions(values.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        positions[order[place]] = static_cast<int>(place) + 1;
    return positions;
}

// Places of the whole field, closed up to those kept.
std::vector<int> closedUp(const std::vector<int>& places, const std::vector<std::size_t>& kept)
{
    std::vector<int> values;
    values.reserve(kept.size());
    for (const std::size_t k : kept)
        values.push_back(places[k]);
    return ranked(values);
}

std::vector<int> gridOrder(const std::vector<EntryFacts>& field)
{
    std::vector<predictor::StartKey> keys;
    keys.reserve(field.size());
    for (const EntryFacts& entry : field)
        keys.push_back({entry.grid, entry.qualifyingPosition});
    return predictor::startingOrder(keys);
}

std::vector<int> qualifyingOrder(const std::vector<EntryFacts>& field)
{
    std::vector<predictor::StartKey> keys;
    keys.reserve(field.size());
    for (const EntryFacts& entry : field)
        keys.push_back({std::nullopt, entry.qualifyingPosition});
    return predictor::startingOrder(keys);
}

std::vector<std::size_t> startersOf(const std::vector<EntryFacts>& field)
{
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (predictor::started(field[k]))
            kept.push_back(k);
    }
    return kept;
}

double formOf(const std::vector<int>& finishes)
{
    const std::size_t count = std::min(finishes.size(), FormRaces);
    return std::accumulate(finishes.end() - static_cast<std::ptrdiff_t>(count), finishes.end(), 0.0) /
           static_cast<double>(count);
}

void balanceRows(Eigen::MatrixXd& chances)
{
    const Eigen::VectorXd sums = chances.rowwise().sum();
    chances.array().colwise() /= sums.array();
}

void balanceColumns(Eigen::MatrixXd& chances)
{
    const Eigen::RowVectorXd sums = chances.colwise().sum();
    chances.array().rowwise() /= sums.array();
}

} // namespace

void BaselineWalk::learn(const predictor::RaceFacts& race)
{
    const std::vector<EntryFacts> field = predictor::fieldOf(race);
    const std::vector<std::size_t> starters = startersOf(field);
    if (starters.size() < predictor::SmallestField)
        return;
    const std::vector<int> start = closedUp(gridOrder(field), starters);
    const std::vector<int> finish = predictor::finishOrder(field);
    PastRace past{.season = race.season, .finish = std::vector<int>(starters.size())};
    for (std::size_t k = 0; k < starters.size(); ++k) {
        const int place = finish[starters[k]];
        past.finish[static_cast<std::size_t>(start[k] - 1)] = place;
        finishes_[field[starters[k]].driver].push_back(place);
    }
    past_.push_back(std::move(past));
}

Eigen::MatrixXd BaselineWalk::climatology(int season, int n) const
{
    Eigen::MatrixXd chances = Eigen::MatrixXd::Constant(n, n, EveryCell);
    for (const PastRace& past : past_) {
        if (past.season <= season - ClimatologySeasons)
            continue;
        const auto scale = [&](int place) {
            return static_cast<double>(place * n) / static_cast<double>(past.finish.size());
        };
        for (std::size_t k = 0; k < past.finish.size(); ++k) {
            // Halves go to the even slot, as the default rounding mode has it.
            const int slot =
                static_cast<int>(std::nearbyint(std::clamp<double>(scale(static_cast<int>(k) + 1), 1, n))) -
                1;
            const int place =
                static_cast<int>(std::clamp<double>(std::ceil(scale(past.finish[k])), 1, n)) - 1;
            chances(slot, place) += 1;
            if (slot > 0)
                chances(slot - 1, place) += NeighbourSlot;
            if (slot + 1 < n)
                chances(slot + 1, place) += NeighbourSlot;
        }
    }
    balanceRows(chances);
    for (int round = 0; round < BalancingRounds; ++round) {
        balanceColumns(chances);
        balanceRows(chances);
    }
    return chances;
}

BaselineForecasts BaselineWalk::forecast(const predictor::RaceFacts& race,
                                         const std::set<std::string>& among) const
{
    const std::vector<EntryFacts> field = predictor::fieldOf(race);
    std::vector<std::size_t> starters = startersOf(field);
    std::erase_if(starters, [&](std::size_t k) { return !among.contains(field[k].driver); });
    BaselineForecasts result;
    if (starters.empty())
        return result;
    result.grid = closedUp(gridOrder(field), starters);
    result.qualifying = closedUp(qualifyingOrder(field), starters);
    std::vector<std::pair<double, int>> form;
    for (std::size_t k = 0; k < starters.size(); ++k) {
        const std::string& driver = field[starters[k]].driver;
        const auto past = finishes_.find(driver);
        result.drivers.push_back(driver);
        form.emplace_back(past == finishes_.end() ? UnknownForm : formOf(past->second), result.grid[k]);
    }
    result.form = ranked(form);
    const auto n = static_cast<int>(starters.size());
    const Eigen::MatrixXd bySlot = climatology(race.season, n);
    result.climatology.resize(n, n);
    for (int k = 0; k < n; ++k)
        result.climatology.row(k) = bySlot.row(result.grid[static_cast<std::size_t>(k)] - 1);
    return result;
}

} // namespace parcferme::evaluation

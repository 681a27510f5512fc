#include "predictor/Field.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace parcferme::predictor {

namespace {

// Stands for a missing qualifying position: behind everyone.
constexpr int LastQualifyingPosition = 50;

// By driver id; the rest only decides which of two entries of one driver counts, whatever their order.
bool before(const EntryFacts& a, const EntryFacts& b)
{
    const auto key = [](const EntryFacts& e) {
        return std::tie(e.driver, e.team, e.grid, e.qualifyingPosition, e.qualifyingMs, e.sprintPosition);
    };
    if (key(a) != key(b))
        return key(a) < key(b);
    return a.result && b.result && a.result->position < b.result->position;
}

// The entry without the numbers that cannot be.
EntryFacts plausible(EntryFacts entry)
{
    if (entry.grid && *entry.grid < 0)
        entry.grid.reset();
    if (entry.qualifyingPosition && *entry.qualifyingPosition < 1)
        entry.qualifyingPosition.reset();
    if (entry.sprintPosition && *entry.sprintPosition < 1)
        entry.sprintPosition.reset();
    for (std::optional<int>& lap : entry.qualifyingMs) {
        if (lap && *lap <= 0)
            lap.reset();
    }
    if (entry.result) {
        std::optional<double>& time = entry.result->time;
        if (time && !(std::isfinite(*time) && *time > 0))
            time.reset();
        if (entry.result->laps && *entry.result->laps < 0)
            entry.result->laps.reset();
    }
    return entry;
}

} // namespace

std::vector<EntryFacts> fieldOf(const RaceFacts& race)
{
    std::vector<EntryFacts> field;
    std::ranges::transform(race.entries, std::back_inserter(field), plausible);
    const bool published = std::ranges::any_of(field, [](const EntryFacts& e) { return e.grid.has_value(); });
    if (published)
        std::erase_if(field, [](const EntryFacts& e) { return !e.grid && !e.qualifyingPosition; });
    std::ranges::sort(field, before);
    const auto twice = std::ranges::unique(field, {}, &EntryFacts::driver);
    field.erase(twice.begin(), twice.end());
    if (field.size() < SmallestField || field.size() > LargestField)
        field.clear();
    return field;
}

bool started(const EntryFacts& entry)
{
    return entry.result && isStarter(entry.result->classification);
}

bool classified(const EntryFacts& entry)
{
    return entry.result && entry.result->classification == Classification::Classified;
}

std::vector<int> finishOrder(const std::vector<EntryFacts>& field)
{
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (started(field[k]))
            order.push_back(k);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return field[k].result->position; });
    std::vector<int> finish(field.size(), 0);
    for (std::size_t place = 0; place < order.size(); ++place)
        finish[order[place]] = static_cast<int>(place) + 1;
    return finish;
}

std::optional<std::size_t> winnerOf(const std::vector<EntryFacts>& field)
{
    const std::vector<int> finish = finishOrder(field);
    const auto first = std::ranges::find(finish, 1);
    if (first == finish.end())
        return std::nullopt;
    return static_cast<std::size_t>(first - finish.begin());
}

std::vector<int> startingOrder(const std::vector<StartKey>& keys)
{
    const auto rank = [&](std::size_t k) {
        const StartKey& key = keys[k];
        const int qualifying = key.qualifyingPosition.value_or(LastQualifyingPosition);
        if (!key.grid)
            return std::pair(2, qualifying);
        return *key.grid == 0 ? std::pair(1, qualifying) : std::pair(0, *key.grid);
    };
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, rank);
    std::vector<int> start(keys.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        start[order[place]] = static_cast<int>(place) + 1;
    return start;
}

} // namespace parcferme::predictor

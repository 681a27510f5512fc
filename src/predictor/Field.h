#pragma once

#include "predictor/Facts.h"

#include <optional>
#include <vector>

namespace parcferme::predictor {

// Fewer cars say nothing; more than this no race had, and only a mistake would bring.
constexpr std::size_t SmallestField = 3;
constexpr std::size_t LargestField = 100;

// Who a race is forecast for, by driver id, each once; decided without the result. Numbers that cannot be (a
// lap or a race of zero time, negative slots, a time that is not finite) become unknown. Empty when the field
// is too small or too large.
std::vector<EntryFacts> fieldOf(const RaceFacts& race);

bool started(const EntryFacts& entry);
bool classified(const EntryFacts& entry);

// Finish order 1..n among the starters of the field; 0 for who did not start.
std::vector<int> finishOrder(const std::vector<EntryFacts>& field);

// Index of the first of the finish order; none when nobody started.
std::optional<std::size_t> winnerOf(const std::vector<EntryFacts>& field);

// What decides the place on the grid.
struct StartKey
{
    std::optional<int> grid;
    std::optional<int> qualifyingPosition;
};

// Starting position 1..n of each: grid slots, then the pit lane, then unknown slots; the latter two by
// qualifying. Ties go by the order given, which is by driver id: a file's own order would be the result.
std::vector<int> startingOrder(const std::vector<StartKey>& keys);

} // namespace parcferme::predictor

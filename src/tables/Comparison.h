#pragma once

#include "tables/JudgedOrder.h"
#include "tracker/PickViews.h"

#include <optional>

namespace parcferme {

// Orders of one race that are held beside each other, and its result where that is known.
struct ComparedOrders
{
    const ResultRevision* result = nullptr;
    QStringList mine;                    // of each place the driver; empty text or list: nobody
    const ForecastView* model = nullptr; // may be null
    QStringList grid;                    // the starting grid, or qualifying
    std::vector<PickEntry> field;        // for the teams of who is in none of the others
};

// What somebody says of one driver. With a result among those who started, as it is judged.
struct SaidPlace
{
    int place = 0;
    std::optional<int> difference; // place minus the official one: above 0 he finished ahead of it
};

struct ComparedDriver
{
    QString driver, team;
    const ResultRow* row = nullptr; // of the result
    std::optional<int> official;    // among those who started
    std::optional<SaidPlace> mine, model, grid;
};

// By the official classification; before it by the model's order, else by mine, who is in neither last.
std::vector<ComparedDriver> compared(const ComparedOrders& orders);

// By place: the grid that is known before the start, else qualifying.
QStringList gridOrder(const RaceDetails& race);
// The grid of a result, as the baseline has it.
QStringList gridOrder(const RaceDetails& race, const ResultRevision& result);

} // namespace parcferme

#pragma once

#include "domain/Race.h"
#include "support/RaceSample.h"

#include <vector>

// Monaco 2026, which the facts of the tests do not know yet: what a source publishes of it, as rows.
namespace parcferme::published {

// In the order of that result, 90 ms apart.
inline std::vector<QualifyingRow> qualifying(const std::vector<ResultRow>& order)
{
    std::vector<QualifyingRow> rows;
    int position = 0;
    for (const ResultRow& row : order) {
        ++position;
        rows.push_back({row.driver, row.team, row.number, position, 72000 + 90 * position, {}, {}});
    }
    return rows;
}

// The result in that order, 4 s apart, everybody from the place where he qualified.
inline std::vector<ResultRow> result(const std::vector<QualifyingRow>& order)
{
    std::vector<ResultRow> rows;
    int position = 0;
    for (const QualifyingRow& row : order) {
        ++position;
        ResultRow result = sample::row(position, "", 6000.0 + 4.0 * position, 26 - position);
        result.driver = row.driver;
        result.team = row.team;
        result.grid = row.position;
        rows.push_back(result);
    }
    return rows;
}

} // namespace parcferme::published

#pragma once

#include "export/Table.h"
#include "tracker/Tracker.h"

#include <vector>

namespace parcferme {

// A table under the name of the file that holds it.
struct NamedTable
{
    QString name;
    Table table;
};

// What an analyst would join by hand from the stored tables; names beside ids, everything frozen counts.
//   joined: a row per entry of a prediction, beside its race and, where there is one, the newest official
//   result scores: a row per evaluation and forecaster (model, grid, qualifying, form), with the prediction's
//   stage
// Errors: Database, Data.
Result<std::vector<NamedTable>> analystTables(const Tracker& tracker);

// The key of an export: a row for each column of these tables, with its unit or meaning.
Table columnKey(const std::vector<NamedTable>& tables);

} // namespace parcferme

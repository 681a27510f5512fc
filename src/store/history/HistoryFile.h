#pragma once

#include "core/Error.h"

namespace parcferme::history {

// Compiles the CSV files of a folder (and its VERSION) into one SQLite file: a table per CSV file with the
// same columns, and `meta` with `edition` and `known_at`, the day after the newest result. The same input and
// SQLite version give the same bytes. The output appears only when complete. Errors: Io; Data, as "file:line:
// reason"; Database.
Status compile(const QString& folder, const QString& output);

} // namespace parcferme::history

#pragma once

#include "core/Error.h"
#include "source/jolpica/JolpicaPage.h"

namespace parcferme {

// All lines of a race's or sprint's result to its rows: places 1 to n, the classified cars before all others.
// Two drivers at one place stand as the source lists them, and a disqualified car that still has its old
// place goes to the end. Times are kept for classified cars on the winner's lap only: since 2023 the source
// gives times to lapped cars too; one that is faster than the winner's is none. What was mended is noted.
// Errors: Data, when a place is missing or a driver has none, so that the order is not known.
Result<SessionRows<ResultRow>> finishResult(SessionRows<ResultLine>&& lines, QStringList& notes);

} // namespace parcferme

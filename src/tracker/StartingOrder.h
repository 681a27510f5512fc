#pragma once

#include "domain/Race.h"
#include "store/Database.h"

namespace parcferme {

// Whether it is stored in which order a session starts, or what stands in for that, so that its freeze window
// may open: of a Grand Prix the qualifying classification or a grid by hand, of a sprint its grid. A Grand
// Prix whose qualifying still is not there in the last hours makes do with the published grid.
// Errors: Database.
Result<bool> hasStartingOrder(Database& database, const Race& race, Session session, const QDateTime& now);

} // namespace parcferme

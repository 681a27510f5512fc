#pragma once

#include "core/Progress.h"
#include "store/Database.h"
#include "tracker/Views.h"

namespace parcferme {

// Verifies the ledger: chain and columns, every forecast made again from its snapshot, every evaluation
// computed again from the forecast and the stored revision. Errors: Cancelled, Database. What does not fit is
// in the report.
Result<LedgerReport> verifyLedger(Database& database, const Progress& progress);

} // namespace parcferme

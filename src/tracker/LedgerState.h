#pragma once

#include "store/Database.h"
#include "tracker/Views.h"

namespace parcferme {

// What the ledger says of itself without being verified: length, head, vouchers, and what came of
// the last check.
// Errors: Database, DamagedDatabase.
Result<LedgerState> ledgerState(Database& database);

// Keeps the outcome of a check for ledgerState().
Status noteCheck(Database& database, const LedgerReport& report, const QDateTime& now);

} // namespace parcferme

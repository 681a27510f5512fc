#pragma once

#include "core/Progress.h"
#include "store/Database.h"
#include "tracker/LedgerProof.h"
#include "tracker/Views.h"

namespace parcferme {

// Verifies the ledger: chain and columns, every forecast made again from its snapshot, every evaluation
// computed again from the forecast and the stored revision; the same of picks and their scores. Errors:
// Cancelled, Database. What does not fit is in the report.
Result<LedgerReport> verifyLedger(Database& database, const Progress& progress);

// Whether the heads of a proof are still the hashes of the records where they were: finds a chain that was
// cut off or written anew, which fits by itself. Errors: Verification, saying which; Database.
Status proofFits(Database& database, const LedgerProof& proof);

} // namespace parcferme

#pragma once

#include "core/Progress.h"
#include "store/Database.h"
#include "tracker/LedgerProof.h"
#include "tracker/Views.h"

namespace parcferme {

// Verifies the ledger: chain and columns, every forecast made again from its snapshot, every evaluation
// computed again from the forecast and the stored revision. Errors: Cancelled, Database. What does not fit is
// in the report.
Result<LedgerReport> verifyLedger(Database& database, const Progress& progress);

// Whether the head of a proof is still the hash of the record where it was: finds a chain that was cut off or
// written anew, which fits by itself. Errors: Verification, saying which; Database.
Status proofFits(Database& database, const LedgerProof& proof);

} // namespace parcferme

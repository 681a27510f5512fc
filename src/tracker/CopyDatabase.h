#pragma once

#include "core/Error.h"
#include "core/Settings.h"

namespace parcferme {

struct CopyReport
{
    int tables = 0;
    qint64 rows = 0;
    int predictions = 0;
    QByteArray head; // hash of the newest prediction, the same in both databases
};

// Copies a database into an empty one that may be of the other engine: a file that need not exist, or a
// server's database that must. All or nothing; verified before it stays. Errors: Usage (both are the same),
// Database (the target holds something, cannot be opened or refused), Verification.
Result<CopyReport> copyDatabase(const DatabaseLocation& from, const DatabaseLocation& to);

} // namespace parcferme

#pragma once

#include "store/Database.h"

namespace parcferme {

// Copies a whole database into an empty one, of the same engine or another: every row with its id, so that
// the chain of predictions stays what it is.
class DatabaseCopy
{
public:
    struct Report
    {
        int tables = 0;
        qint64 rows = 0;
        int predictions = 0;
        QByteArray head; // hash of the newest prediction, of both
    };

    explicit DatabaseCopy(Database& from) : from_(&from) {}

    // One transaction of the target's: all or nothing. Before it commits, every cell is read back and
    // compared, and the chain is verified. Errors: Database (the target holds something, or refused),
    // Verification (the chain of the source does not fit, or the copy is not the same).
    Result<Report> to(Database& target);

private:
    Database* from_;
};

} // namespace parcferme

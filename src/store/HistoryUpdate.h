#pragma once

#include "store/Database.h"

namespace parcferme {

// Brings the facts that ship with the program into the user's database. They only ever add: what was synced,
// typed in or frozen stays as it is.
class HistoryUpdate
{
public:
    struct Report
    {
        QString edition;     // of the bundle
        bool merged = false; // false: this edition, or a newer one, was merged before
        int newRaces = 0;
        int newResults = 0; // races that got their first result
    };

    explicit HistoryUpdate(Database& database) : database_(&database) {}

    // Merges a bundled history.sqlite when its edition is newer than the one merged last, in one transaction.
    // Errors: Io (no such file), DamagedDatabase (the bundle, named), Database. Nothing was changed then, and
    // the program works with what is stored.
    Result<Report> mergeIfNewer(const QString& bundle);

private:
    Database* database_;
};

} // namespace parcferme

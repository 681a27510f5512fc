#pragma once

#include "store/Database.h"

namespace parcferme {

// The facts that ship with the program: a SQLite file that is only ever read. Errors: Database,
// DamagedDatabase, Data.
class HistoryBundle
{
public:
    static Result<HistoryBundle> open(const QString& file);

    Result<QString> edition();
    Status check(); // every page

    // Makes its tables readable in the database as temporary tables bundle_circuits, bundle_drivers,
    // bundle_teams, bundle_races, bundle_entries, bundle_sprints and bundle_meta. Inside a transaction.
    Status lendTo(Database& database);
    static Status takeBack(Database& database);

private:
    explicit HistoryBundle(std::unique_ptr<Database> file) : file_(std::move(file)) {}

    std::unique_ptr<Database> file_;
};

} // namespace parcferme

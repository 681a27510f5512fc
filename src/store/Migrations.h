#pragma once

#include "core/Error.h"

#include <vector>

namespace parcferme {

class Database;
class Dialect;

struct Migration
{
    int number = 0; // 1, 2, ...; the schema's version once it is applied
    QString name;
    QString sql; // a script
};

// Brings a database's schema from any older version to the newest: each step in one transaction with its
// version number, so that a step is there whole or not at all.
class Migrations
{
public:
    explicit Migrations(std::vector<Migration> steps) : steps_(std::move(steps)) {}

    // Those that the program carries. Errors: Database, when they do not count from 1 without a gap.
    static Result<Migrations> bundled(const Dialect& dialect);

    struct Report
    {
        int from = 0; // schema version, 0: an empty database
        int to = 0;
        QString backup; // file made before the first step; empty when none was needed
    };

    // Errors: NewerDatabase when the database is ahead of this program; Database; Io (the backup). A file
    // that holds something is checked, and copied to the folder `backups` beside it, first.
    Result<Report> apply(Database& database) const;

private:
    Status applySteps(Database& database, int from) const;
    Status step(Database& database, const Migration& migration) const;

    std::vector<Migration> steps_;
};

} // namespace parcferme

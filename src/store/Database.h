#pragma once

#include "core/Error.h"
#include "core/Settings.h"
#include "store/Statement.h"

#include <QSqlDatabase>

#include <memory>

namespace parcferme {

// One connection to the store, closed when the object goes. It belongs to the thread that opened it: a worker
// opens its own. Statements and transactions must go before it. Everything that reads or writes is handed a
// Database&.
class Database
{
public:
    // Opens the database and brings its schema up to date; makes folder and file where they are missing. The
    // settings that integrity rests on (WAL, synchronous, foreign keys) are read back.
    // Errors, each naming the file: Database (cannot be reached or written, belongs to another program, or is
    // PostgreSQL), NewerDatabase, DamagedDatabase.
    static Result<std::unique_ptr<Database>> open(const DatabaseLocation& location);

    // The same without touching the schema.
    static Result<std::unique_ptr<Database>> connect(const DatabaseLocation& location);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const DatabaseLocation& location() const { return location_; }

    // Parses one SQL statement; values are bound to its `?` when it runs.
    Result<Statement> prepare(const QString& sql);

    // Prepares and runs in one go; the rows, if any, are read from the statement.
    Result<Statement> run(const QString& sql, const QVariantList& values = {});

    // Writes the whole database, as one consistent state, into a new file: under its name only when it is
    // complete. Errors: Database, DamagedDatabase, Io.
    Status copyTo(const QString& file);

    // Moves what was committed from the log into the database file, so that damage to the log loses nothing of
    // it. Outside a transaction; what cannot be moved now stays in the log, which holds it as safely.
    void settle();

    // Full check of the file, seconds for a large one. Errors: DamagedDatabase.
    Status checkIntegrity();

private:
    friend class Migrations;
    friend class Statement;
    friend class Transaction;

    explicit Database(const DatabaseLocation& location);

    DatabaseLocation location_;
    QString connection_;
    QSqlDatabase handle_;
    int transactions_ = 0; // open ones, nested
};

} // namespace parcferme

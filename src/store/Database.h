#pragma once

#include "core/Error.h"
#include "core/Settings.h"
#include "store/Dialect.h"
#include "store/Statement.h"

#include <QSqlDatabase>

#include <memory>
#include <vector>

namespace parcferme {

// One connection to the store, closed when the object goes. It belongs to the thread that opened it: a worker
// opens its own. Statements and transactions must go before it. Everything that reads or writes is handed a
// Database&. When a server has closed the connection (it restarted), the next statement outside a transaction
// connects again; one inside is an error, and nothing of its transaction is kept.
class Database
{
public:
    // Opens the database and brings its schema up to date; makes folder and file where they are missing. The
    // settings that integrity rests on (WAL, synchronous, foreign keys) are read back.
    // Errors, each naming the file or server: Database (cannot be opened or written, belongs to another
    // program), DatabaseAway (no server answers), NewerDatabase, DamagedDatabase.
    static Result<std::unique_ptr<Database>> open(const DatabaseLocation& location);

    // The same without touching the schema.
    static Result<std::unique_ptr<Database>> connect(const DatabaseLocation& location);

    // A SQLite file that is only read, may lie where nothing can be written, and is never locked: one that
    // ships with the program. Errors: Database, DamagedDatabase; some only with the first statement.
    static Result<std::unique_ptr<Database>> openReadOnly(const QString& file);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const DatabaseLocation& location() const { return location_; }
    const Dialect& dialect() const { return *dialect_; }

    // Parses one SQL statement; values are bound to its `?` when it runs.
    Result<Statement> prepare(const QString& sql);

    // Prepares and runs in one go; the rows, if any, are read from the statement.
    Result<Statement> run(const QString& sql, const QVariantList& values = {});

    // Writes the whole database, as one consistent state, into a new file: under its name only when it is
    // complete. Errors: Database (also for a server: that is its own affair), DamagedDatabase, Io.
    Status copyTo(const QString& file);

    // Of what is committed: differs from an earlier one of this connection as soon as anybody has changed the
    // database in between. Cheap.
    Result<QString> state();

    // Moves what was committed from the log into the database file, so that damage to the log loses nothing
    // of it. Outside a transaction; what cannot be moved now stays in the log, which holds it as safely.
    void settle();

    // Full check of what is stored, seconds for a large file. Errors: DamagedDatabase.
    Status checkIntegrity();

private:
    friend class Migrations;
    friend class Statement;
    friend class Transaction;

    explicit Database(const DatabaseLocation& location);

    Status openHandle();
    // Before a statement: connects again where the connection is known to be gone. Errors: DatabaseAway.
    Status ready();
    Status reconnect();
    // After one: the error in words, or nothing where the connection was gone and there is a new one: try
    // again.
    Status recoverFrom(const QSqlError& error, bool again);
    Error failed(const QSqlError& error);
    Result<Statement> execute(const QString& sql);
    // A statement that is done with. It is freed when the connection takes that.
    void retire(QSqlQuery* query);
    void rolledBack();

    DatabaseLocation location_;
    std::unique_ptr<Dialect> dialect_;
    QString connection_;
    QSqlDatabase handle_;
    int transactions_ = 0; // open ones, nested
    bool failed_ = false;  // until a rollback or a new connection
    QSqlError lost_;       // why the connection is gone
    std::vector<std::unique_ptr<QSqlQuery>> retired_;
};

} // namespace parcferme

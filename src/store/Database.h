#pragma once

#include "core/Error.h"
#include "core/Settings.h"
#include "store/Dialect.h"
#include "store/FileIdentity.h"
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
    // database in between. Cheap. Errors: also those of checkFile().
    Result<QString> state();

    // Whether the path still names the file that this connection has open: a sync tool or a user may have
    // replaced, moved or deleted it, and what is written now would be found by nobody. Before the error is
    // answered, what this connection has is copied to a name beside it (once, and outside a transaction
    // only). Errors: Database, saying what happened and where the copy is.
    Status checkFile();
    // Whether a new connection, to whatever the path or address names now, finds the same value of a SELECT.
    // Errors: Database when it does not.
    Status checkReadsBack(const QString& sql, const QVariantList& values);

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
    bool fileIsTheSame() const;
    QString keepCopy();

    DatabaseLocation location_;
    std::unique_ptr<Dialect> dialect_;
    QString connection_;
    QSqlDatabase handle_;
    std::optional<FileIdentity> file_; // nothing for a server
    QString kept_;                     // copy that was made when the file was no longer the same
    int transactions_ = 0;             // open ones, nested
    bool failed_ = false;              // until a rollback or a new connection
    QSqlError lost_;                   // why the connection is gone
    std::vector<std::unique_ptr<QSqlQuery>> retired_;
};

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "core/Settings.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QStringList>

#include <memory>

namespace parcferme {

// All that is particular to one engine: how to connect, lock, version, check and back up, and what its errors
// mean. The SQL elsewhere in this layer is plain; only the migrations are written per dialect. An object is
// of one database, whose name stands in every message, and keeps no connection.
class Dialect
{
public:
    static std::unique_ptr<Dialect> of(const DatabaseLocation& location);

    virtual ~Dialect() = default;
    Dialect(const Dialect&) = delete;
    Dialect& operator=(const Dialect&) = delete;

    virtual QString driver() const = 0;        // of Qt SQL
    virtual QString driverPackage() const = 0; // of Debian, for the message when it is missing
    virtual QString migrations() const = 0;    // folder of numbered scripts
    // Rows are fetched as they are read. Else they come at once: where a second statement would end a first
    // that is being read.
    virtual bool readsForward() const = 0;

    // Looks at what is to be opened, as far as that can be done before, and tells the handle where it is.
    // Errors: Database, DamagedDatabase.
    virtual Status setTarget(QSqlDatabase& handle) const = 0;
    // Why the handle did not open.
    virtual Error openError(const QSqlError& error) const = 0;
    // Sets what integrity rests on, and reads it back where it could be refused. Errors: Database,
    // DamagedDatabase.
    virtual Status configure(QSqlDatabase& handle) const = 0;

    // Statements that begin a transaction; see Transaction::Mode.
    virtual QStringList beginWrite() const = 0;
    virtual QStringList beginRead() const = 0;

    // How often a statement that met a lock is tried, each time after half a minute divided by this.
    virtual int lockAttempts() const = 0;
    virtual bool isLocked(const QSqlError& error) const = 0;
    // The connection is gone, and a new one may do.
    virtual bool isLost(const QSqlDatabase& handle, const QSqlError& error) const = 0;
    // After an error within a transaction nothing works until it is rolled back, not even to free a
    // statement.
    virtual bool failsWhole() const = 0;
    // The error in words.
    virtual Error toError(const QSqlError& error) const = 0;

    // The number of the newest migration that was applied, 0 for a new database. Errors: Database when it
    // belongs to another program.
    virtual Result<int> schemaVersion(QSqlDatabase& handle) const = 0;
    // Statements around a migration, outside its transaction: a table that others refer to can then be
    // replaced.
    virtual QStringList beforeMigration() const = 0;
    virtual QStringList afterMigration() const = 0;
    // A query with a row for each reference that leads nowhere; empty where such cannot come about.
    virtual QString brokenReferences() const = 0;
    virtual QStringList markVersion(int version) const = 0; // statements for inside the migration

    // A SELECT of one value that differs as soon as anybody has changed the database.
    virtual QString state() const = 0;

    // A SELECT of the names of all tables but the engine's own, in order of name.
    virtual QString tableNames() const = 0;
    // Statements to run once rows were stored with the ids that they had elsewhere. table: one with an `id`
    // that the database counts.
    virtual QStringList continueIdsOf(const QString& table) const = 0;

    // A SELECT of the only player as whom this connection may pick, empty or NULL for anybody. An empty text
    // where the engine knows no users.
    virtual QString onlyPlayer() const = 0;

    // Copies the whole database into a new file, as one consistent state. Errors: Database, Io.
    virtual Status backUp(QSqlDatabase& handle, const QString& copy) const = 0;
    // Moves what was committed to where it is safest. Best effort.
    virtual void settle(QSqlDatabase& handle) const = 0;
    // Checks all that is stored. Errors: DamagedDatabase, Database.
    virtual Status checkAll(QSqlDatabase& handle) const = 0;

protected:
    explicit Dialect(const DatabaseLocation& location) : location_(location), place_(location.display()) {}

    const DatabaseLocation& location() const { return location_; }
    const QString& place() const { return place_; } // for people

private:
    DatabaseLocation location_;
    QString place_;
};

} // namespace parcferme

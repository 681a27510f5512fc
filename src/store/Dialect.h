#pragma once

#include "core/Error.h"

#include <QSqlDatabase>
#include <QSqlError>

// All that is particular to SQLite: how to connect, lock, version, check and back up, and what its errors
// mean. The SQL elsewhere in this layer is plain; only the migrations are written per dialect.
namespace parcferme::dialect {

inline constexpr auto Driver = "QSQLITE";
inline constexpr auto ConnectOptions = "QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_URI";
inline constexpr auto Migrations = ":/parcferme/migrations/sqlite";

// Write takes the lock at once: a lock taken halfway can fail after the reads that a decision rested on.
inline constexpr auto BeginWrite = "BEGIN IMMEDIATE";
inline constexpr auto BeginRead = "BEGIN";

// How often a statement that met a lock is tried again, each time after waiting the busy timeout (5 s).
inline constexpr int LockAttempts = 6;

// Looks at a file before it is opened: missing folder is made, and whatever is wrong is said. Errors:
// Database, DamagedDatabase.
Status prepareFile(const QString& file);

// Sets what integrity rests on and reads it back. Errors: Database, DamagedDatabase.
Status configure(QSqlDatabase& handle, const QString& place);

bool isLocked(const QSqlError& error);

// The error in words; `place` is the database for people.
Error toError(const QSqlError& error, const QString& place);

// What a file says about itself: the number of its newest migration, 0 for a new one. Errors: Database when
// it belongs to another program.
Result<int> schemaVersion(QSqlDatabase& handle, const QString& place);
QStringList markVersion(int version); // statements for inside the migration's transaction

// Copies the whole database into a new file, as one consistent state. SQLite's VACUUM INTO rather than its
// backup API: it needs nothing but SQL, so Qt's plugin and this program cannot disagree about the library,
// and the copy is checked and compact. Errors: Database, Io.
Status backUp(QSqlDatabase& handle, const QString& place, const QString& copy);

// Moves what was committed from the log into the file. Best effort: a reader in the way leaves it to later.
void settle(QSqlDatabase& handle);

// Reads every page and index. Errors: DamagedDatabase.
Status checkAll(QSqlDatabase& handle, const QString& place);

} // namespace parcferme::dialect

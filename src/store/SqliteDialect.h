#pragma once

#include "store/Dialect.h"

class QFile;

namespace parcferme {

// A file of this machine, in WAL mode.
class SqliteDialect final : public Dialect
{
public:
    explicit SqliteDialect(const DatabaseLocation& location) : Dialect(location) {}

    QString driver() const override;
    QString driverPackage() const override;
    QString migrations() const override;
    bool readsForward() const override { return true; }

    Status setTarget(QSqlDatabase& handle) const override;
    Error openError(const QSqlError& error) const override { return toError(error); }
    Status configure(QSqlDatabase& handle) const override;

    QStringList beginWrite() const override;
    QStringList beginRead() const override;
    int lockAttempts() const override { return 6; } // of 5 s, SQLite's busy timeout
    bool isLocked(const QSqlError& error) const override;
    bool isLost(const QSqlDatabase&, const QSqlError&) const override { return false; }
    bool failsWhole() const override { return false; }
    Error toError(const QSqlError& error) const override;

    Result<int> schemaVersion(QSqlDatabase& handle) const override;
    QStringList beforeMigration() const override { return {QStringLiteral("PRAGMA foreign_keys=OFF")}; }
    QStringList afterMigration() const override { return {QStringLiteral("PRAGMA foreign_keys=ON")}; }
    QString brokenReferences() const override { return QStringLiteral("PRAGMA foreign_key_check"); }
    QStringList markVersion(int version) const override;

    QString state() const override;
    QString tableNames() const override;
    QStringList continueIdsOf(const QString&) const override
    {
        return {};
    } // the next id is the highest plus one

    QString onlyPlayer() const override { return {}; }

    // SQLite's VACUUM INTO rather than its backup API: it needs nothing but SQL, so Qt's plugin and this
    // program cannot disagree about the library, and the copy is checked and compact.
    Status backUp(QSqlDatabase& handle, const QString& copy) const override;
    // From the log into the file. A reader in the way leaves it to later.
    void settle(QSqlDatabase& handle) const override;
    // Reads every page and index.
    Status checkAll(QSqlDatabase& handle) const override;

private:
    // Looks at a file before it is opened: missing folder is made, and whatever is wrong is said.
    Status prepareFile() const;
    Status checkHeader(QFile& file) const;
    Result<QSqlQuery> ask(QSqlDatabase& handle, const QString& sql) const;
    Result<QVariant> pragma(QSqlDatabase& handle, const QString& text) const;
    tl::unexpected<Error> damaged(const QString& why) const;
    tl::unexpected<Error> unusable(const QString& why) const;
};

} // namespace parcferme

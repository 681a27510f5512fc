#pragma once

#include "store/Dialect.h"

namespace parcferme {

// A PostgreSQL server that several programs share. Writers take turns by an advisory lock, as with SQLite, so
// that the ledger stays one chain; readers never wait.
class PostgresDialect final : public Dialect
{
public:
    static constexpr int OldestServer = 11;

    explicit PostgresDialect(const DatabaseLocation& location) : Dialect(location) {}

    QString driver() const override;
    QString driverPackage() const override;
    QString migrations() const override;
    bool readsForward() const override { return false; }

    Status setTarget(QSqlDatabase& handle) const override;
    Error openError(const QSqlError& error) const override;
    Status configure(QSqlDatabase& handle) const override;

    QStringList beginWrite() const override;
    QStringList beginRead() const override;
    int lockAttempts() const override { return 1; } // the server itself waits for half a minute
    bool isLocked(const QSqlError& error) const override;
    bool isLost(const QSqlDatabase& handle, const QSqlError& error) const override;
    bool failsWhole() const override { return true; }
    Error toError(const QSqlError& error) const override;

    Result<int> schemaVersion(QSqlDatabase& handle) const override;
    QStringList beforeMigration() const override { return {}; }
    QStringList afterMigration() const override { return {}; }
    QString brokenReferences() const override { return {}; }
    QStringList markVersion(int version) const override;

    QString state() const override;
    QString tableNames() const override;
    QStringList continueIdsOf(const QString& table) const override;
    QString onlyPlayer() const override;

    Status backUp(QSqlDatabase& handle, const QString& copy) const override; // an error: the server does that
    void settle(QSqlDatabase&) const override {}                             // a commit is on its disk
    // That no row refers to nothing; the pages are the server's own affair.
    Status checkAll(QSqlDatabase& handle) const override;

private:
    tl::unexpected<Error> unusable(const QString& why, const QString& advice = {}) const;
};

} // namespace parcferme

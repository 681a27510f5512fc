#pragma once

#include "core/Settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <atomic>

namespace parcferme::test {

// The address that `cluster start` wrote, of the server that the tests of this run use; empty where they run
// on SQLite.
inline QString serverAddress()
{
    const QString place = qEnvironmentVariable("PARCFERME_TEST_SERVER");
    if (place.isEmpty())
        return {};
    QFile file(place);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

inline bool onServer()
{
    return !serverAddress().isEmpty();
}

// A connection of Qt's own, past all of the program's code.
class BareConnection
{
public:
    explicit BareConnection(const DatabaseLocation& location)
    {
        static std::atomic<int> number = 0;
        name_ = QStringLiteral("bare-%1").arg(++number);
        QSqlDatabase handle = QSqlDatabase::addDatabase(
            location.isSqlite() ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), name_);
        handle.setDatabaseName(location.isSqlite() ? location.sqliteFile : location.server.path().mid(1));
        handle.setHostName(location.server.host());
        handle.setPort(location.server.port());
        handle.setUserName(location.server.userName());
        handle.setPassword(location.server.password());
        if (!handle.open())
            qFatal("%s", qPrintable(handle.lastError().text()));
    }
    ~BareConnection() { QSqlDatabase::removeDatabase(name_); }
    BareConnection(const BareConnection&) = delete;
    BareConnection& operator=(const BareConnection&) = delete;

    QSqlDatabase handle() const { return QSqlDatabase::database(name_); }
    void must(const QString& sql) const
    {
        QSqlQuery query(handle());
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }

private:
    QString name_;
};

// An empty database that goes with the object: a SQLite file, or one of the test server's. To make one there
// takes long, so the next object gets it again, emptied; they go with the server.
class TestDatabase
{
public:
    explicit TestDatabase(const QString& server = serverAddress()) : server_(server)
    {
        if (server_.isEmpty()) {
            url_ = QStringLiteral("sqlite:///") + folder_.filePath(QStringLiteral("parcferme.sqlite"));
            return;
        }
        if (unused().isEmpty()) {
            static std::atomic<int> number = 0;
            name_ = QStringLiteral("test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++number);
            BareConnection(databaseFromUrl(server_).value())
                .must(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0").arg(name_));
        } else {
            name_ = unused().takeLast();
        }
        QUrl url(server_);
        url.setPath(QLatin1Char('/') + name_);
        url_ = url.toString(QUrl::FullyEncoded);
    }
    ~TestDatabase()
    {
        if (name_.isEmpty())
            return;
        const BareConnection connection(location());
        connection.must(QStringLiteral("SET client_min_messages = warning"));
        connection.must(QStringLiteral("SET lock_timeout = '60s'"));
        connection.must(QStringLiteral("DROP SCHEMA public CASCADE"));
        connection.must(QStringLiteral("CREATE SCHEMA public"));
        unused().append(name_);
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    const QString& url() const { return url_; }
    DatabaseLocation location() const { return databaseFromUrl(url_).value(); }

private:
    static QStringList& unused()
    {
        static QStringList names;
        return names;
    }

    QTemporaryDir folder_;
    QString server_;
    QString name_;
    QString url_;
};

} // namespace parcferme::test

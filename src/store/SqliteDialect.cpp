#include "store/SqliteDialect.h"

#include "core/Sentence.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QThread>
#include <QtEndian>

#include <array>

namespace parcferme {

namespace {

constexpr int ApplicationId = 0x50464d31; // "PFM1" in the file header: a database of this program
constexpr qint64 HeaderSize = 100;

// SQLite's primary result codes (sqlite3.h).
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

int primaryCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

QString damagedAdvice()
{
    return Sentence::tr(
        "The file was left as it is. Restore a backup, or move it away to start with an empty database.");
}

struct Setting
{
    const char* name;
    const char* value;  // as it is set
    const char* result; // as it reads back
};

constexpr std::array<Setting, 3> ConnectionSettings{{
    {"journal_mode", "WAL", "wal"},
    {"synchronous", "FULL", "2"},
    {"foreign_keys", "ON", "1"},
}};

} // namespace

QString SqliteDialect::driver() const
{
    return QStringLiteral("QSQLITE");
}

QString SqliteDialect::driverPackage() const
{
    return QStringLiteral("libqt6sql6-sqlite");
}

QString SqliteDialect::migrations() const
{
    return QStringLiteral(":/parcferme/migrations/sqlite");
}

Status SqliteDialect::setTarget(QSqlDatabase& handle) const
{
    if (Status status = prepareFile(); !status)
        return status;
    handle.setDatabaseName(location().sqliteFile);
    handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    return {};
}

// At once: a lock taken halfway can fail after the reads that a decision rested on.
QStringList SqliteDialect::beginWrite() const
{
    return {QStringLiteral("BEGIN IMMEDIATE")};
}

QStringList SqliteDialect::beginRead() const
{
    return {QStringLiteral("BEGIN")};
}

QString SqliteDialect::state() const
{
    // The first counts the commits of others, the second the changes of this connection.
    return QStringLiteral("SELECT data_version || '.' || total_changes() FROM pragma_data_version");
}

QString SqliteDialect::tableNames() const
{
    return QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' "
                          "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
}

tl::unexpected<Error> SqliteDialect::damaged(const QString& why) const
{
    return fail(ErrorCode::DamagedDatabase, Sentence::tr("The database %1 is damaged: %2.").arg(place(), why),
                damagedAdvice());
}

tl::unexpected<Error> SqliteDialect::unusable(const QString& why) const
{
    return fail(ErrorCode::Database, Sentence::tr("The database %1 cannot be opened: %2.").arg(place(), why),
                Sentence::tr("Choose another file with DATABASE_URL or --database."));
}

// A truncated file is found before SQLite would find it by reading a page that is not there.
Status SqliteDialect::checkHeader(QFile& file) const
{
    const QByteArray header = file.read(HeaderSize);
    const QByteArrayView magic("SQLite format 3\0", 16);
    if (!header.startsWith(magic))
        return fail(ErrorCode::DamagedDatabase,
                    Sentence::tr("%1 is not a database, or its header is damaged.").arg(place()),
                    damagedAdvice());
    if (header.size() < HeaderSize)
        return damaged(Sentence::tr("it ends within its header"));
    const auto* bytes = reinterpret_cast<const uchar*>(header.constData());
    const qint64 pageField = qFromBigEndian<quint16>(bytes + 16);
    const qint64 pageSize = pageField == 1 ? 65536 : pageField;
    const qint64 pages = qFromBigEndian<quint32>(bytes + 28);
    // With a log to play back the file may be shorter than it says; SQLite puts that right itself.
    const bool hasLog = QFileInfo(file.fileName() + QStringLiteral("-wal")).size() > 0;
    if (!hasLog && file.size() < pages * pageSize)
        return damaged(
            Sentence::tr("it is cut off at %1 of %2 bytes").arg(file.size()).arg(pages * pageSize));
    return {};
}

// Its first row. Where it has to wait for others it tries again.
Result<QSqlQuery> SqliteDialect::ask(QSqlDatabase& handle, const QString& sql) const
{
    QSqlQuery query(handle);
    for (int attempt = 1; !query.exec(sql); ++attempt) {
        if (!isLocked(query.lastError()) || attempt == lockAttempts())
            return tl::unexpected(toError(query.lastError()));
        // Switching to WAL answers "busy" at once, without the busy timeout.
        QThread::msleep(50);
    }
    query.next();
    return query;
}

Result<QVariant> SqliteDialect::pragma(QSqlDatabase& handle, const QString& text) const
{
    const auto answer = ask(handle, QStringLiteral("PRAGMA ") + text);
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->isValid() ? answer->value(0) : QVariant();
}

Status SqliteDialect::prepareFile() const
{
    const QString& path = location().sqliteFile;
    const QFileInfo info(path);
    if (info.isDir())
        return unusable(Sentence::tr("it is a folder"));
    const QString folder = info.absolutePath();
    if (!QDir().mkpath(folder))
        return unusable(Sentence::tr("the folder %1 cannot be made").arg(QDir::toNativeSeparators(folder)));
    if (!QFileInfo(folder).isWritable())
        return unusable(Sentence::tr("the folder is read-only"));
    if (!info.exists())
        return {};
    QFile file(path);
    if (!info.isWritable())
        return unusable(Sentence::tr("the file is read-only"));
    if (!file.open(QIODevice::ReadOnly))
        return unusable(file.errorString());
    return file.size() == 0 ? Status() : checkHeader(file);
}

Status SqliteDialect::configure(QSqlDatabase& handle) const
{
    for (const Setting& setting : ConnectionSettings) {
        const QString name = QString::fromLatin1(setting.name);
        auto set = pragma(handle, name + QLatin1Char('=') + QString::fromLatin1(setting.value));
        if (!set)
            return tl::unexpected(set.error());
        auto got = pragma(handle, name);
        if (!got)
            return tl::unexpected(got.error());
        if (got->toString() != QString::fromLatin1(setting.result))
            return unusable(Sentence::tr("%1 %2 is not possible here (it stays \"%3\")")
                                .arg(name, QString::fromLatin1(setting.value), got->toString()));
    }
    return {};
}

bool SqliteDialect::isLocked(const QSqlError& error) const
{
    const int code = primaryCode(error);
    return error.isValid() && (code == Busy || code == Locked);
}

Error SqliteDialect::toError(const QSqlError& error) const
{
    const QString words =
        (error.databaseText().isEmpty() ? error.driverText() : error.databaseText()).trimmed();
    switch (primaryCode(error)) {
    case Busy:
    case Locked:
        return {ErrorCode::Database,
                Sentence::tr("Another program has kept the database %1 busy for half a minute.").arg(place()),
                Sentence::tr("Nothing was changed. Close the other program, or try again.")};
    case Full:
        return {ErrorCode::Database,
                Sentence::tr("The disk is full: the database %1 cannot grow.").arg(place()),
                Sentence::tr("Nothing was changed. Free some space and try again.")};
    case ReadOnly:
    case CannotOpen:
    case IoError:
        return {ErrorCode::Database,
                Sentence::tr("The database %1 cannot be read or written: %2.").arg(place(), words),
                Sentence::tr("Nothing was changed. Check the disk and the permissions of the folder.")};
    case Corrupt:
    case NotADatabase:
        return damaged(words).value();
    default:
        return {ErrorCode::Database, Sentence::tr("The database %1 refused: %2.").arg(place(), words), {}};
    }
}

Result<int> SqliteDialect::schemaVersion(QSqlDatabase& handle) const
{
    // In one statement, which sees one state: between two, another first start may have made its tables.
    const auto state = ask(
        handle, QStringLiteral("SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema) "
                               "FROM pragma_user_version, pragma_application_id"));
    if (!state)
        return tl::unexpected(state.error());
    const int version = state->value(0).toInt(), owner = state->value(1).toInt();
    if (owner == ApplicationId)
        return version;
    if (owner != 0 || version != 0 || state->value(2).toInt() != 0)
        return unusable(Sentence::tr("it belongs to another program"));
    return 0;
}

QStringList SqliteDialect::markVersion(int version) const
{
    return {QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId),
            QStringLiteral("PRAGMA user_version=%1").arg(version)};
}

Status SqliteDialect::backUp(QSqlDatabase& handle, const QString& copy) const
{
    // Under its own name only when complete: a backup that was cut off must not look like one. Another
    // program may be at the same.
    const QString partial = QStringLiteral("%1.part%2").arg(copy).arg(QCoreApplication::applicationPid());
    QFile::remove(partial);
    {
        QSqlQuery query(handle);
        query.prepare(QStringLiteral("VACUUM INTO ?"));
        query.addBindValue(partial);
        if (!query.exec()) {
            const Error error = toError(query.lastError());
            query.clear();
            QFile::remove(partial);
            return fail(error.code,
                        Sentence::tr("The database %1 could not be backed up to %2.").arg(place(), copy),
                        error.text());
        }
    }
    if (!QFile::rename(partial, copy)) {
        QFile::remove(partial);
        return fail(ErrorCode::Io, Sentence::tr("The backup %1 could not be written.").arg(copy));
    }
    return {};
}

void SqliteDialect::settle(QSqlDatabase& handle) const
{
    QSqlQuery(handle).exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

Status SqliteDialect::checkAll(QSqlDatabase& handle) const
{
    auto answer = pragma(handle, QStringLiteral("integrity_check(1)"));
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->toString() != QLatin1StringView("ok"))
        return damaged(answer->toString().simplified());
    auto orphan = pragma(handle, QStringLiteral("foreign_key_check"));
    if (!orphan)
        return tl::unexpected(orphan.error());
    if (orphan->isValid())
        return damaged(Sentence::tr("a row of %1 refers to nothing").arg(orphan->toString()));
    return {};
}

} // namespace parcferme

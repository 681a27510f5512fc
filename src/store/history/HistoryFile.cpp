#include "history/HistoryFile.h"

#include "core/UtcTime.h"
#include "history/HistoryTables.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace parcferme::history {

namespace {

constexpr auto Connection = "history";

QString sqlType(Column::Kind kind)
{
    switch (kind) {
    case Column::Kind::Integer:
    case Column::Kind::Flag:
        return QStringLiteral("INTEGER");
    case Column::Kind::Real:
        return QStringLiteral("REAL");
    default:
        return QStringLiteral("TEXT");
    }
}

QString createStatement(const Table& table)
{
    QStringList columns;
    for (const Column& column : table.columns)
        columns.append(
            QStringLiteral("%1 %2%3").arg(QLatin1StringView(column.name), sqlType(column.kind),
                                          column.required ? QStringLiteral(" NOT NULL") : QString()));
    columns.append(QStringLiteral("PRIMARY KEY (%1)").arg(table.unique.front().join(QStringLiteral(", "))));
    return QStringLiteral("CREATE TABLE %1 (%2) STRICT, WITHOUT ROWID")
        .arg(QLatin1StringView(table.name), columns.join(QStringLiteral(", ")));
}

Status run(QSqlQuery& query, const QString& sql)
{
    return query.exec(sql) ? Status() : fail(ErrorCode::Database, query.lastError().text());
}

Status insertAll(QSqlQuery& query, const QString& table, const std::vector<QVariantList>& rows)
{
    if (rows.empty())
        return {};
    const QStringList places(rows.front().size(), QStringLiteral("?"));
    if (!query.prepare(
            QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, places.join(QLatin1Char(',')))))
        return fail(ErrorCode::Database, query.lastError().text());
    for (const QVariantList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            query.bindValue(static_cast<int>(i), row[i]);
        if (!query.exec())
            return fail(ErrorCode::Database, query.lastError().text());
    }
    return {};
}

// When the newest result was known: the day after its race.
QString knownAt(const Rows& rows)
{
    QSet<std::pair<int, int>> withResult;
    for (const QVariantList& entry : rows[QStringLiteral("entries")])
        if (!entry[11].isNull())
            withResult.insert({entry[0].toInt(), entry[1].toInt()});
    QDate newest(2000, 1, 1);
    for (const QVariantList& race : rows[QStringLiteral("races")])
        if (withResult.contains({race[0].toInt(), race[1].toInt()}))
            newest = std::max(newest, QDate::fromString(race[4].toString().left(10), Qt::ISODate));
    return newest.addDays(1).toString(Qt::ISODate) + QStringLiteral("T00:00:00Z");
}

Status write(QSqlDatabase& database, const Rows& rows, const QString& edition)
{
    QSqlQuery query(database);
    std::vector<QString> before = {
        QStringLiteral("PRAGMA journal_mode=OFF"), QStringLiteral("BEGIN"),
        QStringLiteral("CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT "
                       "NOT NULL) STRICT, WITHOUT ROWID")};
    for (const Table& table : tables())
        before.push_back(createStatement(table));
    for (const QString& sql : before)
        if (Status status = run(query, sql); !status)
            return status;
    const std::vector<QVariantList> meta = {{QStringLiteral("edition"), edition},
                                            {QStringLiteral("known_at"), knownAt(rows)}};
    if (Status status = insertAll(query, QStringLiteral("meta"), meta); !status)
        return status;
    for (const Table& table : tables()) {
        const QString name = QLatin1StringView(table.name);
        if (Status status = insertAll(query, name, rows[name]); !status)
            return status;
    }
    if (Status status = run(query, QStringLiteral("COMMIT")); !status)
        return status;
    return run(query, QStringLiteral("VACUUM")); // rows arrived in no order of their keys
}

Result<QString> readEdition(const QString& folder)
{
    QFile file(folder + QStringLiteral("/VERSION"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, QStringLiteral("%1: %2.").arg(file.fileName(), file.errorString()));
    QString edition = QString::fromUtf8(file.readAll()).trimmed();
    static const QRegularExpression shape(QStringLiteral("^[0-9]{4}(\\.[0-9]+)+$"));
    if (!shape.match(edition).hasMatch())
        return fail(
            ErrorCode::Data,
            QStringLiteral("%1:1: \"%2\" is not an edition like 2026.5.").arg(file.fileName(), edition));
    return edition;
}

} // namespace

Status compile(const QString& folder, const QString& output)
{
    auto edition = readEdition(folder);
    if (!edition)
        return tl::unexpected(edition.error());
    auto rows = readTables(folder);
    if (!rows)
        return tl::unexpected(rows.error());
    const QString partial = output + QStringLiteral(".part");
    QFile::remove(partial);
    Status written;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QLatin1StringView(Connection));
        database.setDatabaseName(partial);
        written = database.open() ? write(database, *rows, *edition)
                                  : fail(ErrorCode::Io, database.lastError().text());
    }
    QSqlDatabase::removeDatabase(QLatin1StringView(Connection));
    if (!written)
        return fail(written.error().code, QStringLiteral("%1: %2").arg(output, written.error().message));
    QFile::remove(output);
    if (!QFile::rename(partial, output))
        return fail(ErrorCode::Io, QStringLiteral("%1 could not be written.").arg(output));
    return {};
}

} // namespace parcferme::history

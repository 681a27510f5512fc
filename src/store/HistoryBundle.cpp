#include "store/HistoryBundle.h"

#include "store/RowWriter.h"

namespace parcferme {

namespace {

struct BundleTable
{
    const char* name;
    const char* columns; // with their types
};

constexpr BundleTable Tables[] = {
    {"meta", "key TEXT, value TEXT"},
    {"circuits", "circuit_id TEXT, name TEXT, locality TEXT, country TEXT, latitude DOUBLE PRECISION, "
                 "longitude DOUBLE PRECISION, timezone TEXT"},
    {"drivers", "driver_id TEXT, code TEXT, given_name TEXT, family_name TEXT, born TEXT, nationality TEXT"},
    {"teams", "team_id TEXT, name TEXT, nationality TEXT, colour TEXT"},
    {"races", "season BIGINT, round BIGINT, name TEXT, circuit_id TEXT, race_start_utc TEXT, "
              "qualifying_start_utc TEXT, sprint_date TEXT, scheduled_laps BIGINT, "
              "course_km DOUBLE PRECISION, street_circuit BIGINT"},
    {"entries", "season BIGINT, round BIGINT, driver_id TEXT, team_id TEXT, number BIGINT, "
                "qualifying_position BIGINT, q1_ms BIGINT, q2_ms BIGINT, q3_ms BIGINT, grid BIGINT, "
                "sprint_position BIGINT, finish_position BIGINT, classification TEXT, status TEXT, "
                "laps BIGINT, race_time_ms BIGINT, points DOUBLE PRECISION"},
    {"sprints",
     "season BIGINT, round BIGINT, driver_id TEXT, sprint_qualifying_position BIGINT, grid BIGINT, "
     "finish_position BIGINT, classification TEXT, laps BIGINT, race_time_ms BIGINT, "
     "points DOUBLE PRECISION, scheduled_laps BIGINT"},
};

QStringList columnNames(const BundleTable& table)
{
    QStringList names;
    for (const QString& column : QString::fromLatin1(table.columns).split(QStringLiteral(", ")))
        names.append(column.section(QLatin1Char(' '), 0, 0));
    return names;
}

QString lentName(const BundleTable& table)
{
    return QStringLiteral("bundle_") + QLatin1StringView(table.name);
}

Status drop(Database& database, const char* how)
{
    for (const BundleTable& table : Tables)
        if (auto done = database.run(QLatin1StringView(how) + lentName(table)); !done)
            return tl::unexpected(done.error());
    return {};
}

Status lend(Database& from, Database& to, const BundleTable& table)
{
    auto made = to.run(QStringLiteral("CREATE TEMPORARY TABLE %1 (%2)")
                           .arg(lentName(table), QLatin1StringView(table.columns)));
    if (!made)
        return tl::unexpected(made.error());
    const QStringList columns = columnNames(table);
    auto rows = from.run(QStringLiteral("SELECT %1 FROM %2")
                             .arg(columns.join(QLatin1Char(',')), QLatin1StringView(table.name)));
    if (!rows)
        return tl::unexpected(rows.error());
    RowWriter writer(to, lentName(table), columns);
    const Status read = rows->each([&](const Statement& row) {
        QVariantList cells;
        for (int column = 0; column < columns.size(); ++column)
            cells.append(row.value(column));
        return writer.add(cells);
    });
    return read ? writer.finish() : read;
}

} // namespace

Result<HistoryBundle> HistoryBundle::open(const QString& file)
{
    auto database = Database::openReadOnly(file);
    if (!database)
        return tl::unexpected(database.error());
    return HistoryBundle(std::move(*database));
}

Result<QString> HistoryBundle::edition()
{
    auto row = file_->run(QStringLiteral("SELECT value FROM meta WHERE key = 'edition'"));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->text(0);
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return fail(ErrorCode::Data, QStringLiteral("it says no edition"));
}

Status HistoryBundle::check()
{
    auto row = file_->run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return row->status();
    return row->text(0) == QLatin1StringView("ok") ? Status() : fail(ErrorCode::Data, row->text(0));
}

Status HistoryBundle::lendTo(Database& database)
{
    if (Status status = drop(database, "DROP TABLE IF EXISTS "); !status)
        return status;
    for (const BundleTable& table : Tables)
        if (Status status = lend(*file_, database, table); !status)
            return status;
    return {};
}

Status HistoryBundle::takeBack(Database& database)
{
    return drop(database, "DROP TABLE ");
}

} // namespace parcferme

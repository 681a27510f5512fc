#include "store/SessionRepository.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "store/ColumnSql.h"
#include "store/Rows.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

// What differs between the tables of the two sessions before the race.
struct QualifyingTable
{
    using Row = QualifyingRow;
    static constexpr auto name = "qualifying_results";
    static constexpr auto columns = rows::QualifyingColumns;
    static constexpr int fetchedAt = 7; // the column after the row's own
    static QualifyingRow read(const Statement& row) { return rows::readQualifying(row); }
    static QVariantList values(const QualifyingRow& row)
    {
        return {toSql(row.driver), toSql(row.team), toSql(row.number), toSql(row.position),
                toSql(row.q1),     toSql(row.q2),   toSql(row.q3)};
    }
};

struct SprintTable
{
    using Row = SprintRow;
    static constexpr auto name = "sprint_results";
    static constexpr auto columns = rows::SprintColumns;
    static constexpr int fetchedAt = 4;
    static SprintRow read(const Statement& row) { return rows::readSprint(row); }
    static QVariantList values(const SprintRow& row)
    {
        return {toSql(row.driver), toSql(row.team), toSql(row.position), toSql(row.points)};
    }
};

template <typename Table>
Result<SessionRepository::Session<typename Table::Row>> readSession(Database& database, RaceId race)
{
    auto rows = database.run(QStringLiteral("SELECT %1, fetched_at FROM %2 WHERE race_id = ?")
                                 .arg(QLatin1StringView(Table::columns), QLatin1StringView(Table::name)),
                             {race});
    if (!rows)
        return tl::unexpected(rows.error());
    SessionRepository::Session<typename Table::Row> session;
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto fetchedAt = rows::readTime(row, Table::fetchedAt);
        if (!fetchedAt)
            return tl::unexpected(fetchedAt.error());
        session.fetchedAt = *fetchedAt;
        session.rows.push_back(Table::read(row));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    rows::sortByPosition(session.rows);
    return session;
}

template <typename Table>
Status replaceSession(Database& database, RaceId race, const std::vector<typename Table::Row>& sessionRows,
                      const QDateTime& fetchedAt)
{
    if (sessionRows.empty())
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QLatin1StringView table(Table::name);
    if (auto old = database.run(QStringLiteral("DELETE FROM %1 WHERE race_id = ?").arg(table), {race}); !old)
        return tl::unexpected(old.error());
    QString places = QStringLiteral("?, ?");
    for (int i = 0; i < Table::fetchedAt; ++i)
        places += QStringLiteral(", ?");
    auto insert = database.prepare(QStringLiteral("INSERT INTO %1 (%2, fetched_at, race_id) VALUES (%3)")
                                       .arg(table, QLatin1StringView(Table::columns), places));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const auto& row : sessionRows)
        if (Status status = insert->run(Table::values(row) + QVariantList{toIso(fetchedAt), race}); !status)
            return status;
    return transaction->commit();
}

// What a row has of its revision, beside the described columns.
const QStringList& revisionColumns()
{
    static const QStringList names = {QStringLiteral("revision"), QStringLiteral("fetched_at"),
                                      QStringLiteral("source")};
    return names;
}

Result<std::vector<ResultRevision>> readRevisions(Database& database, RaceId race, const QString& where,
                                                  const QVariantList& values)
{
    const QStringList names = revisionColumns() + readNames(resultColumns());
    auto rows =
        database.run(QStringLiteral("SELECT %1 FROM race_results WHERE %2 ORDER BY revision, position")
                         .arg(names.join(QStringLiteral(", ")), where),
                     values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<ResultRevision> revisions;
    const Status read = rows->each([&](const Statement& row) -> Status {
        const auto number = static_cast<int>(row.integer(0));
        if (revisions.empty() || revisions.back().revision != number) {
            auto fetchedAt = timeFromIso(row.text(1));
            if (!fetchedAt)
                return tl::unexpected(fetchedAt.error());
            revisions.push_back({race, number, *fetchedAt, row.text(2), {}});
        }
        return readColumns(resultColumns(), row, 3, revisions.back().rows.emplace_back());
    });
    if (!read)
        return tl::unexpected(read.error());
    return revisions;
}

} // namespace

Result<SessionRepository::Session<QualifyingRow>> SessionRepository::qualifying(RaceId race) const
{
    return readSession<QualifyingTable>(*database_, race);
}

Result<SessionRepository::Session<SprintRow>> SessionRepository::sprint(RaceId race) const
{
    return readSession<SprintTable>(*database_, race);
}

Status SessionRepository::setQualifying(RaceId race, const std::vector<QualifyingRow>& rows,
                                        const QDateTime& fetchedAt)
{
    return replaceSession<QualifyingTable>(*database_, race, rows, fetchedAt);
}

Status SessionRepository::setSprint(RaceId race, const std::vector<SprintRow>& rows,
                                    const QDateTime& fetchedAt)
{
    return replaceSession<SprintTable>(*database_, race, rows, fetchedAt);
}

Result<std::vector<ResultRevision>> SessionRepository::revisions(RaceId race) const
{
    return readRevisions(*database_, race, QStringLiteral("race_id = ?"), {race});
}

Result<std::optional<ResultRevision>> SessionRepository::newestRevision(RaceId race) const
{
    auto newest = readRevisions(
        *database_, race,
        QStringLiteral(
            "race_id = ? AND revision = (SELECT max(revision) FROM race_results WHERE race_id = ?)"),
        {race, race});
    if (!newest)
        return tl::unexpected(newest.error());
    return newest->empty() ? std::nullopt : std::optional(std::move(newest->front()));
}

Result<int> SessionRepository::addRevision(const ResultRevision& revision)
{
    if (revision.rows.empty())
        return fail(ErrorCode::Data, Sentence::tr("A result without a single row is none."));
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    int number = 0;
    {
        auto newest = database_->run(
            QStringLiteral("SELECT coalesce(max(revision), 0) FROM race_results WHERE race_id = ?"),
            {revision.race});
        if (!newest)
            return tl::unexpected(newest.error());
        if (!newest->next())
            return tl::unexpected(newest->status().error());
        number = static_cast<int>(newest->integer(0)) + 1;
    }
    auto insert = database_->prepare(
        insertInto("race_results",
                   columnNames(resultColumns(), QStringList{QStringLiteral("race_id")} + revisionColumns())));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const ResultRow& row : revision.rows)
        if (Status status = insert->run(
                columnValues(resultColumns(), row,
                             {revision.race, number, toIso(revision.fetchedAt), toSql(revision.source)}));
            !status)
            return tl::unexpected(status.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return number;
}

Result<std::optional<ManualGrid>> SessionRepository::manualGrid(RaceId race) const
{
    auto rows =
        database_->run(QStringLiteral("SELECT driver, grid, entered_at FROM manual_grids WHERE race_id = ? "
                                      "ORDER BY grid = 0, grid, driver"),
                       {race});
    if (!rows)
        return tl::unexpected(rows.error());
    ManualGrid grid{race, {}, {}};
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto enteredAt = timeFromIso(row.text(2));
        if (!enteredAt)
            return tl::unexpected(enteredAt.error());
        grid.enteredAt = *enteredAt;
        grid.places.push_back({row.text(0), static_cast<int>(row.integer(1))});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return grid.places.empty() ? std::nullopt : std::optional(std::move(grid));
}

Status SessionRepository::setManualGrid(const ManualGrid& grid)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (Status cleared = clearManualGrid(grid.race); !cleared)
        return cleared;
    auto insert = database_->prepare(
        QStringLiteral("INSERT INTO manual_grids (race_id, driver, grid, entered_at) VALUES (?, ?, ?, ?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const ManualGrid::Slot& slot : grid.places)
        if (Status status = insert->run({grid.race, toSql(slot.driver), slot.grid, toIso(grid.enteredAt)});
            !status)
            return status;
    return transaction->commit();
}

Status SessionRepository::clearManualGrid(RaceId race)
{
    auto done = database_->run(QStringLiteral("DELETE FROM manual_grids WHERE race_id = ?"), {race});
    return done ? Status() : tl::unexpected(done.error());
}

} // namespace parcferme

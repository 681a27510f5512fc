#include "store/SessionRepository.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "store/ColumnSql.h"
#include "store/Rows.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

constexpr int QualifyingColumnCount = 7;

const char* resultTable(Session session)
{
    return session == Session::Sprint ? "sprint_results" : "race_results";
}

// What a row has of its revision, beside the described columns.
const QStringList& revisionColumns()
{
    static const QStringList names = {QStringLiteral("revision"), QStringLiteral("fetched_at"),
                                      QStringLiteral("source")};
    return names;
}

Result<std::vector<ResultRevision>> readRevisions(Database& database, const SessionKey& of,
                                                  const QString& where, const QVariantList& values)
{
    const QStringList names = revisionColumns() + readNames(resultColumns());
    auto rows = database.run(
        QStringLiteral("SELECT %1 FROM %2 WHERE %3 ORDER BY revision, position")
            .arg(names.join(QStringLiteral(", ")), QLatin1StringView(resultTable(of.session)), where),
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
            revisions.push_back({of, number, *fetchedAt, row.text(2), {}});
        }
        return readColumns(resultColumns(), row, 3, revisions.back().rows.emplace_back());
    });
    if (!read)
        return tl::unexpected(read.error());
    return revisions;
}

// One more than the newest.
Result<int> nextRevision(Database& database, const SessionKey& of)
{
    auto newest = database.run(QStringLiteral("SELECT coalesce(max(revision), 0) FROM %1 WHERE race_id = ?")
                                   .arg(QLatin1StringView(resultTable(of.session))),
                               {of.race});
    if (!newest)
        return tl::unexpected(newest.error());
    if (!newest->next())
        return tl::unexpected(newest->status().error());
    return static_cast<int>(newest->integer(0)) + 1;
}

} // namespace

Result<SessionRepository::Qualifying> SessionRepository::qualifying(RaceId race) const
{
    auto rows =
        database_->run(QStringLiteral("SELECT %1, fetched_at FROM qualifying_results WHERE race_id = ?")
                           .arg(QLatin1StringView(rows::QualifyingColumns)),
                       {race});
    if (!rows)
        return tl::unexpected(rows.error());
    Qualifying qualifying;
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto fetchedAt = rows::readTime(row, QualifyingColumnCount);
        if (!fetchedAt)
            return tl::unexpected(fetchedAt.error());
        qualifying.fetchedAt = *fetchedAt;
        qualifying.rows.push_back(rows::readQualifying(row));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    rows::sortByPosition(qualifying.rows);
    return qualifying;
}

Status SessionRepository::setQualifying(RaceId race, const std::vector<QualifyingRow>& qualifying,
                                        const QDateTime& fetchedAt)
{
    if (qualifying.empty())
        return {};
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto old = database_->run(QStringLiteral("DELETE FROM qualifying_results WHERE race_id = ?"), {race});
        !old)
        return tl::unexpected(old.error());
    auto insert =
        database_->prepare(QStringLiteral("INSERT INTO qualifying_results (%1, fetched_at, race_id) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                               .arg(QLatin1StringView(rows::QualifyingColumns)));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const QualifyingRow& row : qualifying)
        if (Status status =
                insert->run({toSql(row.driver), toSql(row.team), toSql(row.number), toSql(row.position),
                             toSql(row.q1), toSql(row.q2), toSql(row.q3), toIso(fetchedAt), race});
            !status)
            return status;
    return transaction->commit();
}

Result<std::vector<ResultRevision>> SessionRepository::revisions(const SessionKey& of) const
{
    return readRevisions(*database_, of, QStringLiteral("race_id = ?"), {of.race});
}

Result<std::optional<ResultRevision>> SessionRepository::newestRevision(const SessionKey& of) const
{
    auto newest = readRevisions(
        *database_, of,
        QStringLiteral("race_id = ? AND revision = (SELECT max(revision) FROM %1 WHERE race_id = ?)")
            .arg(QLatin1StringView(resultTable(of.session))),
        {of.race, of.race});
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
    const auto number = nextRevision(*database_, revision.of);
    if (!number)
        return number;
    auto insert = database_->prepare(
        insertInto(resultTable(revision.of.session),
                   columnNames(resultColumns(), QStringList{QStringLiteral("race_id")} + revisionColumns())));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const ResultRow& row : revision.rows)
        if (Status status = insert->run(
                columnValues(resultColumns(), row,
                             {revision.of.race, *number, toIso(revision.fetchedAt), toSql(revision.source)}));
            !status)
            return tl::unexpected(status.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return number;
}

Result<std::optional<ManualGrid>> SessionRepository::manualGrid(const SessionKey& of) const
{
    auto rows = database_->run(QStringLiteral("SELECT driver, grid, entered_at FROM manual_grids "
                                              "WHERE race_id = ? AND session = ? "
                                              "ORDER BY grid = 0, grid, driver"),
                               {of.race, toString(of.session)});
    if (!rows)
        return tl::unexpected(rows.error());
    ManualGrid grid{of, {}, {}};
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
    if (Status cleared = clearManualGrid(grid.of); !cleared)
        return cleared;
    auto insert = database_->prepare(QStringLiteral(
        "INSERT INTO manual_grids (race_id, session, driver, grid, entered_at) VALUES (?, ?, ?, ?, ?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const ManualGrid::Slot& slot : grid.places)
        if (Status status = insert->run({grid.of.race, toString(grid.of.session), toSql(slot.driver),
                                         slot.grid, toIso(grid.enteredAt)});
            !status)
            return status;
    return transaction->commit();
}

Status SessionRepository::clearManualGrid(const SessionKey& of)
{
    auto done = database_->run(QStringLiteral("DELETE FROM manual_grids WHERE race_id = ? AND session = ?"),
                               {of.race, toString(of.session)});
    return done ? Status() : tl::unexpected(done.error());
}

} // namespace parcferme

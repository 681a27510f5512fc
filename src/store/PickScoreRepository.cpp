#include "store/PickScoreRepository.h"

#include "domain/Columns.h"
#include "store/ColumnSql.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

Result<std::vector<PickScores>> select(Database& database, const QString& whereAndOrder,
                                       const QVariantList& values)
{
    auto rows =
        database.run(QStringLiteral("SELECT id, EXISTS (SELECT 1 FROM pick_metrics AS newer "
                                    "WHERE newer.pick_id = pick_metrics.pick_id "
                                    "AND newer.result_revision > pick_metrics.result_revision), %1 "
                                    "FROM pick_metrics %2")
                         .arg(readNames(pickScoreColumns()).join(QStringLiteral(", ")), whereAndOrder),
                     values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<PickScores> all;
    const Status read = rows->each([&](const Statement& row) -> Status {
        PickScores& scores = all.emplace_back();
        scores.id = row.integer(0);
        scores.superseded = row.integer(1) != 0;
        return readColumns(pickScoreColumns(), row, 2, scores);
    });
    if (!read)
        return tl::unexpected(read.error());
    return all;
}

} // namespace

Result<PickScores> PickScoreRepository::add(const PickScores& scores)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto stored = [&] {
        return select(*database_, QStringLiteral("WHERE pick_id = ? AND result_revision = ?"),
                      {scores.pick, scores.resultRevision});
    };
    auto first = stored();
    if (!first)
        return tl::unexpected(first.error());
    if (!first->empty())
        return std::move(first->front());
    auto done = database_->run(insertInto("pick_metrics", columnNames(pickScoreColumns())),
                               columnValues(pickScoreColumns(), scores));
    if (!done)
        return tl::unexpected(done.error());
    auto added = stored();
    if (!added)
        return tl::unexpected(added.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return std::move(added->front());
}

Result<std::vector<PickScores>> PickScoreRepository::ofPick(PickId pick) const
{
    return select(*database_, QStringLiteral("WHERE pick_id = ? ORDER BY id DESC"), {pick});
}

Result<std::vector<PickScores>> PickScoreRepository::all() const
{
    return select(*database_, QStringLiteral("ORDER BY id"), {});
}

} // namespace parcferme

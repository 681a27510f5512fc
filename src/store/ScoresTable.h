#pragma once

#include "store/ColumnSql.h"
#include "store/Database.h"
#include "store/Transaction.h"

#include <vector>

namespace parcferme {

// A table of scores: of what was said before the start (a prediction, a pick), against one revision of the
// result. What was judged once stays; the scores against an earlier revision are superseded by the later
// ones.
template <typename Scores>
struct ScoresTable
{
    const char* name;
    const char* judged; // the column that names what was judged
    std::span<const Column<Scores>> columns;

    // Errors: Database; Data, for a stored word or time that is none.
    Result<std::vector<Scores>> select(Database& database, const QString& whereAndOrder,
                                       const QVariantList& bound) const
    {
        const QString table = QString::fromLatin1(name), owner = QString::fromLatin1(judged);
        auto rows =
            database.run(QStringLiteral("SELECT id, EXISTS (SELECT 1 FROM %1 AS newer WHERE newer.%2 = %1.%2 "
                                        "AND newer.result_revision > %1.result_revision), %3 FROM %1 %4")
                             .arg(table, owner, readNames(columns).join(QStringLiteral(", ")), whereAndOrder),
                         bound);
        if (!rows)
            return tl::unexpected(rows.error());
        std::vector<Scores> all;
        const Status read = rows->each([&](const Statement& row) -> Status {
            Scores& scores = all.emplace_back();
            scores.id = row.integer(0);
            scores.superseded = row.integer(1) != 0;
            return readColumns(columns, row, 2, scores);
        });
        if (!read)
            return tl::unexpected(read.error());
        return all;
    }

    // The scores that are stored then: those that were there already, if some were. Errors: as of select().
    Result<Scores> add(Database& database, const Scores& scores, qint64 of) const
    {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        const auto stored = [&] {
            return select(
                database,
                QStringLiteral("WHERE %1 = ? AND result_revision = ?").arg(QString::fromLatin1(judged)),
                {of, scores.resultRevision});
        };
        auto first = stored();
        if (!first)
            return tl::unexpected(first.error());
        if (!first->empty())
            return std::move(first->front());
        auto done = database.run(insertInto(name, columnNames(columns)), columnValues(columns, scores));
        if (!done)
            return tl::unexpected(done.error());
        auto added = stored();
        if (!added)
            return tl::unexpected(added.error());
        if (Status status = transaction->commit(); !status)
            return tl::unexpected(status.error());
        return std::move(added->front());
    }
};

} // namespace parcferme

#include "store/DatabaseCopy.h"

#include "store/LedgerCheck.h"
#include "store/RowWriter.h"
#include "store/TableDump.h"
#include "store/Transaction.h"

#include <algorithm>

namespace parcferme {

namespace {

using Contents = TableDump::Contents;

// The tables that others refer to come first.
const QStringList& tableOrder()
{
    static const QStringList names = {
        QStringLiteral("circuits"),
        QStringLiteral("drivers"),
        QStringLiteral("teams"),
        QStringLiteral("races"),
        QStringLiteral("qualifying_results"),
        QStringLiteral("sprint_results"),
        QStringLiteral("manual_grids"),
        QStringLiteral("race_results"),
        QStringLiteral("starting_grids"),
        QStringLiteral("weather"),
        QStringLiteral("predictions"),
        QStringLiteral("prediction_entries"),
        QStringLiteral("evaluation_metrics"),
        QStringLiteral("picks"),
        QStringLiteral("pick_entries"),
        QStringLiteral("pick_metrics"),
        QStringLiteral("pick_drafts"),
        QStringLiteral("ledger_stamps"),
        QStringLiteral("program_state"),
    };
    return names;
}

// Whose ids the database gives.
bool isCounted(const QString& table)
{
    static const QStringList names = {QStringLiteral("races"),          QStringLiteral("race_results"),
                                      QStringLiteral("sprint_results"), QStringLiteral("starting_grids"),
                                      QStringLiteral("weather"),        QStringLiteral("evaluation_metrics"),
                                      QStringLiteral("pick_metrics")};
    return names.contains(table);
}

// The program's own tables, in the order to write them. Whatever else somebody keeps beside them stays there.
Result<std::vector<Contents>> ownTables(Database& database)
{
    auto all = TableDump(database).all();
    if (!all)
        return all;
    std::vector<Contents> own;
    for (const QString& name : tableOrder()) {
        const auto found = std::ranges::find(*all, name, &Contents::name);
        if (found == all->end())
            return fail(
                ErrorCode::Database,
                QStringLiteral("The database %1 has no table %2.").arg(database.location().display(), name));
        own.push_back(std::move(*found));
    }
    return own;
}

Status checkEmpty(Database& target, const std::vector<Contents>& tables)
{
    for (const Contents& table : tables)
        if (!table.rows.empty())
            return fail(ErrorCode::Database,
                        QStringLiteral("The database %1 is not empty: it has rows in %2.")
                            .arg(target.location().display(), table.name),
                        QStringLiteral("Nothing was changed. Copy to a new database."));
    return {};
}

Status write(Database& target, const Contents& table, std::size_t from, std::size_t to)
{
    RowWriter writer(target, table.name, table.columns);
    for (std::size_t i = from; i < to; ++i)
        if (Status status = writer.add(table.rows[i]); !status)
            return status;
    return writer.finish();
}

// A record of a ledger, then its entries: the database takes entries for the newest one only.
Status writeLedger(Database& target, const Contents& records, const Contents& entries)
{
    constexpr int Owner = 1; // the column of an entry that says whose it is
    std::size_t next = 0;
    for (std::size_t i = 0; i < records.rows.size(); ++i) {
        if (Status status = write(target, records, i, i + 1); !status)
            return status;
        const std::size_t first = next;
        while (next < entries.rows.size() &&
               entries.rows[next][Owner].toLongLong() == records.rows[i].front().toLongLong())
            ++next;
        if (Status status = write(target, entries, first, next); !status)
            return status;
    }
    return next == entries.rows.size()
               ? Status()
               : fail(ErrorCode::Verification,
                      QStringLiteral("There are rows of %1 that belong to nothing.").arg(entries.name));
}

Status writeAll(Database& target, const std::vector<Contents>& tables)
{
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const Contents& table = tables[i];
        const bool ledger =
            table.name == QLatin1StringView("predictions") || table.name == QLatin1StringView("picks");
        const Status status =
            ledger ? writeLedger(target, table, tables[i + 1]) : write(target, table, 0, table.rows.size());
        if (!status)
            return status;
        if (ledger)
            ++i; // its entries are written
        if (isCounted(table.name))
            for (const QString& sql : target.dialect().continueIdsOf(table.name))
                if (auto done = target.run(sql); !done)
                    return tl::unexpected(done.error());
    }
    return {};
}

tl::unexpected<Error> notTheSame(const QString& what)
{
    return fail(ErrorCode::Verification, QStringLiteral("The copy is not the same: %1.").arg(what),
                QStringLiteral("The target was left empty."));
}

// Values, not their types: an engine has its own for a whole number.
bool isSame(const QVariant& one, const QVariant& other)
{
    if (one.isNull() || other.isNull())
        return one.isNull() && other.isNull();
    if (one.typeId() == QMetaType::Double || other.typeId() == QMetaType::Double)
        return one.toDouble() == other.toDouble();
    if (one.typeId() == QMetaType::QByteArray || other.typeId() == QMetaType::QByteArray)
        return one.toByteArray() == other.toByteArray();
    return one.toString() == other.toString();
}

Status compare(const std::vector<Contents>& wanted, const std::vector<Contents>& found)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Contents& a = wanted[i];
        const Contents& b = found[i];
        const auto sameRow = [](const QVariantList& one, const QVariantList& other) {
            return std::ranges::equal(one, other, isSame);
        };
        if (a.columns != b.columns || !std::ranges::equal(a.rows, b.rows, sameRow))
            return notTheSame(QStringLiteral("the table %1").arg(a.name));
    }
    return {};
}

} // namespace

Result<DatabaseCopy::Report> DatabaseCopy::to(Database& target)
{
    const auto state = Transaction::begin(*from_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    auto chain = LedgerCheck(*from_).run();
    if (!chain)
        return tl::unexpected(chain.error());
    const auto tables = ownTables(*from_);
    if (!tables)
        return tl::unexpected(tables.error());
    auto transaction = Transaction::begin(target);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto before = ownTables(target);
    if (!before)
        return tl::unexpected(before.error());
    if (Status status = checkEmpty(target, *before); !status)
        return tl::unexpected(status.error());
    if (Status status = writeAll(target, *tables); !status)
        return tl::unexpected(status.error());
    const auto after = ownTables(target);
    const Status same = after ? compare(*tables, *after) : tl::unexpected(after.error());
    if (!same)
        return tl::unexpected(same.error());
    auto copied = LedgerCheck(target).run();
    if (!copied)
        return tl::unexpected(copied.error());
    if (copied->head != chain->head || copied->predictions != chain->predictions)
        return notTheSame(QStringLiteral("the head of the ledger"));
    if (copied->picksHead != chain->picksHead || copied->picks != chain->picks)
        return notTheSame(QStringLiteral("the head of the ledger of picks"));
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    target.settle();
    Report report{static_cast<int>(tables->size()), 0, copied->predictions, copied->head};
    for (const Contents& table : *tables)
        report.rows += static_cast<qint64>(table.rows.size());
    return report;
}

} // namespace parcferme

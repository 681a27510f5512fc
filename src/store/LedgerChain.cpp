#include "store/LedgerChain.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "store/ColumnSql.h"
#include "store/LedgerJson.h"
#include "store/LedgerRecord.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

constexpr qint64 EntryIdStep = 1000; // entry id = record id * 1000 + position: see the schema

// What would make a record that can never be verified must not be stored.
template <typename Record>
Status checkDraft(const Record& draft)
{
    using Kind = LedgerRecord<Record>;
    if (draft.format < 1 || draft.format > Kind::Newest)
        return fail(ErrorCode::Data, Sentence::tr("The format %1 is not known.").arg(draft.format));
    if (draft.entries.empty())
        return fail(ErrorCode::Data, Kind::withoutDrivers());
    auto snapshot = parseJsonObject(draft.snapshot);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto again = canonicalJson(*snapshot);
    if (!again || *again != draft.snapshot)
        return fail(ErrorCode::Data, Sentence::tr("The snapshot is not canonical JSON."));
    auto columns = canonicalJson(columnsJson(draft));
    if (!columns)
        return tl::unexpected(columns.error());
    auto frozen = canonicalJson(snapshot->value(QLatin1StringView(Kind::InSnapshot)));
    if (!frozen || *frozen != *columns)
        return fail(ErrorCode::Data, Kind::notItsSnapshot());
    return {};
}

// Beside the described columns.
const QStringList& chainColumns()
{
    static const QStringList names = {QStringLiteral("id"), QStringLiteral("snapshot"),
                                      QStringLiteral("previous_hash"), QStringLiteral("hash")};
    return names;
}

template <typename Record>
Status insertRow(Database& database, const Record& record)
{
    using Kind = LedgerRecord<Record>;
    const QVariantList chain = {record.id, QString::fromUtf8(record.snapshot),
                                QString::fromLatin1(record.previousHash), QString::fromLatin1(record.hash)};
    auto done = database.run(insertInto(Kind::Table, columnNames(Kind::columns(), chainColumns())),
                             columnValues(Kind::columns(), record, chain));
    return done ? Status() : tl::unexpected(done.error());
}

template <typename Record>
Status insertEntries(Database& database, const Record& record)
{
    using Kind = LedgerRecord<Record>;
    auto insert = database.prepare(
        insertInto(Kind::EntryTable, columnNames(Kind::entryColumns(),
                                                 {QStringLiteral("id"), QString::fromLatin1(Kind::Owner)})));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const auto& entry : record.entries) {
        const qint64 id = record.id * EntryIdStep + Kind::place(entry);
        if (Status status = insert->run(columnValues(Kind::entryColumns(), entry, {id, record.id})); !status)
            return status;
    }
    return {};
}

template <typename Record>
Status readEntries(Database& database, Record& record)
{
    using Kind = LedgerRecord<Record>;
    auto rows = database.run(QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ? ORDER BY %4")
                                 .arg(readNames(Kind::entryColumns()).join(QStringLiteral(", ")),
                                      QLatin1StringView(Kind::EntryTable), QLatin1StringView(Kind::Owner),
                                      QLatin1StringView(Kind::Place)),
                             {record.id});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->each([&](const Statement& row) {
        return readColumns(Kind::entryColumns(), row, 0, record.entries.emplace_back());
    });
}

} // namespace

template <typename Record>
Result<Record> LedgerChain<Record>::append(const Record& draft, const QString& same,
                                           const QVariantList& values)
{
    if (Status status = checkDraft(draft); !status)
        return tl::unexpected(status.error());
    auto entries = entriesJson(draft.entries, draft.format);
    if (!entries)
        return tl::unexpected(entries.error());
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto first = read(same, values);
    if (!first)
        return tl::unexpected(first.error());
    if (!first->empty())
        return std::move(first->front());
    auto newest = head();
    if (!newest)
        return tl::unexpected(newest.error());
    Record added = draft;
    added.id = newest->id + 1;
    added.previousHash = newest->hash;
    added.hash = ledgerHash(newest->hash, draft.snapshot, *entries);
    if (Status status = insertRow(*database_, added); !status)
        return tl::unexpected(status.error());
    if (Status status = insertEntries(*database_, added); !status)
        return tl::unexpected(status.error());
    auto stored = byId(added.id);
    if (!stored)
        return stored;
    auto storedEntries = entriesJson(stored->entries, stored->format);
    if (!storedEntries || *storedEntries != *entries)
        return fail(ErrorCode::Data, LedgerRecord<Record>::notInOrder());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    database_->settle(); // SQLite drops the rest of a damaged log without a word
    return stored;
}

template <typename Record>
Result<std::vector<Record>> LedgerChain<Record>::read(const QString& where, const QVariantList& values) const
{
    using Kind = LedgerRecord<Record>;
    const QStringList names = chainColumns() + readNames(Kind::columns());
    auto rows =
        database_->run(QStringLiteral("SELECT %1 FROM %2 %3%4 ORDER BY id")
                           .arg(names.join(QStringLiteral(", ")), QLatin1StringView(Kind::Table),
                                where.isEmpty() ? QLatin1StringView() : QLatin1StringView("WHERE "), where),
                       values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Record> records;
    const Status done = rows->each([&](const Statement& row) -> Status {
        Record& record = records.emplace_back();
        record.id = row.integer(0);
        record.snapshot = row.text(1).toUtf8();
        record.previousHash = row.text(2).toLatin1();
        record.hash = row.text(3).toLatin1();
        return readColumns(Kind::columns(), row, static_cast<int>(chainColumns().size()), record);
    });
    if (!done)
        return tl::unexpected(done.error());
    for (Record& record : records)
        if (Status status = readEntries(*database_, record); !status)
            return tl::unexpected(status.error());
    return records;
}

template <typename Record>
Result<Record> LedgerChain<Record>::byId(qint64 id) const
{
    auto found = read(QStringLiteral("id = ?"), {id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return fail(ErrorCode::NotFound, LedgerRecord<Record>::notThere(id));
    return std::move(found->front());
}

template <typename Record>
Result<LedgerHead> LedgerChain<Record>::head() const
{
    auto row = database_->run(QStringLiteral("SELECT id, hash, created_at FROM %1 ORDER BY id DESC LIMIT 1")
                                  .arg(QLatin1StringView(LedgerRecord<Record>::Table)));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next()) {
        const auto createdAt = timeFromIso(row->text(2));
        if (!createdAt)
            return tl::unexpected(createdAt.error());
        return LedgerHead{row->integer(0), row->text(1).toLatin1(), *createdAt};
    }
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return LedgerHead{0, zeroHash(), {}};
}

template class LedgerChain<Prediction>;
template class LedgerChain<Pick>;

} // namespace parcferme

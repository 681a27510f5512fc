#include "store/LedgerCheck.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "store/LedgerChain.h"
#include "store/LedgerJson.h"
#include "store/LedgerRecord.h"
#include "store/Transaction.h"

#include <QJsonArray>

namespace parcferme {

namespace {

// The rows as they are stored, untouched by any reading into domain values that might smooth something over.
struct RawRecord
{
    qint64 id = 0;
    QByteArray snapshot;
    QByteArray previousHash;
    QByteArray hash;
    qint64 format = 0;
    QJsonObject columns; // of every format
};

// Those that records of this format have.
template <typename Row>
QStringList namesOf(std::span<const Column<Row>> columns, qint64 format)
{
    QStringList names;
    for (const Column<Row>& column : columns)
        if (column.since <= format)
            names.append(QString::fromLatin1(column.name));
    return names;
}

QJsonObject rawObject(const Statement& row, int from, const QStringList& names)
{
    QJsonObject object;
    for (int i = 0; i < names.size(); ++i)
        object.insert(names[i],
                      row.isNull(from + i) ? QJsonValue() : QJsonValue::fromVariant(row.value(from + i)));
    return object;
}

bool sameJson(const QJsonValue& one, const QJsonValue& other)
{
    const auto a = canonicalJson(one);
    const auto b = canonicalJson(other);
    return a && b && *a == *b;
}

template <typename Record>
tl::unexpected<Error> misfit(qint64 id, const QString& why)
{
    return fail(ErrorCode::Verification, LedgerRecord<Record>::misfit(id, why));
}

template <typename Record>
tl::unexpected<Error> wrongColumn(qint64 id, const QString& name)
{
    return misfit<Record>(id, Sentence::tr("its column %1 is not what the snapshot says").arg(name));
}

template <typename Record>
Result<std::vector<RawRecord>> readLedger(Database& database)
{
    using Kind = LedgerRecord<Record>;
    const QStringList names = namesOf(Kind::columns(), Kind::Newest);
    auto rows = database.run(
        QStringLiteral("SELECT id, snapshot, previous_hash, hash, format, %1 FROM %2 ORDER BY id")
            .arg(names.join(QStringLiteral(", ")), QLatin1StringView(Kind::Table)));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<RawRecord> ledger;
    const Status read = rows->each([&](const Statement& row) -> Status {
        ledger.push_back({row.integer(0), row.text(1).toUtf8(), row.text(2).toUtf8(), row.text(3).toUtf8(),
                          row.integer(4), rawObject(row, 5, names)});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return ledger;
}

// The stored entries. Their ids are in no hash, but follow from record and position.
template <typename Record>
Result<QJsonArray> readEntries(Database& database, qint64 id, qint64 format)
{
    using Kind = LedgerRecord<Record>;
    const QStringList names = namesOf(Kind::entryColumns(), format);
    QStringList later = namesOf(Kind::entryColumns(), Kind::Newest);
    later.removeIf([&](const QString& name) { return names.contains(name); });
    auto rows =
        database.run(QStringLiteral("SELECT id, %1, %2 FROM %3 WHERE %4 = ? ORDER BY %1")
                         .arg(QLatin1StringView(Kind::Place), (names + later).join(QStringLiteral(", ")),
                              QLatin1StringView(Kind::EntryTable), QLatin1StringView(Kind::Owner)),
                     {id});
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonArray entries;
    const Status read = rows->each([&](const Statement& row) -> Status {
        if (row.integer(0) != id * 1000 + row.integer(1))
            return misfit<Record>(id, Sentence::tr("an entry's id is not that of its position"));
        entries.append(rawObject(row, 2, names));
        // What its format does not have is in no hash, and must not be there.
        for (int i = 0; i < later.size(); ++i)
            if (!row.isNull(2 + static_cast<int>(names.size()) + i))
                return misfit<Record>(
                    id, Sentence::tr("an entry has a %1, which its format does not know").arg(later[i]));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return entries;
}

template <typename Record>
Status checkChain(Database& database, const RawRecord& record, qint64 id, const QByteArray& previous)
{
    using Kind = LedgerRecord<Record>;
    if (record.id != id)
        return misfit<Record>(id, Sentence::tr("it is missing, the next is %1").arg(record.id));
    if (record.previousHash != previous)
        return misfit<Record>(id, Sentence::tr("its previous hash is not the hash of the one before"));
    const auto entries = readEntries<Record>(database, id, record.format);
    if (!entries)
        return tl::unexpected(entries.error());
    const auto text = canonicalJson(*entries);
    if (!text)
        return tl::unexpected(text.error());
    if (ledgerHash(previous, record.snapshot, *text) == record.hash)
        return {};
    // More can be said where the snapshot repeats the entries.
    const auto snapshot = parseJsonObject(record.snapshot);
    const QLatin1StringView order(Kind::OrderInSnapshot);
    if (snapshot && !order.isEmpty() && !sameJson(snapshot->value(order), *entries))
        return misfit<Record>(id, Sentence::tr("its order is not what the snapshot says"));
    return misfit<Record>(id, Sentence::tr("its hash is not that of its snapshot and entries"));
}

template <typename Record>
Status checkColumns(const RawRecord& record)
{
    using Kind = LedgerRecord<Record>;
    auto snapshot = parseJsonObject(record.snapshot);
    if (!snapshot)
        return misfit<Record>(record.id, Sentence::tr("its snapshot cannot be read"));
    const QJsonObject frozen = snapshot->value(QLatin1StringView(Kind::InSnapshot)).toObject();
    const QStringList names = namesOf(Kind::columns(), record.format);
    for (const QString& name : names)
        if (!frozen.contains(name) || !sameJson(frozen.value(name), record.columns.value(name)))
            return wrongColumn<Record>(record.id, name);
    // A record of a newer format would have more columns than its own says.
    return frozen.size() == names.size() ? Status()
                                         : wrongColumn<Record>(record.id, QStringLiteral("format"));
}

// Entries of a record that does not exist.
template <typename Record>
Status checkOrphans(Database& database)
{
    using Kind = LedgerRecord<Record>;
    auto row = database.run(QStringLiteral("SELECT min(%1) FROM %2 WHERE %1 NOT IN (SELECT id FROM %3)")
                                .arg(QLatin1StringView(Kind::Owner), QLatin1StringView(Kind::EntryTable),
                                     QLatin1StringView(Kind::Table)));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next() && !row->isNull(0))
        return misfit<Record>(row->integer(0), Kind::entriesOfNone());
    return row->status();
}

struct Checked
{
    int length = 0;
    QByteArray head = zeroHash();
};

template <typename Record>
Result<Checked> checkLedger(Database& database, const std::function<Status(const Record&)>& replay)
{
    const auto ledger = readLedger<Record>(database);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const LedgerChain<Record> chain(database);
    Checked checked;
    for (const RawRecord& raw : *ledger) {
        const qint64 id = checked.length + 1;
        if (Status status = checkChain<Record>(database, raw, id, checked.head); !status)
            return tl::unexpected(status.error());
        if (Status status = checkColumns<Record>(raw); !status)
            return tl::unexpected(status.error());
        const auto record = chain.byId(id);
        if (!record)
            return misfit<Record>(id, record.error().message);
        if (replay)
            if (Status status = replay(*record); !status)
                return tl::unexpected(status.error());
        ++checked.length;
        checked.head = raw.hash;
    }
    if (Status status = checkOrphans<Record>(database); !status)
        return tl::unexpected(status.error());
    return checked;
}

} // namespace

Result<LedgerCheck::Report> LedgerCheck::run(const Replay& replay) const
{
    auto transaction = Transaction::begin(*database_, Transaction::Mode::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto predictions = checkLedger<Prediction>(*database_, replay);
    if (!predictions)
        return tl::unexpected(predictions.error());
    const auto picks = checkLedger<Pick>(*database_, {});
    if (!picks)
        return tl::unexpected(picks.error());
    if (Status status = database_->checkIntegrity(); !status)
        return tl::unexpected(status.error());
    return Report{predictions->length, predictions->head, picks->length, picks->head};
}

} // namespace parcferme

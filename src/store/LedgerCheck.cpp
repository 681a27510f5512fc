#include "store/LedgerCheck.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "domain/Columns.h"
#include "store/PredictionJson.h"
#include "store/PredictionRepository.h"
#include "store/Transaction.h"

#include <QJsonArray>

namespace parcferme {

namespace {

// The rows as they are stored, untouched by any reading into domain values that might smooth something over.
struct RawPrediction
{
    PredictionId id = 0;
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

tl::unexpected<Error> misfit(PredictionId id, const QString& why)
{
    return fail(ErrorCode::Verification, Sentence::tr("Prediction %1 does not fit: %2.").arg(id).arg(why));
}

Result<std::vector<RawPrediction>> readLedger(Database& database)
{
    const QStringList names = namesOf(predictionColumns(), NewestFormat);
    auto rows = database.run(
        QStringLiteral("SELECT id, snapshot, previous_hash, hash, format, %1 FROM predictions ORDER BY id")
            .arg(names.join(QStringLiteral(", "))));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<RawPrediction> ledger;
    const Status read = rows->each([&](const Statement& row) -> Status {
        ledger.push_back({row.integer(0), row.text(1).toUtf8(), row.text(2).toUtf8(), row.text(3).toUtf8(),
                          row.integer(4), rawObject(row, 5, names)});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return ledger;
}

// Canonical JSON of the stored entries. Their ids are in no hash, but follow from prediction and position.
Result<QByteArray> readEntries(Database& database, PredictionId prediction, qint64 format)
{
    const QStringList names = namesOf(entryColumns(), format);
    QStringList later = namesOf(entryColumns(), NewestFormat);
    later.removeIf([&](const QString& name) { return names.contains(name); });
    auto rows = database.run(QStringLiteral("SELECT id, predicted_position, %1 FROM prediction_entries "
                                            "WHERE prediction_id = ? ORDER BY predicted_position")
                                 .arg((names + later).join(QStringLiteral(", "))),
                             {prediction});
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonArray entries;
    const Status read = rows->each([&](const Statement& row) -> Status {
        if (row.integer(0) != prediction * 1000 + row.integer(1))
            return misfit(prediction, Sentence::tr("an entry's id is not that of its position"));
        entries.append(rawObject(row, 2, names));
        // What its format does not have is in no hash, and must not be there.
        for (int i = 0; i < later.size(); ++i)
            if (!row.isNull(2 + static_cast<int>(names.size()) + i))
                return misfit(
                    prediction,
                    Sentence::tr("an entry has a %1, which its format does not know").arg(later[i]));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return canonicalJson(entries);
}

Status checkChain(Database& database, const RawPrediction& record, PredictionId id,
                  const QByteArray& previous)
{
    if (record.id != id)
        return misfit(id, Sentence::tr("it is missing, the next is %1").arg(record.id));
    if (record.previousHash != previous)
        return misfit(id, Sentence::tr("its previous hash is not the hash of the one before"));
    auto entries = readEntries(database, id, record.format);
    if (!entries)
        return tl::unexpected(entries.error());
    if (ledgerHash(previous, record.snapshot, *entries) != record.hash)
        return misfit(id, Sentence::tr("its hash is not that of its snapshot and entries"));
    return {};
}

Status checkColumns(const RawPrediction& record)
{
    auto snapshot = parseJsonObject(record.snapshot);
    if (!snapshot)
        return misfit(record.id, Sentence::tr("its snapshot cannot be read"));
    const QJsonObject frozen = snapshot->value(QLatin1StringView("prediction")).toObject();
    const QStringList names = namesOf(predictionColumns(), record.format);
    for (const QString& name : names)
        if (!frozen.contains(name) || !sameJson(frozen.value(name), record.columns.value(name)))
            return misfit(record.id, Sentence::tr("its column %1 is not what the snapshot says").arg(name));
    // A record of a newer format would have more columns than its own says.
    if (frozen.size() != names.size())
        return misfit(
            record.id,
            Sentence::tr("its column %1 is not what the snapshot says").arg(QStringLiteral("format")));
    return {};
}

// Entries of a prediction that does not exist.
Status checkOrphans(Database& database)
{
    auto row = database.run(QStringLiteral("SELECT min(prediction_id) FROM prediction_entries "
                                           "WHERE prediction_id NOT IN (SELECT id FROM predictions)"));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next() && !row->isNull(0))
        return misfit(row->integer(0), Sentence::tr("there are entries, but no prediction"));
    return row->status();
}

} // namespace

Result<LedgerCheck::Report> LedgerCheck::run(const Replay& replay) const
{
    auto transaction = Transaction::begin(*database_, Transaction::Mode::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto ledger = readLedger(*database_);
    if (!ledger)
        return tl::unexpected(ledger.error());
    Report report{0, zeroHash()};
    const PredictionRepository predictions(*database_);
    for (const RawPrediction& record : *ledger) {
        const PredictionId id = report.predictions + 1;
        if (Status status = checkChain(*database_, record, id, report.head); !status)
            return tl::unexpected(status.error());
        if (Status status = checkColumns(record); !status)
            return tl::unexpected(status.error());
        auto prediction = predictions.byId(id);
        if (!prediction)
            return misfit(id, prediction.error().message);
        if (replay)
            if (Status status = replay(*prediction); !status)
                return tl::unexpected(status.error());
        ++report.predictions;
        report.head = record.hash;
    }
    if (Status status = checkOrphans(*database_); !status)
        return tl::unexpected(status.error());
    if (Status status = database_->checkIntegrity(); !status)
        return tl::unexpected(status.error());
    return report;
}

} // namespace parcferme

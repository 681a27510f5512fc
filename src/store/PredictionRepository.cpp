#include "store/PredictionRepository.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "store/ColumnSql.h"
#include "store/PredictionJson.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

constexpr qint64 EntryIdStep = 1000; // entry id = prediction id * 1000 + predicted position: see the schema

// What would make a record that can never be verified must not be frozen.
Status checkDraft(const Prediction& draft)
{
    if (draft.kind == PredictionKind::Preview)
        return fail(ErrorCode::Data, Sentence::tr("A preview is not stored."));
    if (draft.format < 1 || draft.format > NewestFormat)
        return fail(ErrorCode::Data, Sentence::tr("The format %1 is not known.").arg(draft.format));
    if (draft.entries.empty())
        return fail(ErrorCode::Data, Sentence::tr("A prediction without a single driver is none."));
    auto snapshot = parseJsonObject(draft.snapshot);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto again = canonicalJson(*snapshot);
    if (!again || *again != draft.snapshot)
        return fail(ErrorCode::Data, Sentence::tr("The snapshot is not canonical JSON."));
    auto columns = canonicalJson(columnsJson(draft));
    if (!columns)
        return tl::unexpected(columns.error());
    auto frozen = canonicalJson(snapshot->value(QLatin1StringView("prediction")));
    if (!frozen || *frozen != *columns)
        return fail(ErrorCode::Data, Sentence::tr("The snapshot is not that of this prediction."));
    return {};
}

// Beside the described columns.
const QStringList& chainColumns()
{
    static const QStringList names = {QStringLiteral("id"), QStringLiteral("snapshot"),
                                      QStringLiteral("previous_hash"), QStringLiteral("hash")};
    return names;
}

Status insertRow(Database& database, const Prediction& p)
{
    const QVariantList chain = {p.id, QString::fromUtf8(p.snapshot), QString::fromLatin1(p.previousHash),
                                QString::fromLatin1(p.hash)};
    auto done = database.run(insertInto("predictions", columnNames(predictionColumns(), chainColumns())),
                             columnValues(predictionColumns(), p, chain));
    return done ? Status() : tl::unexpected(done.error());
}

Status insertEntries(Database& database, const Prediction& prediction)
{
    auto insert = database.prepare(
        insertInto("prediction_entries",
                   columnNames(entryColumns(), {QStringLiteral("id"), QStringLiteral("prediction_id")})));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const PredictionEntry& e : prediction.entries) {
        const qint64 id = prediction.id * EntryIdStep + e.predictedPosition;
        if (Status status = insert->run(columnValues(entryColumns(), e, {id, prediction.id})); !status)
            return status;
    }
    return {};
}

Result<std::vector<PredictionEntry>> readEntries(Database& database, PredictionId prediction)
{
    auto rows = database.run(QStringLiteral("SELECT %1 FROM prediction_entries WHERE prediction_id = ? "
                                            "ORDER BY predicted_position")
                                 .arg(readNames(entryColumns()).join(QStringLiteral(", "))),
                             {prediction});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<PredictionEntry> entries;
    const Status read = rows->each(
        [&](const Statement& row) { return readColumns(entryColumns(), row, 0, entries.emplace_back()); });
    if (!read)
        return tl::unexpected(read.error());
    return entries;
}

Result<Prediction> readPrediction(const Statement& row)
{
    Prediction p;
    p.id = row.integer(0);
    p.snapshot = row.text(1).toUtf8();
    p.previousHash = row.text(2).toLatin1();
    p.hash = row.text(3).toLatin1();
    if (Status status = readColumns(predictionColumns(), row, 4, p); !status)
        return tl::unexpected(status.error());
    return p;
}

Result<std::vector<Prediction>> readPredictions(Database& database, const QString& where,
                                                const QVariantList& values)
{
    const QStringList names = chainColumns() + readNames(predictionColumns());
    auto rows = database.run(QStringLiteral("SELECT %1 FROM predictions %2 ORDER BY id")
                                 .arg(names.join(QStringLiteral(", ")), where),
                             values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Prediction> predictions;
    Status read = rows->each([&](const Statement& row) -> Status {
        auto prediction = readPrediction(row);
        if (!prediction)
            return tl::unexpected(prediction.error());
        predictions.push_back(std::move(*prediction));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    for (Prediction& prediction : predictions) {
        auto entries = readEntries(database, prediction.id);
        if (!entries)
            return tl::unexpected(entries.error());
        prediction.entries = std::move(*entries);
    }
    return predictions;
}

} // namespace

Result<Prediction> PredictionRepository::append(const Prediction& draft)
{
    if (Status status = checkDraft(draft); !status)
        return tl::unexpected(status.error());
    auto entries = entriesJson(draft.entries, draft.format);
    if (!entries)
        return tl::unexpected(entries.error());
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto first = find(draft.of(), draft.kind);
    if (!first)
        return tl::unexpected(first.error());
    if (*first)
        return **first;
    auto newest = head();
    if (!newest)
        return tl::unexpected(newest.error());
    Prediction frozen = draft;
    frozen.id = newest->id + 1;
    frozen.previousHash = newest->hash;
    frozen.hash = ledgerHash(newest->hash, draft.snapshot, *entries);
    if (Status status = insertRow(*database_, frozen); !status)
        return tl::unexpected(status.error());
    if (Status status = insertEntries(*database_, frozen); !status)
        return tl::unexpected(status.error());
    auto stored = byId(frozen.id);
    if (!stored)
        return stored;
    auto storedEntries = entriesJson(stored->entries, stored->format);
    if (!storedEntries || *storedEntries != *entries)
        return fail(ErrorCode::Data, Sentence::tr("The entries of a prediction are not in the order of their "
                                                  "positions."));
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    database_->settle(); // SQLite drops the rest of a damaged log without a word
    return stored;
}

Result<std::optional<Prediction>> PredictionRepository::find(const SessionKey& of, PredictionKind kind) const
{
    auto found = readPredictions(*database_, QStringLiteral("WHERE race_id = ? AND session = ? AND kind = ?"),
                                 {of.race, toString(of.session), toString(kind)});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::optional<PredictionRepository::Reference>>
PredictionRepository::reference(const SessionKey& of, PredictionKind kind) const
{
    auto row = database_->run(
        QStringLiteral(
            "SELECT id, created_at FROM predictions WHERE race_id = ? AND session = ? AND kind = ?"),
        {of.race, toString(of.session), toString(kind)});
    if (!row)
        return tl::unexpected(row.error());
    if (row->next()) {
        const auto createdAt = timeFromIso(row->text(1));
        if (!createdAt)
            return tl::unexpected(createdAt.error());
        return Reference{row->integer(0), *createdAt};
    }
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return std::nullopt;
}

Result<Prediction> PredictionRepository::byId(PredictionId id) const
{
    auto found = readPredictions(*database_, QStringLiteral("WHERE id = ?"), {id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return fail(ErrorCode::NotFound, Sentence::tr("There is no prediction with the id %1.").arg(id));
    return std::move(found->front());
}

Result<std::vector<Prediction>> PredictionRepository::all() const
{
    return readPredictions(*database_, QString(), {});
}

Result<PredictionRepository::Head> PredictionRepository::head() const
{
    auto row = database_->run(
        QStringLiteral("SELECT id, hash, created_at FROM predictions ORDER BY id DESC LIMIT 1"));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next()) {
        const auto createdAt = timeFromIso(row->text(2));
        if (!createdAt)
            return tl::unexpected(createdAt.error());
        return Head{row->integer(0), row->text(1).toLatin1(), *createdAt};
    }
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return Head{0, zeroHash(), {}};
}

} // namespace parcferme

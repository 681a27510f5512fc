#include "store/PredictionRepository.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
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

Status insertRow(Database& database, const Prediction& p)
{
    auto done = database.run(
        QStringLiteral(
            "INSERT INTO predictions (id, race_id, kind, created_at, freeze_policy, snapshot_ts, "
            "session_type, fastf1_version, cache_path, confidence_level, confidence_score, "
            "feature_coverage, num_imputed, status, model_version, format, snapshot, previous_hash, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'frozen', ?, ?, ?, ?, ?)"),
        {p.id, p.race, toString(p.kind), toIso(p.createdAt), toString(p.freezePolicy), toIso(p.snapshotTs),
         toSql(p.sessionType), toSql(p.fastf1Version), toSql(p.cachePath), toString(p.confidenceLevel),
         p.confidenceScore, p.featureCoverage, p.numImputed, toSql(p.modelVersion), p.format,
         QString::fromUtf8(p.snapshot), QString::fromLatin1(p.previousHash), QString::fromLatin1(p.hash)});
    return done ? Status() : tl::unexpected(done.error());
}

Status insertEntries(Database& database, const Prediction& prediction)
{
    auto insert = database.prepare(QStringLiteral(
        "INSERT INTO prediction_entries (id, prediction_id, driver, team, predicted_position, "
        "predicted_race_time, gap, "
        "uncertainty, gap_low, gap_high, p_win, p_podium, p_points, p_retire, position_low, position_high) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const PredictionEntry& e : prediction.entries) {
        const qint64 id = prediction.id * EntryIdStep + e.predictedPosition;
        if (Status status =
                insert->run({id, prediction.id, toSql(e.driver), toSql(e.team), e.predictedPosition,
                             e.predictedRaceTime, e.gap, e.uncertainty, e.gapLow, e.gapHigh, e.pWin,
                             e.pPodium, e.pPoints, e.pRetire, e.positionLow, e.positionHigh});
            !status)
            return status;
    }
    return {};
}

Result<std::vector<PredictionEntry>> readEntries(Database& database, PredictionId prediction)
{
    auto rows = database.run(
        QStringLiteral(
            "SELECT driver, team, predicted_position, predicted_race_time, gap, uncertainty, gap_low, "
            "gap_high, p_win, p_podium, p_points, p_retire, position_low, position_high "
            "FROM prediction_entries WHERE prediction_id = ? ORDER BY predicted_position"),
        {prediction});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<PredictionEntry> entries;
    const Status read = rows->each([&](const Statement& row) -> Status {
        entries.push_back({row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.real(3),
                           row.real(4), row.real(5), row.real(6), row.real(7), row.real(8), row.real(9),
                           row.real(10), row.real(11), static_cast<int>(row.integer(12)),
                           static_cast<int>(row.integer(13))});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return entries;
}

Result<Prediction> readPrediction(const Statement& row)
{
    auto kind = predictionKindFromString(row.text(2));
    auto createdAt = timeFromIso(row.text(3));
    auto policy = freezePolicyFromString(row.text(4));
    auto snapshotTs = timeFromIso(row.text(5));
    auto level = confidenceLevelFromString(row.text(9));
    if (!kind || !policy || !level)
        return tl::unexpected(!kind ? kind.error() : !policy ? policy.error() : level.error());
    if (!createdAt || !snapshotTs)
        return tl::unexpected(!createdAt ? createdAt.error() : snapshotTs.error());
    Prediction p;
    p.id = row.integer(0);
    p.race = row.integer(1);
    p.kind = *kind;
    p.createdAt = *createdAt;
    p.freezePolicy = *policy;
    p.snapshotTs = *snapshotTs;
    p.sessionType = row.text(6);
    p.fastf1Version = row.text(7);
    p.cachePath = row.text(8);
    p.confidenceLevel = *level;
    p.confidenceScore = row.real(10);
    p.featureCoverage = row.real(11);
    p.numImputed = static_cast<int>(row.integer(12));
    p.modelVersion = row.text(13);
    p.format = static_cast<int>(row.integer(14));
    p.snapshot = row.text(15).toUtf8();
    p.previousHash = row.text(16).toLatin1();
    p.hash = row.text(17).toLatin1();
    return p;
}

Result<std::vector<Prediction>> readPredictions(Database& database, const QString& where,
                                                const QVariantList& values)
{
    auto rows = database.run(
        QStringLiteral("SELECT id, race_id, kind, created_at, freeze_policy, snapshot_ts, session_type, "
                       "fastf1_version, cache_path, confidence_level, confidence_score, feature_coverage, "
                       "num_imputed, model_version, format, snapshot, previous_hash, hash FROM predictions "
                       "%1 ORDER BY id")
            .arg(where),
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
    auto entries = entriesJson(draft.entries);
    if (!entries)
        return tl::unexpected(entries.error());
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto first = find(draft.race, draft.kind);
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
    auto storedEntries = entriesJson(stored->entries);
    if (!storedEntries || *storedEntries != *entries)
        return fail(ErrorCode::Data, Sentence::tr("The entries of a prediction are not in the order of their "
                                                  "positions."));
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    database_->settle(); // SQLite drops the rest of a damaged log without a word
    return stored;
}

Result<std::optional<Prediction>> PredictionRepository::find(RaceId race, PredictionKind kind) const
{
    auto found =
        readPredictions(*database_, QStringLiteral("WHERE race_id = ? AND kind = ?"), {race, toString(kind)});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::optional<PredictionId>> PredictionRepository::idOf(RaceId race, PredictionKind kind) const
{
    auto row = database_->run(QStringLiteral("SELECT id FROM predictions WHERE race_id = ? AND kind = ?"),
                              {race, toString(kind)});
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->integer(0);
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

#include "store/PredictionJson.h"

#include "core/CanonicalJson.h"
#include "core/UtcTime.h"
#include "domain/Words.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace parcferme {

QJsonObject columnsJson(const Prediction& prediction)
{
    QJsonObject columns{
        {QStringLiteral("race_id"), prediction.race},
        {QStringLiteral("kind"), toString(prediction.kind)},
        {QStringLiteral("created_at"), toIso(prediction.createdAt)},
        {QStringLiteral("freeze_policy"), toString(prediction.freezePolicy)},
        {QStringLiteral("snapshot_ts"), toIso(prediction.snapshotTs)},
        {QStringLiteral("session_type"), prediction.sessionType},
        {QStringLiteral("fastf1_version"), prediction.fastf1Version},
        {QStringLiteral("cache_path"), prediction.cachePath},
        {QStringLiteral("confidence_level"), toString(prediction.confidenceLevel)},
        {QStringLiteral("confidence_score"), prediction.confidenceScore},
        {QStringLiteral("feature_coverage"), prediction.featureCoverage},
        {QStringLiteral("num_imputed"), prediction.numImputed},
        {QStringLiteral("status"), QStringLiteral("frozen")},
        {QStringLiteral("model_version"), prediction.modelVersion},
    };
    if (prediction.format >= 2)
        columns.insert(QStringLiteral("format"), prediction.format);
    return columns;
}

Result<QByteArray> entriesJson(const std::vector<PredictionEntry>& entries)
{
    QJsonArray array;
    for (const PredictionEntry& entry : entries)
        array.append(QJsonObject{
            {QStringLiteral("driver"), entry.driver},
            {QStringLiteral("team"), entry.team},
            {QStringLiteral("predicted_position"), entry.predictedPosition},
            {QStringLiteral("predicted_race_time"), entry.predictedRaceTime},
            {QStringLiteral("gap"), entry.gap},
            {QStringLiteral("uncertainty"), entry.uncertainty},
            {QStringLiteral("gap_low"), entry.gapLow},
            {QStringLiteral("gap_high"), entry.gapHigh},
            {QStringLiteral("p_win"), entry.pWin},
            {QStringLiteral("p_podium"), entry.pPodium},
            {QStringLiteral("p_points"), entry.pPoints},
            {QStringLiteral("p_retire"), entry.pRetire},
            {QStringLiteral("position_low"), entry.positionLow},
            {QStringLiteral("position_high"), entry.positionHigh},
        });
    return canonicalJson(array);
}

QByteArray zeroHash()
{
    return QByteArray(64, '0');
}

QByteArray ledgerHash(const QByteArray& previousHash, const QByteArray& snapshot, const QByteArray& entries)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash);
    hash.addData("\n");
    hash.addData(snapshot);
    hash.addData("\n");
    hash.addData(entries);
    return hash.result().toHex();
}

} // namespace parcferme

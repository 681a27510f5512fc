#include "store/PredictionJson.h"

#include "core/CanonicalJson.h"
#include "domain/Columns.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace parcferme {

namespace {

// As SQL stores it: what is checked are the stored rows.
template <typename Row>
QJsonObject rowJson(std::span<const Column<Row>> columns, const Row& row, int format)
{
    QJsonObject json;
    for (const Column<Row>& column : columns)
        if (column.since <= format)
            json.insert(QLatin1StringView(column.name), QJsonValue::fromVariant(column.value(row)));
    return json;
}

} // namespace

QJsonObject columnsJson(const Prediction& prediction)
{
    return rowJson(predictionColumns(), prediction, prediction.format);
}

Result<QByteArray> entriesJson(const std::vector<PredictionEntry>& entries, int format)
{
    QJsonArray array;
    for (const PredictionEntry& entry : entries)
        array.append(rowJson(entryColumns(), entry, format));
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

#include "store/LedgerJson.h"

#include "core/CanonicalJson.h"
#include "domain/Columns.h"

#include <QCryptographicHash>

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

template <typename Row>
QJsonArray rowsJson(std::span<const Column<Row>> columns, const std::vector<Row>& rows, int format)
{
    QJsonArray array;
    for (const Row& row : rows)
        array.append(rowJson(columns, row, format));
    return array;
}

} // namespace

QJsonObject columnsJson(const Prediction& prediction)
{
    return rowJson(predictionColumns(), prediction, prediction.format);
}

QJsonObject columnsJson(const Pick& pick)
{
    return rowJson(pickColumns(), pick, pick.format);
}

QJsonArray entriesArray(const std::vector<PredictionEntry>& entries, int format)
{
    return rowsJson(entryColumns(), entries, format);
}

QJsonArray entriesArray(const std::vector<PickEntry>& entries, int format)
{
    return rowsJson(pickEntryColumns(), entries, format);
}

Result<QByteArray> entriesJson(const std::vector<PredictionEntry>& entries, int format)
{
    return canonicalJson(entriesArray(entries, format));
}

Result<QByteArray> entriesJson(const std::vector<PickEntry>& entries, int format)
{
    return canonicalJson(entriesArray(entries, format));
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

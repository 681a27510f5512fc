#pragma once

#include "core/Error.h"
#include "domain/Pick.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace parcferme {

// What the hash of a record of a ledger is made of (DESIGN section 4).

// Every column of a row of the record's format but id, previous_hash, hash and snapshot: the value of
// "prediction" (of a pick, "pick") in its snapshot. Times are ISO text; a prediction's status is "frozen",
// and its format 1 does not name its format.
QJsonObject columnsJson(const Prediction& prediction);
QJsonObject columnsJson(const Pick& pick);

// Every entry column of this format but the ids: an array in the given order, which is that of position.
QJsonArray entriesArray(const std::vector<PredictionEntry>& entries, int format = NewestFormat);
QJsonArray entriesArray(const std::vector<PickEntry>& entries, int format = NewestPickFormat);
// As canonical JSON. Errors: Data, for a value that is not finite.
Result<QByteArray> entriesJson(const std::vector<PredictionEntry>& entries, int format = NewestFormat);
Result<QByteArray> entriesJson(const std::vector<PickEntry>& entries, int format = NewestPickFormat);

// previous_hash of the first record.
QByteArray zeroHash();

// SHA-256 of previousHash LF snapshot LF entries, lower-case hex.
QByteArray ledgerHash(const QByteArray& previousHash, const QByteArray& snapshot, const QByteArray& entries);

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "domain/Prediction.h"

#include <QByteArray>
#include <QJsonObject>

namespace parcferme {

// What a prediction's hash is made of (DESIGN section 4).

// Every column of a row of the prediction's format but id, previous_hash, hash and snapshot: the value of
// "prediction" in a snapshot. Times are ISO text; status is "frozen". Format 1 does not name its format.
QJsonObject columnsJson(const Prediction& prediction);

// Canonical JSON of every entry column of this format but the ids: an array in the given order, which is that
// of predicted position. Errors: Data, for a value that is not finite.
Result<QByteArray> entriesJson(const std::vector<PredictionEntry>& entries, int format = NewestFormat);

// previous_hash of the first prediction.
QByteArray zeroHash();

// SHA-256 of previousHash LF snapshot LF entries, lower-case hex.
QByteArray ledgerHash(const QByteArray& previousHash, const QByteArray& snapshot, const QByteArray& entries);

} // namespace parcferme

#pragma once

#include "core/Error.h"
#include "tracker/Views.h"

#include <QByteArray>
#include <QDateTime>

namespace parcferme {

// The head of the ledger at one moment, as a small text file to publish: a chain by itself cannot show that
// somebody wrote all of it anew, a head that others have kept can. Lines of "name: value", UTF-8.
struct LedgerProof
{
    int length = 0;  // predictions up to the head
    QByteArray head; // hash of prediction `length`; 64 zeros for an empty ledger
    QDateTime time;  // when it was exported, by the machine's clock
    QString program; // "parcferme/1.0.0"
    // A line each for who reads the proof: "prediction: 3 <hash> before-start <time> <authority>", or
    // after-start, or unvouched. Not read again: the head covers them.
    std::vector<VouchedPrediction> predictions = {};
    // Of the ledger of picks; nothing in a proof of a version that had none.
    std::optional<int> picks = {};
    QByteArray picksHead = {};
    // "pick: 3 <hash> ...", as for predictions. Neither player nor order is told.
    std::vector<VouchedPick> vouchedPicks = {};
};

QByteArray proofText(const LedgerProof& proof);

// Errors: Data, saying what is wrong with the file.
Result<LedgerProof> parseProof(const QByteArray& text);

} // namespace parcferme

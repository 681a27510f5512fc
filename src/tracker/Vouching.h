#pragma once

#include "store/Database.h"
#include "tracker/Views.h"

namespace parcferme {

// Who vouches for what in the ledgers. A stamp over a record is one over all before it in its ledger, for its
// hash covers theirs; so each has the first in time of those over itself or a later one. Errors: Database,
// DamagedDatabase, Data.

// By the stamps as they are stored.
Result<std::vector<VouchedPrediction>> vouchedPredictions(Database& database);
Result<std::vector<VouchedPick>> vouchedPicks(Database& database);

// The same with every stamp checked again.
struct CheckedStamps
{
    std::vector<VouchedPrediction> predictions; // by the good ones
    std::vector<VouchedPick> picks;             // the same
    QStringList problems; // stamps that were tampered with, or are of a ledger that is none of these
    QStringList notes;    // stamps of signers whom this machine does not trust, which may be its own lack
};
// certificates: a file of those to trust; empty: the machine's. One that cannot be read is a note.
Result<CheckedStamps> checkStamps(Database& database, const QString& certificates);

// A stored prediction as it is shown, with its voucher by the stamps as they are stored.
Result<ForecastView> vouchedView(Database& database, const Prediction& prediction, const Race& race);

// Who vouches for a pick by the stamps as they are stored.
Result<std::optional<Voucher>> voucherOf(Database& database, const Pick& pick, const Race& race);

} // namespace parcferme

#pragma once

#include "domain/Pick.h"
#include "store/Database.h"

#include <functional>

namespace parcferme {

// Verifies the ledgers: the file, then record by record the chain of hashes and every column against the
// snapshot; of predictions, then of picks.
class LedgerCheck
{
public:
    struct Report
    {
        int predictions = 0;
        QByteArray head; // hash of the newest; 64 zeros for an empty ledger
        int picks = 0;
        QByteArray picksHead; // as head
    };

    // Called for every prediction whose hash and columns fit, oldest first: replays the forecast, and says
    // (Verification) what does not come out the same.
    using Replay = std::function<Status(const Prediction&)>;

    explicit LedgerCheck(Database& database) : database_(&database) {}

    // Errors: Verification, naming the first record that does not fit and why; DamagedDatabase; Database.
    Result<Report> run(const Replay& replay = {}) const;

private:
    Database* database_;
};

} // namespace parcferme

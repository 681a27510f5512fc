#pragma once

#include "domain/Prediction.h"
#include "store/Database.h"

#include <functional>

namespace parcferme {

// Verifies the ledger: the file, then record by record the chain of hashes and every column against the
// snapshot.
class LedgerCheck
{
public:
    struct Report
    {
        int predictions = 0;
        QByteArray head; // hash of the newest; 64 zeros for an empty ledger
    };

    // Called for every record whose hash and columns fit, oldest first: replays the forecast, and says
    // (Verification) what does not come out the same.
    using Replay = std::function<Status(const Prediction&)>;

    explicit LedgerCheck(Database& database) : database_(&database) {}

    // Errors: Verification, naming the first record that does not fit and why; DamagedDatabase; Database.
    Result<Report> run(const Replay& replay = {}) const;

private:
    Database* database_;
};

} // namespace parcferme

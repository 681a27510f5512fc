#pragma once

#include "domain/LedgerStamp.h"
#include "store/Database.h"

namespace parcferme {

// The stamps of the ledger: added, never changed. Errors: Database, DamagedDatabase, Data.
class StampRepository
{
public:
    explicit StampRepository(Database& database) : database_(&database) {}

    // Keeps a stamp; of one authority over one hash the first stays. `place` is not looked at.
    Status add(const LedgerStamp& stamp);

    Result<std::vector<LedgerStamp>> all() const; // in order of time
    // The first in time over this record or a later one, without its token.
    Result<std::optional<LedgerStamp>> firstOver(PredictionId prediction) const;
    Result<bool> has(const QByteArray& hash) const;

    Result<std::vector<LedgerLine>> ledger() const; // in order of the chain

private:
    Database* database_;
};

} // namespace parcferme

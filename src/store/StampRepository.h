#pragma once

#include "domain/LedgerStamp.h"
#include "store/Database.h"

namespace parcferme {

// The stamps of the ledgers: added, never changed. Errors: Database, DamagedDatabase, Data.
class StampRepository
{
public:
    explicit StampRepository(Database& database) : database_(&database) {}

    // Keeps a stamp; of one authority over one hash the first stays. The places are not looked at.
    Status add(const LedgerStamp& stamp);

    Result<std::vector<LedgerStamp>> all() const; // in order of time
    // The first in time over this record or a later one, without its token.
    Result<std::optional<LedgerStamp>> firstOver(PredictionId prediction) const;
    // The same of the ledger of picks.
    Result<std::optional<LedgerStamp>> firstOverPick(PickId pick) const;
    Result<bool> has(const QByteArray& hash) const;

    Result<std::vector<LedgerLine>> ledger() const; // in order of the chain
    Result<std::vector<PickLine>> picks() const;    // the same

private:
    Result<std::optional<LedgerStamp>> first(const QString& query, qint64 id) const;

    Database* database_;
};

} // namespace parcferme

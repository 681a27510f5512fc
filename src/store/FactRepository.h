#pragma once

#include "domain/Race.h"
#include "store/Database.h"

namespace parcferme {

// The whole past in one read, for building features and for the backtest.
class FactRepository
{
public:
    explicit FactRepository(Database& database) : database_(&database) {}

    // Every race with all that is stored about it, in order of time (start or date, then round): all
    // revisions, cancelled and future races included. One consistent state.
    // Errors: Database, DamagedDatabase.
    Result<std::vector<RaceRecord>> load() const;

    // Differs from an earlier one as soon as the facts are others.
    Result<QString> revision() const;
    // For inside a transaction that changes facts: whoever keeps them sees with the commit that they are
    // others.
    Status countChange();

private:
    Database* database_;
};

} // namespace parcferme

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

private:
    Database* database_;
};

} // namespace parcferme

#pragma once

#include "domain/Race.h"
#include "store/Database.h"

namespace parcferme {

// Starting grids as they were published before the start: every state that was seen, none of them changed.
// Errors: Database, DamagedDatabase.
class GridRepository
{
public:
    explicit GridRepository(Database& database) : database_(&database) {}

    Result<std::vector<OfficialGrid>> states(const SessionKey& of) const; // oldest first
    Result<std::optional<OfficialGrid>> newest(const SessionKey& of) const;

    // Stores a state, unless it is the newest one over again, or older than it; answers whether it did. A
    // grid without places is an error (Data).
    Result<bool> add(const OfficialGrid& grid);

private:
    Database* database_;
};

} // namespace parcferme

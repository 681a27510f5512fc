#pragma once

#include "domain/Pick.h"
#include "store/Database.h"

namespace parcferme {

// Picks judged against results: added, never changed. `superseded` is derived: the same pick has scores of a
// newer revision. Errors: Database, DamagedDatabase.
class PickScoreRepository
{
public:
    explicit PickScoreRepository(Database& database) : database_(&database) {}

    // Stores them and answers them with their id. A pick is judged once per result revision: the scores that
    // are there already are answered instead.
    Result<PickScores> add(const PickScores& scores);

    Result<std::vector<PickScores>> ofPick(PickId pick) const; // newest first
    Result<std::vector<PickScores>> all() const;               // in order of id

private:
    Database* database_;
};

} // namespace parcferme

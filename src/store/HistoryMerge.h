#pragma once

#include "domain/Race.h"
#include "store/Database.h"
#include "store/RaceRepository.h"

#include <QSet>

namespace parcferme {

// The work of HistoryUpdate: inside one transaction, with the bundle lent to the database. Errors:
// Database, DamagedDatabase.
class HistoryMerge
{
public:
    explicit HistoryMerge(Database& database) : database_(database) {}

    Status run();

    int newRaces() const { return newRaces_; }
    int newResults() const { return newResults_; }

private:
    using Round = std::pair<int, int>; // season and round as the bundle numbers them

    Status execute(const char* sql, const QVariantList& values = {});
    Status readResultRounds();
    Status mergePeople();
    Result<std::vector<Race>> bundledRaces();
    Race bundledRace(const Statement& row) const;
    Status makeMap();
    Status mergeRaces();
    Status mergeQualifying();
    Status mergeSprints();
    Status mergeResults();
    Result<int> racesWithResult();

    Database& database_;
    QSet<Round> withResult_;
    int newRaces_ = 0;
    int newResults_ = 0;
};

} // namespace parcferme

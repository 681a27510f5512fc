#pragma once

#include "domain/Race.h"
#include "store/Database.h"

namespace parcferme {

// What happened in the sessions of a weekend: qualifying, the official results of race and sprint in all
// their revisions, and the grid that a user typed in. Errors: Database, DamagedDatabase.
class SessionRepository
{
public:
    struct Qualifying
    {
        std::vector<QualifyingRow> rows;    // by position, unplaced last
        std::optional<QDateTime> fetchedAt; // when the source sent them; nothing: from the bundled history
    };

    explicit SessionRepository(Database& database) : database_(&database) {}

    Result<Qualifying> qualifying(RaceId race) const;
    // Replaces the whole classification. No rows replace nothing: a source that has nothing to say is "not
    // yet".
    Status setQualifying(RaceId race, const std::vector<QualifyingRow>& rows, const QDateTime& fetchedAt);

    Result<std::vector<ResultRevision>> revisions(const SessionKey& of) const; // oldest first
    Result<std::optional<ResultRevision>> newestRevision(const SessionKey& of) const;

    // Stores one more version of the result and answers its number, 1 or one more than the newest;
    // revision.revision is not looked at. Whether it differs from the newest is the caller's question. No
    // rows are an error (Data).
    Result<int> addRevision(const ResultRevision& revision);

    Result<std::optional<ManualGrid>> manualGrid(const SessionKey& of) const; // by place, pit lane last
    Status setManualGrid(const ManualGrid& grid);                             // replaces; no places clear it
    Status clearManualGrid(const SessionKey& of);

private:
    Database* database_;
};

} // namespace parcferme

#pragma once

#include "domain/Race.h"
#include "store/Database.h"

namespace parcferme {

// What happened in the sessions of a race: qualifying, sprint, the official result in all its revisions, and
// the grid that a user typed in. Errors: Database, DamagedDatabase.
class SessionRepository
{
public:
    // Rows of one session, with when the source sent them; nothing: from the bundled history.
    template <typename Row>
    struct Session
    {
        std::vector<Row> rows; // by position, unplaced last
        std::optional<QDateTime> fetchedAt;
    };

    explicit SessionRepository(Database& database) : database_(&database) {}

    Result<Session<QualifyingRow>> qualifying(RaceId race) const;
    Result<Session<SprintRow>> sprint(RaceId race) const;

    // Replace the whole session. No rows replace nothing: a source that has nothing to say is "not yet".
    Status setQualifying(RaceId race, const std::vector<QualifyingRow>& rows, const QDateTime& fetchedAt);
    Status setSprint(RaceId race, const std::vector<SprintRow>& rows, const QDateTime& fetchedAt);

    Result<std::vector<ResultRevision>> revisions(RaceId race) const; // oldest first
    Result<std::optional<ResultRevision>> newestRevision(RaceId race) const;

    // Stores one more version of the result and answers its number, 1 or one more than the newest;
    // revision.revision is not looked at. Whether it differs from the newest is the caller's question. No
    // rows are an error (Data).
    Result<int> addRevision(const ResultRevision& revision);

    Result<std::optional<ManualGrid>> manualGrid(RaceId race) const; // by place, pit lane last
    Status setManualGrid(const ManualGrid& grid);                    // replaces; no places clear it
    Status clearManualGrid(RaceId race);

private:
    Database* database_;
};

} // namespace parcferme

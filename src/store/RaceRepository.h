#pragma once

#include "domain/Race.h"
#include "store/Database.h"

#include <QHash>

namespace parcferme {

// Races, and whom and what they name. What is unknown (empty, or nothing) never overwrites what is known.
// Errors: Database, DamagedDatabase; NotFound where said.
class RaceRepository
{
public:
    explicit RaceRepository(Database& database) : database_(&database) {}

    Result<std::vector<int>> seasons() const;         // newest first
    Result<std::vector<Race>> ofYear(int year) const; // by time, then round
    Result<std::vector<Race>> all() const;            // by time, then round
    Result<Race> byId(RaceId race) const;             // NotFound

    // Stores a new race and answers its key; race.id is not looked at. The circuit need not be stored yet.
    Result<RaceId> insert(const Race& race);

    // Writes the calendar facts of race.id, status included. When the date moved, session times of the old
    // date are forgotten. NotFound.
    Status update(const Race& race);

    Status setStatus(RaceId race, RaceStatus status); // NotFound

    Status enrichCircuits(const std::vector<Circuit>& circuits);
    Status enrichDrivers(const std::vector<Driver>& drivers);
    Status enrichTeams(const std::vector<Team>& teams);

    // By id.
    Result<QHash<QString, Circuit>> circuits() const;
    Result<QHash<QString, Driver>> drivers() const;
    Result<QHash<QString, Team>> teams() const;

private:
    Database* database_;
};

} // namespace parcferme

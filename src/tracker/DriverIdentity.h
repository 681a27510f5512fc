#pragma once

#include "core/Error.h"
#include "domain/Race.h"
#include "store/Database.h"

#include <QHash>

namespace parcferme {

// Who is who in the sessions of a weekend. A source may send one driver under two ids, for example where a
// code or a birth date is missing in one answer: who has the name of a driver of the same team who is known
// of this weekend, or of the race before, is that driver.
class DriverIdentity
{
public:
    // season: the races as stored. Errors: those of the store.
    static Result<DriverIdentity> of(Database& database, std::vector<Race> season);

    // The id under which he is known, for each of these entries of a race that has another one. entries:
    // driver and team. Errors: those of the store.
    Result<QHash<QString, QString>> knownIds(const Race& race,
                                             const std::vector<std::pair<QString, QString>>& entries) const;

private:
    DriverIdentity(Database& database, std::vector<Race> season)
        : database_(&database), season_(std::move(season))
    {
    }
    // Of who is known of this weekend, or of the race before, by driver; empty where no team is known.
    Result<QHash<QString, QString>> teams(const Race& race) const;

    Database* database_;
    std::vector<Race> season_;
    QHash<QString, QString> names_; // of everybody stored, folded for comparison
};

} // namespace parcferme

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
    // Errors: those of the store.
    static Result<DriverIdentity> of(Database& database, const Race& race);

    // The id under which he is known, for each of these that is another one. entries: driver and team.
    QHash<QString, QString> knownIds(const std::vector<std::pair<QString, QString>>& entries) const;

private:
    QHash<QString, QString> teams_; // of who is known of this weekend, or of the race before, by driver
    QHash<QString, QString> names_; // of everybody stored, folded for comparison
};

} // namespace parcferme

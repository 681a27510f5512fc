#pragma once

#include "core/Error.h"
#include "domain/Race.h"

#include <QHash>

#include <functional>
#include <map>

namespace parcferme {

using TeamByDriver = std::map<std::string, std::string>;

// Who can stand on a grid that is entered by hand.
struct GridField
{
    TeamByDriver drivers;   // with their teams
    bool qualified = false; // those of the race's qualifying, and nobody else; else those of the race before
};

// Before qualifying is known, those of the race before. records: all races in time order.
GridField gridFieldOf(const std::vector<RaceRecord>& records, const SessionKey& of);

// The team of everybody on a grid: that of the field, and for who is not of it a car that is free because
// nobody of the field has it: of the team that he last drove for, else of the first that has one. Who finds
// no free car is left out. lastTeamOf: empty where none is known.
TeamByDriver teamsOnGrid(const std::vector<ManualGrid::Slot>& places, const TeamByDriver& field,
                         const std::function<std::string(const std::string& driver)>& lastTeamOf);

// Whom a word of a grid means: an id, a code, a family name or a full name, any case, accents optional; first
// in the field, then, where qualifying is not known, in everybody. Somebody nobody knows needs his full name.
// Errors: NotFound, Ambiguous.
Result<Driver> driverNamed(const QString& words, const GridField& field,
                           const QHash<QString, Driver>& everybody);

// Whether these places may stand as the grid by hand of a session. Empty places are none and pass.
// Errors: PolicyRefused after the start; NotYet before qualifying has begun, or where nobody is known to be
// entered; Usage for a driver who is not entered, for whom no car is free, or who stands twice, as for a
// place.
Status checkGrid(const Race& race, Session session, const GridField& field,
                 const std::vector<ManualGrid::Slot>& places, const QDateTime& now);

} // namespace parcferme

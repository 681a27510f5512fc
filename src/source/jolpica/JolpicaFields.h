#pragma once

#include "source/JsonNode.h"
#include "source/SourceValues.h"

namespace parcferme {

// The objects that several answers share. An id that is missing breaks what is being read; everything else
// that cannot be read counts as missing, and the node notes it (see JsonNode).

Circuit readCircuit(const JsonNode& circuit);
Driver readDriver(const JsonNode& driver);
Team readTeam(const JsonNode& team);

// "date" and "time" of a race or session. The time is nothing when only the date is known.
struct SessionTime
{
    std::optional<QDate> date;
    std::optional<QDateTime> start; // UTC
};
SessionTime readSessionTime(const JsonNode& session);

// A lap time such as "1:26.720" in milliseconds; nothing when it is missing or "".
std::optional<int> readLapTime(const JsonNode& row, QLatin1StringView key);

// Adds whoever is not there yet, by id.
void addOnce(std::vector<Driver>& drivers, Driver driver);
void addOnce(std::vector<Team>& teams, Team team);

} // namespace parcferme

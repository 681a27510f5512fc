#pragma once

#include "core/Error.h"
#include "domain/Race.h"

#include <optional>

namespace parcferme {

// The races of one season that `text` means: the one search of window, command line and API.
//   "6", "R6", "round 6" is a round and nothing else. Otherwise any case, accents optional, the best of:
//   the name of the race ("Monaco Grand Prix", "Monaco GP", "Monaco"); else a name of its circuit, locality
//   or country, the usual ones too ("COTA", "Great Britain"); else whole words of a name ("red bull"); else
//   parts of words ("dhab").
// A race that was cancelled is only found when no other is called so; a part of a word does not count there.
// Empty: none. In the order of `races`.
std::vector<Race> findRaces(const std::vector<Race>& races, const QString& text);

// What is typed to look through several seasons: "monza 2025" names the season too, "2025" nothing else.
struct RaceQuery
{
    QString words;
    std::optional<int> season;
};
RaceQuery raceQuery(const QString& text);

// The races of all seasons that a query means, the newest season first. all: in time order.
std::vector<Race> findInSeasons(const std::vector<Race>& all, const RaceQuery& query);

// RACE of the command line and the API: the one race that is found. Errors: NotFound or Ambiguous, with the
// candidates.
Result<Race> searchRace(const std::vector<Race>& races, int year, const QString& text);

} // namespace parcferme

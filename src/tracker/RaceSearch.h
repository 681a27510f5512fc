#pragma once

#include "core/Error.h"
#include "domain/Race.h"

namespace parcferme {

// RACE of the command line and the API, among the races of one season: digits are a round; else an exact
// name; else a unique part of name, locality or country; any case, accents optional. A cancelled race gives
// way to one that is run. Errors: NotFound or Ambiguous, with the candidates.
Result<Race> searchRace(const std::vector<Race>& races, int year, const QString& text);

} // namespace parcferme

#pragma once

#include "domain/Race.h"

namespace parcferme {

// Which stored race each incoming race is: by season and circuit, the same date first, then the nearest
// within 60 days, one to one. Never by round, which changes when a race is cancelled. Answers one value per
// incoming race, in order; nothing means that it is new.
std::vector<std::optional<RaceId>> matchRaces(const std::vector<Race>& incoming,
                                              const std::vector<Race>& stored);

} // namespace parcferme

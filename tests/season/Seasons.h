#pragma once

#include "season/Facts.h"
#include "season/Origin.h"

#include <string>
#include <vector>

namespace parcferme::test {

// A season of the history: calendar, races and sprints, teams under their own ids.
season::SeasonFacts seasonFacts(int year);

// A row of a made-up race: position 0 = not classified, in place 20.
season::ResultRow row(int round, const std::string& driver, const std::string& team, int position,
                      double points, season::Session session = season::Session::Race);

// Rounds 1 to n, without sprints.
std::vector<season::Weekend> weekends(int n);

// A made-up season of 2025.
season::SeasonFacts facts(int rounds, std::vector<season::ResultRow> rows);

// A made-up lineup of that many drivers, d00, d01, ..., two to a team, each weaker than the one before.
season::Origin origin(int drivers, int season = 2026);

} // namespace parcferme::test

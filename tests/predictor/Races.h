#pragma once

#include "predictor/Facts.h"

namespace parcferme::test {

// An entry with a grid slot and a qualifying position, and a lap of 80 s plus a tenth per position.
predictor::EntryFacts entry(const std::string& driver, const std::string& team, int position);

// A classified result on the lead lap of a 60-lap race: 5400 s plus five seconds per position.
predictor::EntryResult finished(int position);

// A retirement.
predictor::EntryResult retired(int position, const std::string& reason);

// A race of n cars d01, d02, .., two to a team, who start and finish in this order.
predictor::RaceFacts race(int season, int round, int n);

} // namespace parcferme::test

#pragma once

#include "predictor/Facts.h"

#include <map>
#include <string>
#include <vector>

namespace parcferme::test {

// A row of a CSV table, by column name; a missing column reads as empty.
using CsvRow = std::map<std::string, std::string>;

std::vector<CsvRow> readCsv(const std::string& path);

// The history of the tests (PARCFERME_HISTORY) in time order; races without entries are left out.
const std::vector<predictor::RaceFacts>& history();

// The sprints of that history, each as a race of its own with its grid and result; empty without them.
const std::vector<predictor::RaceFacts>& sprints();

} // namespace parcferme::test

#pragma once

#include "export/Table.h"

namespace parcferme {

// The table as the clipboard carries it to a spreadsheet: keys as header, tabs between cells, LF after each
// line. Tabs and line breaks inside a cell become spaces; formulas are neutralised as in CSV, but a number
// with its sign is none.
QString tsvText(const Table& table);

} // namespace parcferme

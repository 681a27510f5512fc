#pragma once

#include "export/Table.h"

namespace parcferme {

// Columns that a terminal gives a text: combining marks none, East Asian wide characters two.
int terminalWidth(const QString& text);

// The table for people on a terminal: titles, then aligned rows, numbers right and rounded, "-" for
// what does not exist. Control and direction characters are shown as U+FFFD so that no name can move the
// cursor; cells over 72 columns end in "...". Ends with a line break.
QString textTable(const Table& table);

} // namespace parcferme

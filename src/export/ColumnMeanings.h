#pragma once

#include <QString>

namespace parcferme {

// What a column of an exported table holds, with its unit, in one line; empty for a column that nobody
// described.
QString meaningOf(const QString& column);

} // namespace parcferme

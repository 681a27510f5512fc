#pragma once

#include <QString>

#include <optional>

namespace parcferme {

// The process, other than this one, that has a SQLite file open in WAL mode; nothing when there is none.
// Reads and changes nothing, so that it may be asked of a damaged file too. This process must not have it
// open: to look drops the locks of its own.
std::optional<qint64> holderOf(const QString& sqliteFile);

} // namespace parcferme

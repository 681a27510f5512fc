#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QString>

namespace parcferme {

// Writes a file whole or not at all: beside it first, then renamed over it. A process killed on the way
// leaves the old file, and a file "<path>.<random>.part". Nothing is forced to the disk: readers must notice
// a file that a power cut left damaged. Errors: Io.
Status writeWholeFile(const QString& path, const QByteArray& content);

// Reads at most `longest` bytes. Errors: Io, when there is none or it is longer.
Result<QByteArray> readWholeFile(const QString& path, qint64 longest);

} // namespace parcferme

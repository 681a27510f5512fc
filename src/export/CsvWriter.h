#pragma once

#include "core/Error.h"
#include "export/Table.h"

#include <QByteArray>

namespace parcferme {

// Standard: RFC 4180, UTF-8, comma, decimal point. Excel: a byte order mark and semicolons. ExcelWithCommas:
// the same with decimal commas, for a locale that has them.
enum class CsvFlavour { Standard, Excel, ExcelWithCommas };

// The table with its keys as header, lines ended by CR LF.
QByteArray csvText(const Table& table, CsvFlavour flavour = CsvFlavour::Standard);

// Writes the file whole or not at all: on an error whatever was there before stays. Errors: Io.
Status writeFile(const QString& path, const QByteArray& bytes);
Status writeCsv(const QString& path, const Table& table, CsvFlavour flavour = CsvFlavour::Standard);

} // namespace parcferme

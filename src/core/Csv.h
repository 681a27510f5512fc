#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace parcferme {

// Reads RFC 4180 text: comma, double quotes, LF or CRLF, UTF-8 without or with BOM. The first record is the
// header and every record must have as many fields. Errors: Data, with the line.
struct CsvTable
{
    QStringList header;
    std::vector<QStringList> rows;

    // Index of a column, -1 when there is none.
    int column(const QString& name) const;
};
Result<CsvTable> readCsv(const QByteArray& text);

} // namespace parcferme

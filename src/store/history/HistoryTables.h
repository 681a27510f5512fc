#pragma once

#include "core/Error.h"

#include <QMap>
#include <QStringList>
#include <QVariantList>

#include <vector>

namespace parcferme::history {

// One CSV file of the bundled facts: what its columns may hold, and what makes a row unique.
struct Column
{
    enum class Kind { Text, Id, Integer, Real, Flag, Date, Time, DateOrTime, Colour, Classification };

    const char* name;
    Kind kind;
    bool required;
};

struct Table
{
    const char* name; // of the file without .csv, and of the table in the database
    std::vector<Column> columns;
    std::vector<QStringList> unique; // sets of columns; rows where one of them is empty are not compared

    struct Reference
    {
        QStringList columns;
        const char* table;
        QStringList target; // unique columns there
    };
    std::vector<Reference> references;

    QStringList together; // columns that are all given or all empty
};

// In the order in which they refer to each other.
const std::vector<Table>& tables();

// Checked rows by table name; a value is null, text, a whole number or a real.
using Rows = QMap<QString, std::vector<QVariantList>>;

// Reads every table from a folder. Errors: Io; Data, as "file:line: reason".
Result<Rows> readTables(const QString& folder);

} // namespace parcferme::history

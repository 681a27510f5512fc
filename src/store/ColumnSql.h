#pragma once

#include "domain/Column.h"
#include "store/Statement.h"

#include <span>

// SQL of described columns.
namespace parcferme {

// All of them, with what goes before: for an INSERT.
template <typename Row>
QStringList columnNames(std::span<const Column<Row>> columns, QStringList names = {})
{
    for (const Column<Row>& column : columns)
        names.append(QString::fromLatin1(column.name));
    return names;
}

template <typename Row>
QVariantList columnValues(std::span<const Column<Row>> columns, const Row& row, QVariantList values = {})
{
    for (const Column<Row>& column : columns)
        values.append(column.value(row));
    return values;
}

// Those that readColumns() reads, which follow from no others: for a SELECT.
template <typename Row>
QStringList readNames(std::span<const Column<Row>> columns)
{
    QStringList names;
    for (const Column<Row>& column : columns)
        if (column.set)
            names.append(QString::fromLatin1(column.name));
    return names;
}

// Sets what a SELECT of readNames() answered, from this column of it on. Errors: Data, for a word or a time
// that is none.
template <typename Row>
Status readColumns(std::span<const Column<Row>> columns, const Statement& statement, int from, Row& row)
{
    for (const Column<Row>& column : columns)
        if (column.set)
            if (Status status = column.set(row, statement.value(from++)); !status)
                return status;
    return {};
}

// "INSERT INTO table (names) VALUES (?, ...)".
QString insertInto(const char* table, const QStringList& names);

} // namespace parcferme

#include "tables/TableExport.h"

#include "tables/Format.h"
#include "tables/TableRoles.h"

#include <numeric>

namespace parcferme {

namespace {

std::vector<int> upTo(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

// As it shows. A spreadsheet reads a hyphen as minus, and nothing as missing.
QString shownText(const QModelIndex& cell)
{
    QString text = cell.data().toString();
    if (text == format::missing())
        return {};
    return text.replace(QChar(0x2212), u'-').replace(QChar(0x00a0), u' ');
}

} // namespace

Table exportTable(const QAbstractItemModel& model, const std::vector<int>& columns,
                  const std::vector<int>& rows)
{
    Table table;
    for (const int column : columns)
        for (const QString& key : model.headerData(column, Qt::Horizontal, ExportKeysRole).toStringList())
            table.columns.push_back({key, key});
    for (const int row : rows) {
        QVariantList cells;
        for (const int column : columns)
            cells += model.index(row, column).data(ExportRole).toList();
        table.rows.push_back(cells);
    }
    return table;
}

Table exportTable(const QAbstractItemModel& model, const std::vector<int>& columns)
{
    return exportTable(model, columns, upTo(model.rowCount()));
}

Table exportTable(const QAbstractItemModel& model)
{
    return exportTable(model, upTo(model.columnCount()));
}

Table shownTable(const QAbstractItemModel& model, const std::vector<int>& columns,
                 const std::vector<int>& rows)
{
    Table table;
    for (const int column : columns) {
        const QString key = model.headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        table.columns.push_back({title.isEmpty() ? key : title, title});
    }
    for (const int row : rows) {
        QVariantList cells;
        for (const int column : columns)
            cells.append(shownText(model.index(row, column)));
        table.rows.push_back(cells);
    }
    return table;
}

Table shownTable(const QAbstractItemModel& model, const std::vector<int>& columns)
{
    return shownTable(model, columns, upTo(model.rowCount()));
}

} // namespace parcferme

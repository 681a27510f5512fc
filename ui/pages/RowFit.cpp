#include "ui/pages/RowFit.h"

#include "tables/SortFilterModel.h"
#include "tables/TableRoles.h"
#include "ui/charts/RowChart.h"
#include "ui/table/TableView.h"
#include "ui/theme/Style.h"

#include <QHeaderView>
#include <QScrollBar>

namespace parcferme {

namespace {

constexpr int Comfortable = 26; // pixels at normal text size
constexpr int LeastInTable = 22;
constexpr int LeastBeside = 18;
constexpr int LeastAlone = 16;

// Axis and legend below the rows.
int footOf(const RowChart& chart)
{
    return scaledHeight(chart.fontMetrics(), static_cast<int>(chart.footHeight()));
}

// Height for each row in the room that the chart's frame gives.
int roomPerRow(const RowChart& chart, int rows)
{
    return (chart.parentWidget()->height() - chart.headerHeight() - footOf(chart)) / rows;
}

} // namespace

void fitRows(RowChart& chart, int rows)
{
    if (rows <= 0)
        return;
    const QFontMetrics metrics = chart.fontMetrics();
    const int least = scaledHeight(metrics, LeastAlone);
    const int foot = footOf(chart);
    const int height = std::clamp(roomPerRow(chart, rows), least, scaledHeight(metrics, Comfortable));
    chart.setRowOffset(0);
    chart.setRowMetrics(chart.headerHeight(), height);
    chart.setMinimumHeight(chart.headerHeight() + rows * least + foot);
}

void fitRowsBeside(RowChart& chart, TableView& table, WhenLow low)
{
    QStringList order;
    for (int row = 0; row < table.sorted()->rowCount(); ++row)
        order << table.sorted()->index(row, 0).data(DriverRole).toString();
    chart.setOrder(order);
    const int rows = int(order.size());
    const QFontMetrics metrics = chart.fontMetrics();
    const int comfortable = scaledHeight(metrics, Comfortable);
    if (rows == 0 || !chart.parentWidget()->isVisible())
        return table.setRowHeight(comfortable);
    const int room = roomPerRow(chart, rows);
    const bool fits = room >= scaledHeight(metrics, LeastBeside);
    if (!table.isVisible() || (!fits && low == WhenLow::StandsAlone)) {
        table.setRowHeight(comfortable);
        return fitRows(chart, rows);
    }
    const int height = fits ? std::min(room, comfortable) : comfortable;
    table.setRowHeight(height);
    chart.setMinimumHeight(0);
    chart.setRowMetrics(table.horizontalHeader()->height(), height);
    chart.setRowOffset(table.verticalScrollBar()->value());
}

void fitRows(TableView& table)
{
    const int rows = table.sorted()->rowCount();
    const int comfortable = scaledHeight(table.fontMetrics(), Comfortable);
    const int least = scaledHeight(table.fontMetrics(), LeastInTable);
    const int room = rows > 0 ? table.viewport()->height() / rows : comfortable;
    table.setRowHeight(room < least ? comfortable : std::min(room, comfortable));
}

} // namespace parcferme

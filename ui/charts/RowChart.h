#pragma once

#include "ui/charts/ChartWidget.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace parcferme {

// A chart with one row per driver that lines up with the rows of a table beside it: the table hands over its
// header and row height, the order of its rows, and how far it is scrolled.
class RowChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit RowChart(QWidget* parent = nullptr);

    void setRowMetrics(int headerHeight, int rowHeight); // 0: from the font
    void setRowOffset(int pixels);                       // that the table is scrolled down by
    void setOrder(const QStringList& drivers);           // rows of the table; empty: the chart's own order

    int headerHeight() const;
    int rowHeight() const;
    // Axis and legend below the rows, in pixels at normal text size.
    virtual double footHeight() const { return 54; }

protected:
    TitlePlace titlePlace() const override { return TitlePlace::AboveInPictures; }

    const QStringList& order() const { return shown_; }
    void setOwnOrder(const QStringList& drivers); // all drivers, by predicted position
    // Where the rows stand: below the header, cut off above the foot (axis, legend).
    QRectF rowsArea(const ChartFrame& frame, double foot) const;
    QRectF rowRect(const ChartFrame& frame, int row) const;
    // Ground and rule of the header row; its rectangle.
    QRectF drawHeader(const ChartFrame& frame) const;
    void drawSelection(const ChartFrame& frame, const QRectF& row) const;
    // The ground of the selected driver's row, for charts that draw an axis between ground and rows.
    void drawSelectedRow(const ChartFrame& frame, const QRectF& rows) const;
    // Calls draw(row, driver) for every row that is in sight, clipped to the rows.
    void drawRows(const ChartFrame& frame, const QRectF& rows,
                  const std::function<void(const QRectF&, const QString&)>& draw) const;
    // Title on the left and subtitle on the right of the header row.
    void drawTitles(const ChartFrame& frame) const;
    // An upright line at each value of a scale that begins at the plot's left edge and ends with the last
    // one, and its text below the rows.
    void drawTicks(const ChartFrame& frame, const QRectF& plot, const QRectF& rows,
                   const std::vector<double>& ticks, const std::function<QString(double)>& text) const;

private:
    void updateShown();

    int headerHeight_ = 0;
    int rowHeight_ = 0;
    int offset_ = 0;
    QStringList own_, wanted_, shown_;
};

} // namespace parcferme

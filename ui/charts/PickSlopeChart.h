#pragma once

#include "tables/PickOrderModel.h"
#include "ui/charts/RowChart.h"

namespace parcferme {

// A line per driver from his row in one's own order to that in the model's, both in the rows of the table.
class PickSlopeChart : public RowChart
{
    Q_OBJECT
public:
    explicit PickSlopeChart(QWidget* parent = nullptr);
    // In one's own order.
    void setOrder(const std::vector<PickOrderModel::Line>& mine, const People& people);

    QSize minimumSizeHint() const override;

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Line
    {
        QString driver, code, toolTip;
        QColor colour;
        bool second = false;
        bool placed = false;
        int mine = 0;
        std::optional<int> model;
        // Above 0: further ahead than the model has him.
        int difference() const { return placed && model ? *model - mine : 0; }
    };
    void drawHeader(const ChartFrame& frame) const;
    void drawLine(const ChartFrame& frame, const Line& line, double left, double right) const;
    void drawMine(const ChartFrame& frame, const Line& line, double x) const;
    void drawModel(const ChartFrame& frame, const Line& line, double x) const;
    void drawLegend(const ChartFrame& frame, double top) const;
    double y(const ChartFrame& frame, int place) const { return rowRect(frame, place - 1).center().y(); }

    std::vector<Line> lines_;
};

} // namespace parcferme

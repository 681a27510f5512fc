#pragma once

#include "tables/Comparison.h"
#include "ui/charts/RowChart.h"

#include <QHash>

namespace parcferme {

// One row per driver with the places that are said of him, joined by a line: mine a square, the model's a
// circle, the grid's a bar, and the official one a diamond over them.
class PlacesChart : public RowChart
{
    Q_OBJECT
public:
    double footHeight() const override { return 26; }
    explicit PlacesChart(QWidget* parent = nullptr);
    void setDrivers(const std::vector<ComparedDriver>& drivers, const People& people);

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;
    TitlePlace titlePlace() const override { return TitlePlace::InHeader; }

private:
    struct Row
    {
        QString code, toolTip;
        std::optional<int> official, mine, model, grid;
    };
    double x(const QRectF& plot, double place) const;
    void drawHeader(const ChartFrame& frame) const;
    void drawAxis(const ChartFrame& frame, const QRectF& plot, const QRectF& rows) const;
    void drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Row& data,
                 bool selected) const;

    QHash<QString, Row> rows_;
    int last_ = 1;
    bool judged_ = false;
};

} // namespace parcferme

#pragma once

#include "tables/JudgedOrder.h"
#include "tracker/Views.h"
#include "ui/charts/RowChart.h"

namespace parcferme {

// From predicted to official position, one line per driver; codes and positions at both ends. Grey under 3
// places, `better` or `worse` from 3 on, the selected driver heavy.
class SlopeChart : public RowChart
{
    Q_OBJECT
public:
    explicit SlopeChart(QWidget* parent = nullptr);
    void setResult(const ForecastView& forecast, const ResultRevision& result, const People& people);
    // Of an order alone: of each place the driver.
    void setResult(const QStringList& order, const ResultRevision& result, const People& people);
    void clear();

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Line
    {
        QString driver, code, toolTip;
        QColor colour;
        bool second = false;
        int predicted = 0, official = 0;
    };

    void setPlaces(const QHash<QString, JudgedPlace>& places, const ResultRevision& result,
                   const People& people);
    void drawLine(const ChartFrame& frame, const Line& line, double left, double right) const;
    void drawEnd(const ChartFrame& frame, const Line& line, bool official) const;
    void drawLegend(const ChartFrame& frame, double top) const;
    double y(const ChartFrame& frame, int position) const;

    bool mine_ = false;       // what the left side is called
    std::vector<Line> lines_; // by official position
};

} // namespace parcferme

#pragma once

#include "tracker/Views.h"
#include "ui/charts/LapColumns.h"
#include "ui/charts/RowChart.h"

namespace parcferme {

// Gap to the predicted winner, one row per driver: median, and a whisker from the 10 to the 90 % point. Where
// somebody may be lapped, seconds end at one lap, and columns of laps stand right of it.
class GapChart : public RowChart
{
    Q_OBJECT
public:
    explicit GapChart(QWidget* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);
    void clear();

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;
    TitlePlace titlePlace() const override { return TitlePlace::InHeader; }

private:
    struct Row
    {
        QString code, toolTip;
        QColor colour;
        bool second = false;
        bool winner = false;
        double gap = 0, low = 0, high = 0;
        LapColumns::Row laps;
    };

    void drawTitle(const ChartFrame& frame, const QRectF& header, const LapColumns* laps) const;
    void drawAxis(const ChartFrame& frame, const QRectF& plot, const QRectF& rows) const;
    void drawLegend(const ChartFrame& frame, double top) const;
    void drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Row& driver,
                 const LapColumns* laps) const;
    void drawWhisker(const ChartFrame& frame, const QRectF& plot, double y, const Row& driver) const;
    double foot(double unit) const;
    double x(const QRectF& plot, double seconds) const;

    QHash<QString, Row> rows_; // by driver
    std::vector<double> ticks_;
    double end_ = 1; // seconds at the right end of the plot
    bool laps_ = false;
};

} // namespace parcferme

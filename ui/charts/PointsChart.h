#pragma once

#include "tables/StandingsModel.h"
#include "ui/charts/ChartWidget.h"

namespace parcferme {

// Points so far, solid, and what is expected to the end, dotted; the selected one with the 80 % interval.
class PointsChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit PointsChart(QWidget* parent = nullptr);
    void setSeason(const SeasonView& view, season::Contestants side);

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;

private:
    struct Point
    {
        int round = 0;
        double points = 0, low = 0, high = 0; // low, high: of what is expected
    };
    struct Line
    {
        QString id, name, head;
        QColor colour;
        bool second = false;
        std::vector<Point> soFar, expected; // expected begins where soFar ends
    };
    QPointF at(const QRectF& plot, int round, double points) const;
    bool isColoured(std::size_t place) const;
    void drawAxes(const ChartFrame& frame, const QRectF& plot) const;
    void drawBand(const ChartFrame& frame, const QRectF& plot) const;
    void drawLine(const ChartFrame& frame, const QRectF& plot, std::size_t place) const;
    void drawEnds(const ChartFrame& frame, const QRectF& plot) const;
    void addMarks(const ChartFrame& frame, const QRectF& plot) const;

    std::vector<Line> lines_; // as in the standings
    std::vector<double> ticks_;
    QStringList raceNames_; // by round, from 0 = before the first
    int after_ = 0;
    int last_ = 1; // round
};

} // namespace parcferme

#pragma once

#include "ui/charts/ChartWidget.h"

#include <QGraphicsScene>
#include <QMarginsF>

class QAbstractSeries;
class QChart;
class QLineSeries;
class QValueAxis;

namespace parcferme {

// A Qt chart as a part of a ChartWidget's picture. It has no ground, frame, legend or motion, and its plot
// stands exactly where the widget wants it: so one drawing serves screen, PNG and SVG, and what Qt Charts has
// no series for lines up with what it drew. Made anew for new data; the series keep their own pens.
class PlotScene
{
public:
    PlotScene(QValueAxis* bottom, QValueAxis* left); // taken over

    template <typename Series>
    Series* add(Series* series) // taken over
    {
        attach(series);
        return series;
    }

    void draw(const ChartFrame& frame, const QRectF& plot);
    QPointF at(double x, double y) const; // in widget coordinates, as last drawn

    // Texts beside the axes, after draw(). Those of Qt Charts would shrink to dots in a small chart, vanish
    // at an axis's end, and have no real minus sign.
    void drawLeftText(const ChartFrame& frame, double y, const QString& text) const;
    void drawBottomText(const ChartFrame& frame, double x, const QString& text) const;

    static QValueAxis* hiddenAxis(double low, double high);
    static QLineSeries* line(const QList<QPointF>& points);

private:
    void attach(QAbstractSeries* series);

    QGraphicsScene scene_;
    QChart* chart_; // of the scene
    QValueAxis* bottom_;
    QValueAxis* left_;
    QMarginsF around_; // what the axes took last beside the plot
    QRectF plot_;      // as last drawn
};

} // namespace parcferme

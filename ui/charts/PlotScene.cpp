#include "ui/charts/PlotScene.h"

#include "ui/charts/ChartParts.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

namespace parcferme {

PlotScene::PlotScene(QValueAxis* bottom, QValueAxis* left) : chart_(new QChart), bottom_(bottom), left_(left)
{
    scene_.setItemIndexMethod(QGraphicsScene::NoIndex);
    scene_.addItem(chart_);
    chart_->setAnimationOptions(QChart::NoAnimation);
    chart_->setBackgroundVisible(false);
    chart_->setDropShadowEnabled(false);
    chart_->legend()->hide();
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->setMinimumSize(0, 0);
    chart_->addAxis(bottom_, Qt::AlignBottom);
    chart_->addAxis(left_, Qt::AlignLeft);
    for (QValueAxis* axis : {bottom_, left_}) {
        axis->setLineVisible(false);
        axis->setLabelsVisible(false);
    }
}

void PlotScene::attach(QAbstractSeries* series)
{
    chart_->addSeries(series);
    series->attachAxis(bottom_);
    series->attachAxis(left_);
}

QValueAxis* PlotScene::hiddenAxis(double low, double high)
{
    auto* axis = new QValueAxis;
    axis->setRange(low, high);
    axis->setVisible(false);
    return axis;
}

QLineSeries* PlotScene::line(const QList<QPointF>& points)
{
    auto* series = new QLineSeries;
    series->replace(points);
    return series;
}

void PlotScene::draw(const ChartFrame& frame, const QRectF& plot)
{
    plot_ = plot;
    for (QValueAxis* axis : {bottom_, left_})
        axis->setGridLinePen(QPen(frame.theme.grid, 1));
    // setPlotArea() would move the series but not the axes: instead the chart is made as large as its plot
    // and what its axes need. How much that is shows once it is laid out.
    for (int pass = 0; pass < 2; ++pass) {
        chart_->setGeometry(plot.marginsAdded(around_));
        chart_->layout()->activate();
        const QRectF got = chart_->mapRectToParent(chart_->plotArea());
        around_ += QMarginsF(got.left() - plot.left(), got.top() - plot.top(), plot.right() - got.right(),
                             plot.bottom() - got.bottom());
    }
    scene_.render(&frame.painter, frame.area, frame.area, Qt::IgnoreAspectRatio);
}

void PlotScene::drawLeftText(const ChartFrame& frame, double y, const QString& text) const
{
    const double height = 18 * frame.unit;
    const QRectF box(frame.area.left(), at(0, y).y() - height / 2,
                     plot_.left() - frame.area.left() - 8 * frame.unit, height);
    chart::drawLabel(frame.painter, box, Qt::AlignRight | Qt::AlignVCenter, text, frame.label,
                     frame.theme.muted);
}

void PlotScene::drawBottomText(const ChartFrame& frame, double x, const QString& text) const
{
    const double width = 60 * frame.unit;
    const QRectF box(at(x, 0).x() - width / 2, plot_.bottom() + 4 * frame.unit, width, 18 * frame.unit);
    chart::drawLabel(frame.painter, box, Qt::AlignCenter, text, frame.label, frame.theme.muted);
}

QPointF PlotScene::at(double x, double y) const
{
    return chart_->mapToParent(chart_->mapToPosition({x, y}, chart_->series().value(0)));
}

} // namespace parcferme

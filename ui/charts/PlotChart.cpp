#include "ui/charts/PlotChart.h"

#include "ui/base/Turns.h"

#include <QBackingStore>
#include <QPaintEngine>

namespace parcferme {

PlotChart::PlotChart(QWidget* parent) : ChartWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent); // nothing behind it need be painted
}

void PlotChart::valuesChanged()
{
    built_ = false;
    dataChanged();
}

void PlotChart::ensurePlot() const
{
    if (!std::exchange(built_, true))
        buildPlot();
}

void PlotChart::draw(const ChartFrame& frame) const
{
    ensurePlot();
    drawPlot(frame);
}

void PlotChart::redraw()
{
    fresh_ = false;
    ChartWidget::redraw();
}

// Whoever paints a widget elsewhere, into an image or for a printer, wants it whole and at once.
bool PlotChart::isOnScreen(const QPainter& painter) const
{
    QBackingStore* store = window()->backingStore();
    return store && painter.paintEngine()->paintDevice() == store->paintDevice();
}

bool PlotChart::isPictureFresh() const
{
    return fresh_ && picture_.deviceIndependentSize().toSize() == size() &&
           picture_.devicePixelRatio() == devicePixelRatioF();
}

void PlotChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(backgroundRole())); // seen at the round corners
    if (!isOnScreen(painter))
        return paintChart(painter);
    if (!isPictureFresh())
        askForPicture();
    painter.drawPixmap(0, 0, picture_); // the one before, for a moment, or none yet
}

void PlotChart::askForPicture()
{
    if (std::exchange(asked_, true))
        return;
    Turns::later(this, [this] {
        if (message().isEmpty())
            ensurePlot();
        Turns::later(this, [this] { makePicture(); });
    });
}

void PlotChart::makePicture()
{
    asked_ = false;
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(size() * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(palette().color(backgroundRole()));
    QPainter painter(&picture);
    paintChart(painter);
    painter.end();
    picture_ = picture;
    fresh_ = true;
    Turns::later(this, [this] { update(); });
}

} // namespace parcferme

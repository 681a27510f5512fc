#include "ui/charts/ReliabilityChart.h"

#include "tables/Format.h"
#include "ui/charts/ChartParts.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

QString markText(const evaluation::ReliabilityBin& bin)
{
    return ReliabilityChart::tr(
               "Said: %1 % on average (%2 to %3 %)\nHappened: %4 %, 95 % interval %5 to %6 %")
               .arg(format::full(bin.meanForecast * 100), format::number(bin.low * 100, 0),
                    format::number(bin.high * 100, 0), format::full(bin.observed * 100),
                    format::number(bin.observedLow * 100, 1), format::number(bin.observedHigh * 100, 1)) +
           QLatin1Char('\n') +
           ReliabilityChart::tr("%1 of %2 forecasts came true\nThe bars below are on a square-root scale.")
               .arg(bin.hits)
               .arg(bin.count);
}

} // namespace

ReliabilityChart::ReliabilityChart(QWidget* parent) : ChartWidget(parent)
{
    setTitles(tr("Reliability"), tr("said against happened"));
    setReliability({});
}

void ReliabilityChart::setReliability(const evaluation::Reliability& reliability)
{
    reliability_ = reliability;
    most_ = 1;
    for (const evaluation::ReliabilityBin& bin : reliability_.bins)
        most_ = std::max(most_, bin.count);
    setMessage(reliability_.bins.empty() ? tr("No judged forecasts") : QString());
    dataChanged();
}

QSizeF ReliabilityChart::contentSize(double unit) const
{
    return QSizeF(400, 250) * unit;
}

void ReliabilityChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF inner = frame.area.adjusted(56 * u, 10 * u, -54 * u, -28 * u);
    const double countHeight = std::clamp(inner.height() * 0.2, 26 * u, 48 * u);
    const QRectF plot = inner.adjusted(0, 0, 0, -countHeight - 18 * u);
    const QRectF counts(inner.left(), inner.bottom() - countHeight, inner.width(), countHeight);
    if (plot.width() < 20 || plot.height() < 20)
        return;
    drawAxes(frame, plot, counts);
    for (const evaluation::ReliabilityBin& bin : reliability_.bins)
        drawBin(frame, plot, counts, bin);
    if (!reliability_.ece)
        return;
    const QRectF box(plot.left(), plot.bottom() - 20 * u, plot.width() - 4 * u, 18 * u);
    chart::drawLabel(frame.painter, box, Qt::AlignRight | Qt::AlignVCenter,
                     tr("calibration error (ECE) %1").arg(format::number(*reliability_.ece, 3)), frame.label,
                     frame.theme.muted);
}

void ReliabilityChart::drawAxes(const ChartFrame& frame, const QRectF& plot, const QRectF& counts) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    for (int percent = 0; percent <= 100; percent += 25) {
        const double x = plot.left() + plot.width() * percent / 100;
        const double y = plot.bottom() - plot.height() * percent / 100;
        p.setPen(QPen(frame.theme.grid, 1));
        p.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        p.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const QString text = tr("%1 %").arg(format::number(percent, 0));
        chart::drawLabel(
            p, QRectF(frame.area.left(), y - 9 * u, plot.left() - frame.area.left() - 8 * u, 18 * u),
            Qt::AlignRight | Qt::AlignVCenter, text, frame.label, frame.theme.muted);
        chart::drawLabel(p, QRectF(x - 30 * u, counts.bottom() + 4 * u, 60 * u, 18 * u), Qt::AlignCenter,
                         text, frame.label, frame.theme.muted);
    }
    p.setPen(QPen(frame.theme.strong, 1));
    p.drawLine(counts.bottomLeft(), counts.bottomRight());
    p.setPen(QPen(frame.theme.strong, 1, Qt::DashLine));
    p.drawLine(plot.bottomLeft(), plot.topRight());
    chart::drawLabel(p, QRectF(counts.right() + 6 * u, counts.bottom() - 18 * u, 48 * u, 18 * u),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("count"), frame.label, frame.theme.muted);
}

void ReliabilityChart::drawBin(const ChartFrame& frame, const QRectF& plot, const QRectF& counts,
                               const evaluation::ReliabilityBin& bin) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const auto y = [&plot](double share) { return plot.bottom() - plot.height() * share; };
    const double x = plot.left() + plot.width() * bin.meanForecast;
    p.setPen(QPen(frame.theme.accent, 1.5 * u, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(x, y(bin.observedLow)), QPointF(x, y(bin.observedHigh)));
    for (const double end : {bin.observedLow, bin.observedHigh})
        p.drawLine(QPointF(x - 4 * u, y(end)), QPointF(x + 4 * u, y(end)));
    p.setPen(Qt::NoPen);
    p.setBrush(frame.theme.accent);
    p.drawEllipse(QPointF(x, y(bin.observed)), 4 * u, 4 * u);

    // Bars stand over the whole bin, so that merged ones are seen to be wide.
    const double left = counts.left() + counts.width() * bin.low;
    const double right = counts.left() + counts.width() * bin.high;
    const double height = counts.height() * std::sqrt(double(bin.count) / most_);
    p.fillRect(QRectF(left + 2 * u, counts.bottom() - height, right - left - 4 * u, height), frame.theme.bar);
    chart::drawLabel(
        p, QRectF((left + right) / 2 - 30 * u, counts.bottom() - height - 17 * u, 60 * u, 16 * u),
        Qt::AlignCenter, format::number(std::optional<int>(bin.count)), frame.label, frame.theme.muted);
    frame.marks.push_back(
        {QRectF(left, plot.top(), right - left, counts.bottom() - plot.top()), {}, markText(bin)});
}

} // namespace parcferme

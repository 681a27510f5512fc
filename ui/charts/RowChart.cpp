#include "ui/charts/RowChart.h"

#include "ui/charts/ChartParts.h"

#include <QFontMetrics>

#include <cmath>

namespace parcferme {

RowChart::RowChart(QWidget* parent) : ChartWidget(parent) {}

void RowChart::setRowMetrics(int headerHeight, int rowHeight)
{
    headerHeight_ = headerHeight;
    rowHeight_ = rowHeight;
    updateGeometry();
    redraw();
}

void RowChart::setRowOffset(int pixels)
{
    if (pixels == offset_)
        return;
    offset_ = pixels;
    redraw();
}

void RowChart::setOrder(const QStringList& drivers)
{
    wanted_ = drivers;
    updateShown();
}

void RowChart::setOwnOrder(const QStringList& drivers)
{
    own_ = drivers;
    updateShown();
}

void RowChart::updateShown()
{
    shown_.clear();
    for (const QString& driver : wanted_.isEmpty() ? own_ : wanted_)
        if (own_.contains(driver))
            shown_.append(driver);
    dataChanged();
}

int RowChart::headerHeight() const
{
    return headerHeight_ > 0 ? headerHeight_ : static_cast<int>(std::lround(28 * unit()));
}

int RowChart::rowHeight() const
{
    return rowHeight_ > 0 ? rowHeight_ : static_cast<int>(std::lround(26 * unit()));
}

QRectF RowChart::rowsArea(const ChartFrame& frame, double foot) const
{
    const double top = frame.area.top() + headerHeight();
    const double offset = frame.image ? 0 : offset_;
    const double whole = static_cast<double>(shown_.size()) * rowHeight() - offset;
    const double room = frame.area.bottom() - foot - top;
    return QRectF(frame.area.left(), top, frame.area.width(), std::max(0.0, std::min(whole, room)));
}

QRectF RowChart::rowRect(const ChartFrame& frame, int row) const
{
    const double top = frame.area.top() + headerHeight() + row * rowHeight() - (frame.image ? 0 : offset_);
    return QRectF(frame.area.left(), top, frame.area.width(), rowHeight());
}

QRectF RowChart::drawHeader(const ChartFrame& frame) const
{
    const QRectF header(frame.area.left(), frame.area.top(), frame.area.width(), headerHeight());
    if (!frame.image)
        frame.painter.fillRect(header, frame.theme.alt);
    frame.painter.setPen(frame.theme.border);
    frame.painter.drawLine(QPointF(header.left(), header.bottom() - 0.5),
                           QPointF(header.right(), header.bottom() - 0.5));
    return header;
}

void RowChart::drawSelection(const ChartFrame& frame, const QRectF& row) const
{
    frame.painter.fillRect(row, frame.theme.selection);
}

void RowChart::drawSelectedRow(const ChartFrame& frame, const QRectF& rows) const
{
    drawRows(frame, rows, [&](const QRectF& row, const QString& driver) {
        if (driver == selectedDriver())
            drawSelection(frame, row);
    });
}

void RowChart::drawRows(const ChartFrame& frame, const QRectF& rows,
                        const std::function<void(const QRectF&, const QString&)>& draw) const
{
    frame.painter.save();
    frame.painter.setClipRect(rows, Qt::IntersectClip);
    for (int i = 0; i < shown_.size(); ++i)
        if (const QRectF row = rowRect(frame, i); row.intersects(rows))
            draw(row, shown_[i]);
    frame.painter.restore();
}

void RowChart::drawTitles(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF text = drawHeader(frame).adjusted(12 * u, 0, -12 * u, 0);
    if (frame.image && titlePlace() == TitlePlace::AboveInPictures)
        return; // they stand above it
    chart::drawLabel(frame.painter, text, Qt::AlignLeft | Qt::AlignVCenter, title(), frame.strong,
                     frame.theme.text);
    const double used = QFontMetricsF(frame.strong).horizontalAdvance(title()) + 12 * u;
    chart::drawLabel(frame.painter, text.adjusted(used, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                     subtitle(), frame.label, frame.theme.muted);
}

void RowChart::drawTicks(const ChartFrame& frame, const QRectF& plot, const QRectF& rows,
                         const std::vector<double>& ticks, const std::function<QString(double)>& text) const
{
    const double u = frame.unit;
    for (const double tick : ticks) {
        const double x = plot.left() + plot.width() * tick / ticks.back();
        frame.painter.setPen(QPen(tick == 0 ? frame.theme.strong : frame.theme.grid, 1));
        frame.painter.drawLine(QPointF(x, rows.top()), QPointF(x, rows.bottom()));
        chart::drawLabel(frame.painter, QRectF(x - 30 * u, rows.bottom() + 4 * u, 60 * u, 18 * u),
                         Qt::AlignCenter, text(tick), frame.label, frame.theme.muted);
    }
}

} // namespace parcferme

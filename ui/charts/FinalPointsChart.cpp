#include "ui/charts/FinalPointsChart.h"

#include "tables/Format.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/SeasonMarks.h"

#include <algorithm>

namespace parcferme {

namespace {

constexpr double RightMargin = 20;
constexpr double BarHeight = 10;
constexpr double LeastChange = 1.2; // points: below, the two marks are one
constexpr double LeastWhisker = 1;

} // namespace

FinalPointsChart::FinalPointsChart(QWidget* parent) : RowChart(parent)
{
    setTitles(tr("Final points"), tr("bar: now; 80 % interval"));
    setMessage(tr("No standings"));
}

void FinalPointsChart::setSeason(const SeasonView& view, season::Contestants side,
                                 const season::SeasonOutlook* ifSo, bool retrospect)
{
    rows_.clear();
    retrospect_ = retrospect;
    double most = 1;
    QStringList order;
    for (const SeasonMark& mark : seasonMarks(view, side)) {
        Row row{mark.code, mark.head, mark.colour, mark.second, mark.line->points, false, 0, 0, 0, {}};
        row.toolTip += u'\n' + tr("Points now: %1").arg(standings::points(row.points));
        if (const auto* expected = standings::expectationOf(view, side, mark.line->id)) {
            row.expected = true;
            row.mean = expected->final.mean;
            row.low = expected->final.low;
            row.high = expected->final.high;
            row.toolTip += u'\n' + tr("Expected: %1\n10 % point: %2\n90 % point: %3")
                                       .arg(format::full(row.mean), standings::points(row.low),
                                            standings::points(row.high));
        }
        if (const auto* changed = ifSo ? standings::expectationOf(*ifSo, side, mark.line->id) : nullptr) {
            row.ifSo = changed->final.mean;
            row.toolTip += u'\n' + tr("If so: %1").arg(format::full(*row.ifSo));
        }
        most = std::max({most, row.points, row.high, row.ifSo.value_or(0)});
        order << mark.id;
        rows_.insert(mark.id, row);
    }
    ticks_ = chart::ticks(0, most, 6);
    setTitles(tr("Final points"), !view.forecast ? tr("as they are")
                                  : ifSo         ? tr("hollow: now; filled: if so")
                                                 : tr("bar: now; 80 % interval"));
    setMessage(order.isEmpty() ? tr("No standings") : QString());
    setOwnOrder(order);
}

QSizeF FinalPointsChart::contentSize(double unit) const
{
    return {420 * unit, headerHeight() + static_cast<double>(order().size()) * rowHeight() + 30 * unit};
}

double FinalPointsChart::x(const QRectF& plot, double points) const
{
    return plot.left() + plot.width() * points / ticks_.back();
}

double FinalPointsChart::labelWidth(const ChartFrame& frame) const
{
    double widest = 46 * frame.unit;
    for (const Row& row : rows_)
        widest = std::max(widest, QFontMetricsF(frame.strong).horizontalAdvance(row.code) + 14 * frame.unit);
    return std::min(widest, frame.area.width() / 3);
}

void FinalPointsChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    drawTitles(frame);
    const QRectF rows = rowsArea(frame, 30 * u);
    const QRectF plot = rows.adjusted(labelWidth(frame) + 6 * u, 0, -RightMargin * u, 0);
    drawSelectedRow(frame, rows);
    drawTicks(frame, plot, rows, ticks_, [](double tick) { return format::number(tick, 0); });
    drawRows(frame, rows, [&](const QRectF& row, const QString& id) {
        const Row data = rows_.value(id);
        drawRow(frame, plot, row, data, id == selectedDriver());
        frame.marks.push_back({row.intersected(rows), id, data.toolTip});
    });
}

void FinalPointsChart::drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row,
                               const Row& data, bool selected) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    chart::drawLabel(p, QRectF(row.left(), row.top(), plot.left() - row.left() - 8 * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, data.code, selected ? frame.strong : frame.label,
                     frame.theme.text);
    const double y = row.center().y();
    p.fillRect(QRectF(plot.left(), y - BarHeight * u / 2, x(plot, data.points) - plot.left(), BarHeight * u),
               retrospect_ ? frame.theme.barGrey : frame.theme.bar);
    if (!data.expected)
        return;
    if (data.ifSo)
        return drawChange(frame, plot, y, data);
    const QColor colour = teamMark(data.colour, frame.theme);
    if (data.high - data.low >= LeastWhisker) {
        p.setPen(chart::carPen(colour, data.second, 2 * u));
        p.drawLine(QPointF(x(plot, data.low), y), QPointF(x(plot, data.high), y));
        p.setPen(QPen(colour, 2 * u, Qt::SolidLine, Qt::FlatCap));
        for (const double end : {data.low, data.high})
            p.drawLine(QPointF(x(plot, end), y - 5 * u), QPointF(x(plot, end), y + 5 * u));
    }
    chart::drawCar(p, QPointF(x(plot, data.mean), y), 5.5 * u, colour, data.second, frame.theme);
}

void FinalPointsChart::drawChange(const ChartFrame& frame, const QRectF& plot, double y,
                                  const Row& data) const
{
    const double u = frame.unit;
    const double change = *data.ifSo - data.mean;
    const QColor colour = change < 0 ? frame.theme.worse : frame.theme.better;
    if (std::abs(change) >= LeastChange) {
        frame.painter.setPen(QPen(colour, 3 * u));
        frame.painter.drawLine(QPointF(x(plot, data.mean), y), QPointF(x(plot, *data.ifSo), y));
        chart::drawCar(frame.painter, QPointF(x(plot, *data.ifSo), y), 5.5 * u, colour, false, frame.theme);
    }
    chart::drawCar(frame.painter, QPointF(x(plot, data.mean), y), 5.5 * u, frame.theme.muted, true,
                   frame.theme);
}

} // namespace parcferme

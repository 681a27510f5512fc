#include "ui/charts/GapChart.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/KindWords.h"

#include <algorithm>

namespace parcferme {

namespace {

constexpr double LabelWidth = 46;
constexpr double RightMargin = 28;

QString markText(const PredictionEntry& entry, const People& people)
{
    const QString head = chart::heading(driverName(people, entry.driver), teamName(people, entry.team));
    if (entry.predictedPosition == 1)
        return head + QLatin1Char('\n') + GapChart::tr("Predicted winner");
    return head + QLatin1Char('\n') +
           GapChart::tr("Median: %1 s\n10 % point: %2 s\n90 % point: %3 s")
               .arg(format::full(entry.gap), format::full(entry.gapLow), format::full(entry.gapHigh));
}

} // namespace

GapChart::GapChart(QWidget* parent) : RowChart(parent)
{
    clear();
}

void GapChart::clear()
{
    rows_.clear();
    setTitles(tr("Gap to the winner, s"), tr("median, 80 % interval"));
    setMessage(tr("No forecast"));
    setOwnOrder({});
}

void GapChart::setForecast(const ForecastView& view, const People& people)
{
    const QSet<QString> second = secondCars(view.prediction.entries, people);
    rows_.clear();
    QStringList order;
    double widest = 1;
    bool known = false;
    for (const PredictionEntry& e : view.prediction.entries) {
        order.append(e.driver);
        rows_.insert(e.driver,
                     {driverCode(people, e.driver), markText(e, people), QColor(teamColour(people, e.team)),
                      second.contains(e.driver), e.predictedPosition == 1, e.gap, e.gapLow, e.gapHigh});
        widest = std::max({widest, e.gap, e.gapHigh});
        known = known || e.predictedRaceTime > 0;
    }
    ticks_ = chart::ticks(0, widest, 6);
    setTitles(tr("Gap to the winner, s"), withKind(tr("median, 80 % interval"), view.prediction.kind));
    setMessage(order.isEmpty() ? tr("No forecast")
               : known         ? QString()
                               : tr("No times: laps or pace of this race are unknown."));
    setOwnOrder(order);
}

double GapChart::foot(double unit) const
{
    return 54 * unit;
}

QSizeF GapChart::contentSize(double unit) const
{
    return {340 * unit, headerHeight() + static_cast<double>(order().size()) * rowHeight() + foot(unit)};
}

double GapChart::x(const QRectF& plot, double seconds) const
{
    return plot.left() + plot.width() * seconds / ticks_.back();
}

void GapChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF header = drawHeader(frame);
    const QRectF text = header.adjusted(12 * u, 0, -12 * u, 0);
    const double title = QFontMetricsF(frame.strong).horizontalAdvance(this->title());
    chart::drawLabel(frame.painter, text, Qt::AlignLeft | Qt::AlignVCenter, this->title(), frame.strong,
                     frame.theme.muted);
    const QRectF rest = text.adjusted(title + 12 * u, 0, 0, 0);
    // The kind of the forecast stands in the header of the page too.
    const QStringList words = {subtitle(), tr("median, 80 % interval"), tr("80 % interval")};
    const auto fits = [&](const QString& line) {
        return QFontMetricsF(frame.label).horizontalAdvance(line) <= rest.width();
    };
    const auto longest = std::find_if(words.begin(), words.end(), fits);
    chart::drawLabel(frame.painter, rest, Qt::AlignRight | Qt::AlignVCenter,
                     longest == words.end() ? words.back() : *longest, frame.label, frame.theme.muted);
    const QRectF rows = rowsArea(frame, foot(u));
    const QRectF plot = rows.adjusted((LabelWidth + 6) * u, 0, -RightMargin * u, 0);
    frame.painter.save();
    frame.painter.setClipRect(rows, Qt::IntersectClip);
    for (int i = 0; i < order().size(); ++i)
        if (order()[i] == selectedDriver())
            drawSelection(frame, rowRect(frame, i));
    frame.painter.restore();
    drawAxis(frame, plot, rows);

    frame.painter.save();
    frame.painter.setClipRect(rows, Qt::IntersectClip);
    for (int i = 0; i < order().size(); ++i) {
        const QRectF row = rowRect(frame, i);
        if (!row.intersects(rows))
            continue;
        const Row driver = rows_.value(order()[i]);
        drawRow(frame, plot, row, driver, order()[i] == selectedDriver());
        frame.marks.push_back({row.intersected(rows), order()[i], driver.toolTip});
    }
    frame.painter.restore();
}

void GapChart::drawAxis(const ChartFrame& frame, const QRectF& plot, const QRectF& rows) const
{
    const double u = frame.unit;
    for (const double tick : ticks_) {
        const double at = x(plot, tick);
        frame.painter.setPen(QPen(tick == 0 ? frame.theme.strong : frame.theme.grid, 1));
        frame.painter.drawLine(QPointF(at, rows.top()), QPointF(at, rows.bottom()));
        const QString number = format::number(tick, 0);
        const double half = QFontMetricsF(frame.label).horizontalAdvance(number) / 2;
        const bool last = tick == ticks_.back();
        // The unit follows the last number, which stays centred under its line.
        const QString text = last ? number + QStringLiteral(" s") : number;
        const QRectF box(at - half, rows.bottom() + 4 * u, 60 * u, 18 * u);
        chart::drawLabel(frame.painter, box, Qt::AlignLeft | Qt::AlignVCenter, text, frame.label,
                         frame.theme.muted);
    }
    drawLegend(frame, rows.bottom() + 26 * u);
}

void GapChart::drawLegend(const ChartFrame& frame, double top) const
{
    const double u = frame.unit;
    const double middle = top + 10 * u;
    const QColor colour = frame.theme.muted;
    double at = frame.area.left() + 20 * u;
    const auto text = [&](const QString& words) {
        const QRectF box(at, top, frame.area.right() - at - 4 * u, 20 * u);
        chart::drawLabel(frame.painter, box, Qt::AlignLeft | Qt::AlignVCenter, words, frame.label, colour);
        at += QFontMetricsF(frame.label).horizontalAdvance(words) + 16 * u;
    };
    chart::drawCar(frame.painter, QPointF(at, middle), 5 * u, colour, false, frame.theme);
    at += 12 * u;
    text(tr("first car"));
    frame.painter.setPen(chart::carPen(colour, true, 1.5 * u));
    frame.painter.drawLine(QPointF(at, middle), QPointF(at + 22 * u, middle));
    chart::drawCar(frame.painter, QPointF(at + 11 * u, middle), 5 * u, colour, true, frame.theme);
    at += 30 * u;
    text(tr("second car of a team"));
}

void GapChart::drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Row& driver,
                       bool selected) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    chart::drawLabel(p, QRectF(row.left(), row.top(), LabelWidth * u - 6 * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, driver.code, selected ? frame.strong : frame.label,
                     frame.theme.text);
    const QColor colour = teamMark(driver.colour, frame.theme);
    const double y = row.center().y();
    if (!driver.winner) {
        const double low = x(plot, driver.low);
        const double high = x(plot, driver.high);
        p.setPen(chart::carPen(colour, driver.second, 2 * u));
        p.drawLine(QPointF(low, y), QPointF(high, y));
        p.setPen(QPen(colour, 2 * u, Qt::SolidLine, Qt::FlatCap));
        for (const double end : {low, high})
            p.drawLine(QPointF(end, y - 4 * u), QPointF(end, y + 4 * u));
    }
    chart::drawCar(p, QPointF(x(plot, driver.gap), y), 5.5 * u, colour, driver.second, frame.theme);
}

} // namespace parcferme

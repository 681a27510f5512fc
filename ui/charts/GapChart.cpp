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

QString markText(const PredictionEntry& entry, const LapColumns::Row& laps, const People& people)
{
    const QString head = chart::heading(driverName(people, entry.driver), teamName(people, entry.team));
    if (entry.predictedPosition == 1)
        return head + QLatin1Char('\n') + GapChart::tr("Predicted winner");
    QStringList lines = {head,
                         GapChart::tr("Median: %1 s\n10 % point: %2 s\n90 % point: %3 s")
                             .arg(format::full(entry.gap.value_or(0)), format::full(entry.gapLow.value_or(0)),
                                  format::full(entry.gapHigh.value_or(0)))};
    if (laps.down > 0)
        lines << GapChart::tr("Predicted: %1").arg(format::laps(laps.down));
    if (const QString chances = LapColumns::toolTip(laps); !chances.isEmpty())
        lines << chances;
    return lines.join(QLatin1Char('\n'));
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
    laps_ = false;
    for (const PredictionEntry& e : view.prediction.entries) {
        order.append(e.driver);
        const double gap = e.gap.value_or(0), low = e.gapLow.value_or(0), high = e.gapHigh.value_or(0);
        const LapColumns::Row laps = LapColumns::rowOf(view.forecast, e.driver, gap);
        rows_.insert(e.driver, {driverCode(people, e.driver), markText(e, laps, people),
                                QColor(teamColour(people, e.team)), second.contains(e.driver),
                                e.predictedPosition == 1, gap, low, high, laps});
        widest = std::max({widest, gap, high});
        known = known || e.predictedRaceTime.value_or(0) > 0;
        laps_ = laps_ || LapColumns::isNeeded(laps);
    }
    ticks_ = chart::ticks(0, laps_ ? *view.forecast.lapSeconds : widest, 6);
    end_ = laps_ ? *view.forecast.lapSeconds : ticks_.back();
    std::erase_if(ticks_, [this](double tick) { return tick > end_; });
    setTitles(tr("Gap to the winner, s"), withKind(tr("median, 80 % interval"), view.prediction.kind));
    setMessage(order.isEmpty() ? tr("No forecast")
               : view.prediction.session == Session::Sprint
                   ? tr("A sprint has no times: its forecast is of the order.")
               : known ? QString()
                       : tr("No times: laps or pace of this race are unknown."));
    setOwnOrder(order);
}

double GapChart::foot(double unit) const
{
    return 54 * unit;
}

QSizeF GapChart::contentSize(double unit) const
{
    return {(laps_ ? 460 : 340) * unit,
            headerHeight() + static_cast<double>(order().size()) * rowHeight() + foot(unit)};
}

double GapChart::x(const QRectF& plot, double seconds) const
{
    return plot.left() + plot.width() * seconds / end_;
}

void GapChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF header = drawHeader(frame);
    const QRectF rows = rowsArea(frame, foot(u));
    std::optional<LapColumns> laps;
    if (laps_)
        laps.emplace(frame, rows);
    const LapColumns* columns = laps ? &*laps : nullptr;
    drawTitle(frame, header, columns);
    QRectF plot = rows.adjusted((LabelWidth + 6) * u, 0, -RightMargin * u, 0);
    if (columns)
        plot.setRight(columns->left());
    drawSelectedRow(frame, rows);
    drawAxis(frame, plot, rows);
    if (columns)
        columns->drawAxis();

    drawRows(frame, rows, [&](const QRectF& row, const QString& id) {
        const Row driver = rows_.value(id);
        chart::drawLabel(frame.painter, QRectF(row.left(), row.top(), LabelWidth * u - 6 * u, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, driver.code,
                         id == selectedDriver() ? frame.strong : frame.label, frame.theme.text);
        drawRow(frame, plot, row, driver, columns);
        frame.marks.push_back({row.intersected(rows), id, driver.toolTip});
    });
}

void GapChart::drawTitle(const ChartFrame& frame, const QRectF& header, const LapColumns* laps) const
{
    const double u = frame.unit;
    const QRectF text = header.adjusted(12 * u, 0, -12 * u, 0);
    const double title = QFontMetricsF(frame.strong).horizontalAdvance(this->title());
    chart::drawLabel(frame.painter, text, Qt::AlignLeft | Qt::AlignVCenter, this->title(), frame.strong,
                     frame.theme.muted);
    if (laps)
        return laps->drawHeader(header);
    const QRectF rest = text.adjusted(title + 12 * u, 0, 0, 0);
    // The kind of the forecast stands in the header of the page too.
    const QStringList words = {subtitle(), tr("median, 80 % interval"), tr("80 % interval")};
    const auto fits = [&](const QString& line) {
        return QFontMetricsF(frame.label).horizontalAdvance(line) <= rest.width();
    };
    const auto longest = std::find_if(words.begin(), words.end(), fits);
    chart::drawLabel(frame.painter, rest, Qt::AlignRight | Qt::AlignVCenter,
                     longest == words.end() ? words.back() : *longest, frame.label, frame.theme.muted);
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
        // The unit follows the last number, which stays centred under its line; where laps follow, it does
        // not reach into theirs.
        const QString text = last && !laps_ ? number + QStringLiteral(" s") : number;
        const double left = laps_ ? std::min(at - half, plot.right() - 2 * half - 2 * u) : at - half;
        const QRectF box(left, rows.bottom() + 4 * u, 60 * u, 18 * u);
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
    const QString chances = tr("chance in %");
    const double width = QFontMetricsF(frame.label).horizontalAdvance(chances) + 2;
    if (laps_ && frame.area.right() - 12 * u - width > at)
        chart::drawLabel(frame.painter, QRectF(frame.area.right() - 12 * u - width, top, width, 20 * u),
                         Qt::AlignRight | Qt::AlignVCenter, chances, frame.label, colour);
}

void GapChart::drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Row& driver,
                       const LapColumns* laps) const
{
    const double u = frame.unit;
    const QColor colour = teamMark(driver.colour, frame.theme);
    const double y = row.center().y();
    if (laps)
        laps->drawRow(row, driver.laps);
    if (!driver.winner && driver.low < end_)
        drawWhisker(frame, plot, y, driver);
    const QPointF place = laps && driver.laps.down > 0 ? laps->markPlace(row, driver.laps.down)
                                                       : QPointF(x(plot, driver.gap), y);
    chart::drawCar(frame.painter, place, 5.5 * u, colour, driver.second, frame.theme);
}

// Beyond one lap it ends in an arrow.
void GapChart::drawWhisker(const ChartFrame& frame, const QRectF& plot, double y, const Row& driver) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const QColor colour = teamMark(driver.colour, frame.theme);
    const bool beyond = driver.high > end_;
    const double low = x(plot, driver.low);
    const double high = x(plot, std::min(driver.high, end_));
    p.setPen(chart::carPen(colour, driver.second, 2 * u));
    p.drawLine(QPointF(low, y), QPointF(high, y));
    p.setPen(QPen(colour, 2 * u, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(low, y - 4 * u), QPointF(low, y + 4 * u));
    if (!beyond)
        return p.drawLine(QPointF(high, y - 4 * u), QPointF(high, y + 4 * u));
    p.drawLine(QPointF(high - 4 * u, y - 4 * u), QPointF(high, y));
    p.drawLine(QPointF(high - 4 * u, y + 4 * u), QPointF(high, y));
}

} // namespace parcferme

// The title odds with a condition: a row for each, now and if so.
#include "tables/Format.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/SeasonMarks.h"
#include "ui/charts/TitleOddsChart.h"

#include <algorithm>

namespace parcferme {

namespace {

constexpr double LabelWidth = 50;
constexpr double LeastShown = 0.1; // percent points

} // namespace

void TitleOddsChart::setChanges(const SeasonView& view, season::Contestants side,
                                const season::SeasonOutlook& ifSo, const QString& words)
{
    showsChanges_ = true;
    setTitles(tr("Title odds"), words);
    changes_.clear();
    QStringList ids;
    double most = 1;
    for (const SeasonMark& mark : seasonMarks(view, side)) {
        Change change;
        change.code = mark.code;
        change.open = mark.line->contest.canWin;
        change.now = standings::titleChance(view, side, *mark.line).value_or(0) * 100;
        const auto* then = standings::expectationOf(ifSo, side, mark.line->id);
        change.then = then ? then->pTitle * 100 : 0;
        change.toolTip =
            mark.head + u'\n' +
            tr("Title now: %1 %\nIf so: %2 %").arg(format::full(change.now), format::full(change.then));
        most = std::max({most, change.now, change.then});
        ids << mark.id;
        changes_.insert(mark.id, change);
    }
    ticks_ = chart::ticks(0, std::min(100.0, most * 1.15), 6);
    setMessage(ids.isEmpty() ? tr("No odds") : QString());
    setOwnOrder(ids);
}

void TitleOddsChart::drawChanges(const ChartFrame& frame) const
{
    const double u = frame.unit;
    drawTitles(frame);
    const QRectF rows = rowsArea(frame, 30 * u);
    double label = LabelWidth * u; // codes of drivers, or whole names of teams
    for (const Change& change : changes_)
        label = std::max(label, QFontMetricsF(frame.strong).horizontalAdvance(change.code) + 14 * u);
    const QRectF plot = rows.adjusted(std::min(label, frame.area.width() / 3) + 6 * u, 0, -64 * u, 0);
    drawSelectedRow(frame, rows);
    drawTicks(frame, plot, rows, ticks_, [&](double tick) {
        const QString number = format::number(tick, 0);
        return tick == ticks_.back() ? tr("%1 %").arg(number) : number;
    });
    drawRows(frame, rows, [&](const QRectF& row, const QString& id) {
        const Change change = changes_.value(id);
        drawChange(frame, plot, row, change, id == selectedDriver());
        frame.marks.push_back({row.intersected(rows), id, change.toolTip});
    });
}

void TitleOddsChart::drawChange(const ChartFrame& frame, const QRectF& plot, const QRectF& row,
                                const Change& change, bool selected) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const double difference = change.then - change.now;
    const bool shown = std::abs(difference) >= LeastShown;
    chart::drawLabel(p, QRectF(row.left(), row.top(), plot.left() - row.left() - 8 * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, change.code, selected ? frame.strong : frame.label,
                     shown ? frame.theme.text : frame.theme.muted);
    if (!shown)
        return;
    const auto x = [&](double percent) { return plot.left() + plot.width() * percent / ticks_.back(); };
    const double y = row.center().y();
    const QColor colour = difference < 0 ? frame.theme.worse : frame.theme.better;
    p.setPen(QPen(colour, 3 * u));
    p.drawLine(QPointF(x(change.now), y), QPointF(x(change.then), y));
    chart::drawCar(p, QPointF(x(change.now), y), 5.5 * u, frame.theme.muted, true, frame.theme);
    chart::drawCar(p, QPointF(x(change.then), y), 5.5 * u, colour, false, frame.theme);
    const double right = std::max(x(change.now), x(change.then)) + 11 * u;
    chart::drawLabel(p, QRectF(right, row.top(), 60 * u, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     format::signedNumber(difference, 1), frame.strong, colour);
}

} // namespace parcferme

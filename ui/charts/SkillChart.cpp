#include "ui/charts/SkillChart.h"

#include "tables/Format.h"
#include "ui/charts/ChartParts.h"

#include <QPainterPath>

#include <algorithm>

namespace parcferme {

// Where races and skills stand in the picture.
struct SkillChart::Plot
{
    QRectF area;
    double races = 1;
    double low = 0, high = 0;

    double x(double race) const { return area.left() + area.width() * (race - 0.5) / races; }
    double y(double skill) const { return area.bottom() - area.height() * (skill - low) / (high - low); }
};

SkillChart::SkillChart(QWidget* parent) : ChartWidget(parent)
{
    setTitles(
        tr("Skill against the grid, cumulative"),
        tr("1 − RPS / RPS of grid climatology; band: 95 %, bootstrap over races; first 8 races not drawn"));
    setReport({});
}

void SkillChart::setReport(const evaluation::Report& report)
{
    points_ = report.skill;
    names_.clear();
    seasonOf_.clear();
    for (const evaluation::JudgedRace& race : report.races)
        seasonOf_.push_back(race.season);
    double low = 0, high = 0.05;
    for (const evaluation::SkillPoint& point : points_) {
        QString name;
        for (const evaluation::JudgedRace& race : report.races)
            if (race.season == point.season && race.round == point.round)
                name = QString::fromStdString(race.name);
        names_.append(name);
        low = std::min(low, point.low);
        high = std::max(high, point.high);
    }
    ticks_ = chart::ticks(low, high, 5);
    setMessage(points_.empty() ? tr("A line needs more than 8 judged races.") : QString());
    dataChanged();
}

QSizeF SkillChart::contentSize(double unit) const
{
    return QSizeF(560, 240) * unit;
}

void SkillChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const Plot plot{frame.area.adjusted(58 * u, 8 * u, -92 * u, -30 * u),
                    static_cast<double>(std::max<std::size_t>(
                        seasonOf_.size(), static_cast<std::size_t>(points_.back().races))),
                    ticks_.front(), ticks_.back()};
    if (plot.area.width() < 20 || plot.area.height() < 20)
        return;
    drawAxes(frame, plot);
    drawSeasons(frame, plot);
    drawCurve(frame, plot);
    drawEnd(frame, plot);
    const double step = plot.area.width() / plot.races;
    for (qsizetype i = 0; i < names_.size(); ++i) {
        const evaluation::SkillPoint& point = points_[static_cast<std::size_t>(i)];
        const QString toolTip =
            tr("%1 %2, round %3")
                .arg(names_[i], QString::number(point.season), QString::number(point.round)) +
            QLatin1Char('\n') +
            tr("Skill: %1 %\n95 % band: %2 to %3 %\nRaces: %4")
                .arg(format::full(point.skill * 100), format::full(point.low * 100),
                     format::full(point.high * 100), QString::number(point.races));
        frame.marks.push_back(
            {QRectF(plot.x(point.races) - step / 2, plot.area.top(), step, plot.area.height()), {}, toolTip});
    }
}

void SkillChart::drawAxes(const ChartFrame& frame, const Plot& plot) const
{
    const double u = frame.unit;
    for (const double tick : ticks_) {
        const bool zero = std::abs(tick) < 1e-9;
        const double y = plot.y(tick);
        frame.painter.setPen(QPen(zero ? frame.theme.strong : frame.theme.grid, zero ? 2 : 1));
        frame.painter.drawLine(QPointF(plot.area.left(), y), QPointF(plot.area.right(), y));
        chart::drawLabel(
            frame.painter,
            QRectF(frame.area.left(), y - 9 * u, plot.area.left() - frame.area.left() - 8 * u, 18 * u),
            Qt::AlignRight | Qt::AlignVCenter, tr("%1 %").arg(format::signedNumber(tick * 100, 0)),
            frame.label, frame.theme.muted);
    }
}

void SkillChart::drawSeasons(const ChartFrame& frame, const Plot& plot) const
{
    const double u = frame.unit;
    double lastLabelEnd = frame.area.left();
    for (std::size_t from = 0; from < seasonOf_.size();) {
        std::size_t to = from;
        while (to < seasonOf_.size() && seasonOf_[to] == seasonOf_[from])
            ++to;
        const double left = plot.x(static_cast<double>(from) + 0.5);
        const double right = plot.x(static_cast<double>(to) + 0.5);
        if (from > 0) {
            frame.painter.setPen(QPen(frame.theme.border, 1, Qt::DashLine));
            frame.painter.drawLine(QPointF(left, plot.area.top()), QPointF(left, plot.area.bottom()));
        }
        const QString text = QString::number(seasonOf_[from]);
        const double half = QFontMetricsF(frame.label).horizontalAdvance(text) / 2;
        if ((left + right) / 2 - half >
            lastLabelEnd + 4 * u) { // a season of few races has no room beside the next
            chart::drawLabel(
                frame.painter,
                QRectF((left + right) / 2 - half, plot.area.bottom() + 8 * u, 2 * half + 1, 18 * u),
                Qt::AlignCenter, text, frame.label, frame.theme.muted);
            lastLabelEnd = (left + right) / 2 + half;
        }
        from = to;
    }
}

void SkillChart::drawCurve(const ChartFrame& frame, const Plot& plot) const
{
    QPainterPath line;
    QPolygonF band;
    for (const evaluation::SkillPoint& point : points_) {
        const QPointF at(plot.x(point.races), plot.y(point.skill));
        if (line.elementCount() == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
        band.append(QPointF(at.x(), plot.y(point.high)));
    }
    for (auto point = points_.rbegin(); point != points_.rend(); ++point)
        band.append(QPointF(plot.x(point->races), plot.y(point->low)));
    frame.painter.setPen(Qt::NoPen);
    frame.painter.setBrush(frame.theme.band);
    frame.painter.drawPolygon(band);
    // The zero line stays visible through the band.
    frame.painter.setPen(QPen(frame.theme.strong, 2));
    frame.painter.drawLine(QPointF(plot.area.left(), plot.y(0)), QPointF(plot.area.right(), plot.y(0)));
    frame.painter.setBrush(Qt::NoBrush);
    frame.painter.setPen(
        QPen(frame.theme.accent, 2 * frame.unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    frame.painter.drawPath(line);
}

void SkillChart::drawEnd(const ChartFrame& frame, const Plot& plot) const
{
    const double u = frame.unit;
    const evaluation::SkillPoint& last = points_.back();
    const QPointF end(plot.x(last.races), plot.y(last.skill));
    frame.painter.setPen(Qt::NoPen);
    frame.painter.setBrush(frame.theme.accent);
    frame.painter.drawEllipse(end, 4 * u, 4 * u);

    const double left = plot.area.right() + 10 * u;
    const double width = frame.area.right() - left - 4 * u;
    const QString interval =
        tr("%1 to %2").arg(format::number(last.low * 100, 1), format::number(last.high * 100, 1));
    double top = end.y() - 15 * u;
    const double grid = plot.y(0);
    if (end.y() <= grid) // the two labels never meet
        top = std::min(top, grid - 42 * u);
    else
        top = std::max(top, grid + 10 * u);
    chart::drawLabel(frame.painter, QRectF(left, top, width, 16 * u), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 %").arg(format::signedNumber(last.skill * 100, 1)), frame.strong,
                     frame.theme.text);
    chart::drawLabel(frame.painter, QRectF(left, top + 15 * u, width, 16 * u),
                     Qt::AlignLeft | Qt::AlignVCenter, interval, frame.label, frame.theme.muted);
    chart::drawLabel(frame.painter, QRectF(left, grid - 9 * u, width, 18 * u),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("grid"), frame.label, frame.theme.muted);
}

} // namespace parcferme

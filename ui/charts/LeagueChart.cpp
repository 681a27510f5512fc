#include "ui/charts/LeagueChart.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/SeasonMarks.h"

#include <algorithm>

namespace parcferme {

LeagueChart::LeagueChart(QWidget* parent) : ChartWidget(parent)
{
    setLeague({}, {});
}

void LeagueChart::setLeague(const League& league, const QString& player)
{
    lines_.clear();
    races_.clear();
    codes_.clear();
    rounds_.clear();
    double low = 0, high = 1;
    for (const Race& race : league.races) {
        races_ << QStringLiteral("%1 %2").arg(race.name).arg(race.year);
        rounds_ << QString::number(race.round);
        codes_ << shortRaceName(race).left(3).toUpper();
    }
    for (const LeagueRow& row : league.rows) {
        Line line{league::keyOf(row), league::nameOf(row, player), row.kind,
                  row.kind == PlayerKind::Person && row.player == player, league::pointsAhead(league, row)};
        for (const int points : line.points) {
            low = std::min(low, double(points));
            high = std::max(high, double(points));
        }
        if (!line.points.empty())
            lines_.push_back(std::move(line));
    }
    ticks_ = chart::ticks(low, high, 6);
    setTitles(tr("Points ahead of the grid order"),
              tr("added up race by race; a race without a pick scores nothing"));
    setMessage(lines_.empty() ? tr("No race has been judged yet") : QString());
    dataChanged();
}

QSizeF LeagueChart::contentSize(double unit) const
{
    return QSizeF(560, 360) * unit;
}

QPointF LeagueChart::at(const QRectF& plot, std::size_t races, double points) const
{
    const double span = ticks_.back() - ticks_.front();
    const double all = std::max(1.0, double(races_.size()));
    return {plot.left() + plot.width() * double(races) / all,
            plot.bottom() - plot.height() * (points - ticks_.front()) / span};
}

QColor LeagueChart::colourOf(const Line& line, const Tokens& theme) const
{
    if (line.own)
        return theme.accent;
    return line.kind == PlayerKind::Model ? theme.text : theme.strong;
}

void LeagueChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    double names = 60 * u;
    for (const Line& line : lines_)
        names = std::max(names, QFontMetricsF(frame.strong).horizontalAdvance(line.name) + 44 * u);
    names = std::min(names, frame.area.width() * 0.4);
    const QRectF plot = frame.area.adjusted(48 * u, 12 * u, -(names + 16 * u), -44 * u);
    if (plot.width() < 20 || plot.height() < 20)
        return;
    drawAxes(frame, plot);
    for (const bool front : {false, true})
        for (const Line& line : lines_)
            if (front == (line.own || line.kind == PlayerKind::Model || line.key == selectedDriver()))
                drawLine(frame, plot, line);
    drawEnds(frame, plot);
    addMarks(frame, plot);
}

void LeagueChart::drawAxes(const ChartFrame& frame, const QRectF& plot) const
{
    const double u = frame.unit;
    for (const double tick : ticks_) {
        const double y = at(plot, 0, tick).y();
        frame.painter.setPen(QPen(tick == 0 ? frame.theme.strong : frame.theme.grid, 1));
        frame.painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        chart::drawLabel(
            frame.painter,
            QRectF(frame.area.left(), y - 9 * u, plot.left() - frame.area.left() - 8 * u, 18 * u),
            Qt::AlignRight | Qt::AlignVCenter, format::signedNumber(tick, 0), frame.label, frame.theme.muted);
    }
    // Where races stand too close, every second, third ... has its name.
    const double room = plot.width() / std::max(1.0, double(races_.size()));
    const double needed = QFontMetricsF(frame.label).horizontalAdvance(QStringLiteral("MMM")) + 6 * u;
    const auto step = std::max<qsizetype>(1, qsizetype(needed / std::max(1.0, room) + 0.999));
    for (qsizetype race = codes_.size() - 1; race >= 0; race -= step) {
        const QRectF box(at(plot, std::size_t(race) + 1, 0).x() - 30 * u, plot.bottom() + 4 * u, 60 * u,
                         17 * u);
        chart::drawLabel(frame.painter, box, Qt::AlignCenter, rounds_[race], frame.label, frame.theme.muted);
        chart::drawLabel(frame.painter, box.translated(0, 16 * u), Qt::AlignCenter, codes_[race], frame.label,
                         frame.theme.muted);
    }
}

void LeagueChart::drawLine(const ChartFrame& frame, const QRectF& plot, const Line& line) const
{
    const bool selected = line.key == selectedDriver();
    const double width = (line.own ? 3 : selected || line.kind == PlayerKind::Model ? 2 : 1.2) * frame.unit;
    QPolygonF path = {at(plot, 0, 0)};
    for (std::size_t race = 0; race < line.points.size(); ++race)
        path << at(plot, race + 1, line.points[race]);
    const QColor colour = colourOf(line, frame.theme);
    frame.painter.setBrush(Qt::NoBrush);
    frame.painter.setPen(QPen(colour, width, line.kind == PlayerKind::Grid ? Qt::DashLine : Qt::SolidLine,
                              Qt::FlatCap, Qt::RoundJoin));
    frame.painter.drawPolyline(path);
    // Mine a square, the others a circle, as everywhere.
    const double half = (line.own ? 5 : 3.5) * frame.unit;
    frame.painter.setPen(Qt::NoPen);
    frame.painter.setBrush(colour);
    const QRectF end(path.back().x() - half, path.back().y() - half, 2 * half, 2 * half);
    if (line.own)
        frame.painter.drawRect(end);
    else
        frame.painter.drawEllipse(end);
}

void LeagueChart::drawEnds(const ChartFrame& frame, const QRectF& plot) const
{
    const double u = frame.unit;
    std::vector<EndLabel> labels;
    for (const Line& line : lines_)
        labels.push_back({at(plot, 0, line.points.back()).y(), line.name,
                          format::signedNumber(line.points.back(), 0), frame.theme.text,
                          line.own || line.key == selectedDriver()});
    spreadLabels(labels, 18 * u, plot.top() + 4 * u, plot.bottom());
    for (const EndLabel& label : labels) {
        const QRectF box(plot.right() + 12 * u, label.y - 9 * u, frame.area.right() - plot.right() - 22 * u,
                         18 * u);
        const QFont& font = label.strong ? frame.strong : frame.label;
        const double figure = QFontMetricsF(frame.strong).horizontalAdvance(QStringLiteral("+000"));
        chart::drawLabel(frame.painter, box.adjusted(0, 0, -figure - 4 * u, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, label.name, font, label.ink);
        chart::drawLabel(frame.painter, box, Qt::AlignRight | Qt::AlignVCenter, label.figure, frame.strong,
                         label.ink);
    }
}

void LeagueChart::addMarks(const ChartFrame& frame, const QRectF& plot) const
{
    const double half = 6 * frame.unit;
    for (const Line& line : lines_)
        for (std::size_t race = 0; race < line.points.size(); ++race) {
            const QPointF centre = at(plot, race + 1, line.points[race]);
            frame.marks.push_back({QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), line.key,
                                   line.name + u'\n' + races_.value(qsizetype(race)) + u'\n' +
                                       tr("Points ahead of the grid order: %1")
                                           .arg(format::signedNumber(line.points[race], 0))});
        }
}

} // namespace parcferme

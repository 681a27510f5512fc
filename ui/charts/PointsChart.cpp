#include "ui/charts/PointsChart.h"

#include "tables/Format.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/SeasonMarks.h"

#include <QPainterPath>

#include <algorithm>

namespace parcferme {

namespace {

constexpr std::size_t MostColoured = 6;

} // namespace

PointsChart::PointsChart(QWidget* parent) : ChartWidget(parent)
{
    setTitles(tr("Points so far, and expected"), tr("band: 80 % interval of the selected one"));
    setMessage(tr("No standings"));
}

void PointsChart::setSeason(const SeasonView& view, season::Contestants side)
{
    lines_.clear();
    after_ = view.after;
    last_ = 1;
    raceNames_ = {tr("before round 1")};
    for (const Race& race : view.calendar) {
        last_ = std::max(last_, race.round);
        while (raceNames_.size() <= race.round)
            raceNames_ << QString();
        raceNames_[race.round] =
            tr("after round %1, %2").arg(QString::number(race.round), standings::raceName(view, race.round));
    }
    double most = 1;
    for (const SeasonMark& mark : seasonMarks(view, side)) {
        Line line{mark.id, mark.name, mark.head, mark.colour, mark.second, {}, {}};
        for (const SeasonPoints& so : view.soFar) {
            const auto& table = side == season::Contestants::Drivers ? so.drivers : so.teams;
            const auto points = table.find(mark.line->id);
            line.soFar.push_back({so.round, points == table.end() ? 0 : points->second, 0, 0});
            most = std::max(most, line.soFar.back().points);
        }
        const double now = line.soFar.back().points;
        for (const season::PathPoint& point : view.pathOf(side, mark.line->id)) {
            if (line.expected.empty())
                line.expected.push_back({after_, now, now, now});
            line.expected.push_back({point.round, point.points.mean, point.points.low, point.points.high});
            most = std::max(most, point.points.high);
        }
        lines_.push_back(std::move(line));
    }
    ticks_ = chart::ticks(0, most, 6);
    setTitles(view.forecast ? tr("Points so far, and expected") : tr("Points so far"),
              view.forecast ? tr("band: 80 % interval of the selected one") : tr("after each round"));
    setMessage(lines_.empty() ? tr("No standings") : QString());
    dataChanged();
}

QSizeF PointsChart::contentSize(double unit) const
{
    return QSizeF(560, 460) * unit;
}

QPointF PointsChart::at(const QRectF& plot, int round, double points) const
{
    return {plot.left() + plot.width() * round / last_,
            plot.bottom() - plot.height() * points / ticks_.back()};
}

bool PointsChart::isColoured(std::size_t place) const
{
    // The selected one takes the last colour when he is not among the first.
    const auto selected = std::ranges::find(lines_, selectedDriver(), &Line::id);
    const auto chosen = std::size_t(selected - lines_.begin());
    if (place == chosen)
        return true;
    const bool outside = selected != lines_.end() && chosen >= MostColoured;
    return place < (outside ? MostColoured - 1 : MostColoured);
}

void PointsChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    double names = 60 * u;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (isColoured(i))
            names = std::max(names, QFontMetricsF(frame.strong).horizontalAdvance(lines_[i].name));
    const QRectF plot = frame.area.adjusted(48 * u, 14 * u, -(names + 22 * u), -44 * u);
    if (plot.width() < 20 || plot.height() < 20)
        return;
    drawAxes(frame, plot);
    drawBand(frame, plot);
    for (const bool coloured : {false, true})
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (isColoured(i) == coloured)
                drawLine(frame, plot, i);
    drawEnds(frame, plot);
    addMarks(frame, plot);
}

void PointsChart::drawAxes(const ChartFrame& frame, const QRectF& plot) const
{
    const double u = frame.unit;
    for (const double tick : ticks_) {
        const double y = at(plot, 0, tick).y();
        frame.painter.setPen(QPen(tick == 0 ? frame.theme.strong : frame.theme.grid, 1));
        frame.painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        chart::drawLabel(
            frame.painter,
            QRectF(frame.area.left(), y - 9 * u, plot.left() - frame.area.left() - 8 * u, 18 * u),
            Qt::AlignRight | Qt::AlignVCenter, format::number(tick, 0), frame.label, frame.theme.muted);
    }
    for (int round = 0; round <= last_; ++round) {
        const bool shown = round == last_ || (round % 5 == 0 && last_ - round > 1);
        if (shown)
            chart::drawLabel(frame.painter,
                             QRectF(at(plot, round, 0).x() - 30 * u, plot.bottom() + 4 * u, 60 * u, 17 * u),
                             Qt::AlignCenter, round == 0 ? tr("start") : QString::number(round), frame.label,
                             frame.theme.muted);
    }
    chart::drawLabel(frame.painter, QRectF(plot.left(), plot.bottom() + 21 * u, plot.width(), 17 * u),
                     Qt::AlignCenter, tr("round"), frame.label, frame.theme.muted);
    const bool parted = std::ranges::any_of(lines_, [](const Line& line) { return !line.expected.empty(); });
    if (!parted || after_ == 0)
        return;
    const double x = at(plot, after_, 0).x();
    frame.painter.setPen(QPen(frame.theme.strong, 1, Qt::DashLine));
    frame.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    chart::drawLabel(frame.painter, QRectF(plot.left(), plot.top(), x - plot.left() - 7 * u, 18 * u),
                     Qt::AlignRight | Qt::AlignVCenter, tr("so far"), frame.label, frame.theme.muted);
    chart::drawLabel(frame.painter, QRectF(x + 7 * u, plot.top(), plot.right() - x, 18 * u),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("expected"), frame.label, frame.theme.muted);
}

void PointsChart::drawBand(const ChartFrame& frame, const QRectF& plot) const
{
    const auto selected = std::ranges::find(lines_, selectedDriver(), &Line::id);
    if (selected == lines_.end() || selected->expected.empty())
        return;
    QPolygonF band;
    for (const Point& point : selected->expected)
        band << at(plot, point.round, point.high);
    for (auto point = selected->expected.rbegin(); point != selected->expected.rend(); ++point)
        band << at(plot, point->round, point->low);
    frame.painter.setPen(Qt::NoPen);
    frame.painter.setBrush(frame.theme.band);
    frame.painter.drawPolygon(band);
}

void PointsChart::drawLine(const ChartFrame& frame, const QRectF& plot, std::size_t place) const
{
    const Line& line = lines_[place];
    const bool coloured = isColoured(place);
    const bool selected = line.id == selectedDriver();
    const double width = (selected ? 3 : coloured ? 2 : 1) * frame.unit;
    const QColor colour = coloured ? teamMark(line.colour, frame.theme) : frame.theme.strong;
    const auto path = [&](const std::vector<Point>& points) {
        QPolygonF polyline;
        for (const Point& point : points)
            polyline << at(plot, point.round, point.points);
        return polyline;
    };
    frame.painter.setBrush(Qt::NoBrush);
    frame.painter.setPen(chart::carPen(colour, coloured && line.second, width));
    frame.painter.drawPolyline(path(line.soFar));
    frame.painter.setPen(QPen(colour, std::max(width * 0.8, frame.unit), Qt::DotLine));
    frame.painter.drawPolyline(path(line.expected));
}

void PointsChart::drawEnds(const ChartFrame& frame, const QRectF& plot) const
{
    const double u = frame.unit;
    std::vector<EndLabel> labels;
    double othersY = 0;
    int others = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const Point& end = line.expected.empty() ? line.soFar.back() : line.expected.back();
        const double y = at(plot, end.round, end.points).y();
        if (!isColoured(i)) {
            othersY += y;
            ++others;
            continue;
        }
        labels.push_back(
            {y, line.name, format::number(end.points, 0), frame.theme.text, line.id == selectedDriver()});
    }
    if (others > 0)
        labels.push_back({othersY / others, tr("%n others", nullptr, others), {}, frame.theme.muted, false});
    spreadLabels(labels, 33 * u, plot.top() + 8 * u, plot.bottom() - 4 * u);
    for (const EndLabel& label : labels) {
        const double left = plot.right() + 10 * u;
        const double width = frame.area.right() - left - 4 * u;
        const QFont& font = label.strong ? frame.strong : frame.label;
        chart::drawLabel(frame.painter, QRectF(left, label.y - 15 * u, width, 16 * u),
                         Qt::AlignLeft | Qt::AlignVCenter, label.name, font, label.ink);
        chart::drawLabel(frame.painter, QRectF(left, label.y, width, 16 * u),
                         Qt::AlignLeft | Qt::AlignVCenter, label.figure, font,
                         label.strong ? label.ink : frame.theme.muted);
    }
}

void PointsChart::addMarks(const ChartFrame& frame, const QRectF& plot) const
{
    const double half = 6 * frame.unit;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        if (!isColoured(i))
            continue;
        const auto add = [&](const Point& point, const QString& words) {
            const QPointF centre = at(plot, point.round, point.points);
            frame.marks.push_back({QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), line.id,
                                   line.head + u'\n' + raceNames_.value(point.round) + u'\n' + words});
        };
        for (const Point& point : line.soFar)
            add(point, tr("Points: %1").arg(standings::points(point.points)));
        for (std::size_t k = 1; k < line.expected.size(); ++k) {
            const Point& point = line.expected[k];
            add(point, tr("Expected: %1\n10 % point: %2\n90 % point: %3")
                           .arg(format::full(point.points), standings::points(point.low),
                                standings::points(point.high)));
        }
    }
}

} // namespace parcferme

#include "ui/charts/TitleOddsChart.h"

#include "tables/Format.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/SeasonMarks.h"

#include <QPainterPath>

#include <algorithm>

namespace parcferme {

namespace {

constexpr int MostLines = 7;
constexpr double EverHad = 0.20;
constexpr double HasNow = 0.05;
constexpr double LabelGap = 19;

} // namespace

TitleOddsChart::TitleOddsChart(QWidget* parent) : RowChart(parent)
{
    setTitles(tr("Title odds by round"), {});
    setMessage(tr("No odds"));
}

TitleOddsChart::TitlePlace TitleOddsChart::titlePlace() const
{
    return showsChanges_ ? TitlePlace::AboveInPictures : TitlePlace::Above;
}

void TitleOddsChart::setSeason(const SeasonView& view, const StandingsModel::Rounds& computed,
                               season::Contestants side)
{
    showsChanges_ = false;
    const bool drivers = side == season::Contestants::Drivers;
    setTitles(
        tr("Title odds by round"),
        drivers ? tr("after each race, from what was known then; drivers who ever had 20 % or have 5 % now")
                : tr("after each race, from what was known then; teams that ever had 20 % or have 5 % now"));
    rounds_ = {0};
    for (const int round : view.rounds)
        if (round <= view.after)
            rounds_.push_back(round);
    names_.clear();
    codes_.clear();
    for (const int round : rounds_) {
        names_
            << (round == 0
                    ? tr("before round 1")
                    : tr("after round %1, %2").arg(QString::number(round), standings::raceName(view, round)));
        codes_ << (round == 0 ? QString() : standings::raceCode(view, round));
    }
    lines_.clear();
    bool any = false;
    QStringList ids;
    std::vector<std::pair<double, Line>> candidates;
    for (const SeasonMark& mark : seasonMarks(view, side)) {
        Line line{mark.id, mark.name, mark.colour, mark.second, false, {}};
        double best = 0;
        for (const int round : rounds_) {
            const auto found = computed.find(round);
            line.chances.push_back(found == computed.end()
                                       ? std::nullopt
                                       : standings::titleChance(*found->second, side, mark.line->id));
            best = std::max(best, line.chances.back().value_or(0));
            any = any || line.chances.back();
        }
        const double now = line.chances.back().value_or(0);
        ids << mark.id;
        candidates.emplace_back(best >= EverHad || now >= HasNow ? std::max(best, now) : -1, std::move(line));
    }
    std::ranges::stable_sort(candidates, std::greater<>(),
                             [](const auto& candidate) { return candidate.first; });
    Line others;
    others.others = true;
    others.chances.resize(rounds_.size());
    int rest = 0;
    for (auto& [best, line] : candidates) {
        if (best >= 0 && int(lines_.size()) < MostLines) {
            lines_.push_back(std::move(line));
            continue;
        }
        ++rest;
        for (std::size_t i = 0; i < rounds_.size(); ++i)
            if (line.chances[i])
                others.chances[i] = others.chances[i].value_or(0) + *line.chances[i];
    }
    others.name = tr("%n others", nullptr, rest);
    if (rest > 0)
        lines_.push_back(std::move(others));
    setMessage(any ? QString() : tr("No odds: the model could not forecast then."));
    setOwnOrder(ids);
}

QSizeF TitleOddsChart::contentSize(double unit) const
{
    if (showsChanges_)
        return {480 * unit, headerHeight() + static_cast<double>(order().size()) * rowHeight() + 30 * unit};
    return QSizeF(640, 460) * unit;
}

bool TitleOddsChart::stands(const Line& line) const
{
    const bool anySelected =
        std::ranges::any_of(lines_, [this](const Line& l) { return l.id == selectedDriver(); });
    if (anySelected)
        return line.id == selectedDriver();
    const auto leading = std::ranges::max_element(
        lines_, {}, [](const Line& l) { return l.others ? -1 : l.chances.back().value_or(0); });
    return &*leading == &line;
}

double TitleOddsChart::xOf(const QRectF& plot, std::size_t place) const
{
    return plot.left() + plot.width() * double(place) / double(std::max<std::size_t>(1, rounds_.size() - 1));
}

void TitleOddsChart::draw(const ChartFrame& frame) const
{
    if (showsChanges_)
        return drawChanges(frame);
    const double u = frame.unit;
    double names = 0;
    for (const Line& line : lines_)
        names = std::max(names, QFontMetricsF(frame.strong).horizontalAdvance(line.name));
    const QRectF plot = frame.area.adjusted(54 * u, 14 * u, -(names + 70 * u), -44 * u);
    if (plot.width() < 20 || plot.height() < 20)
        return;
    drawGrid(frame, plot);
    for (const Line& line : lines_)
        if (!stands(line))
            drawLine(frame, plot, line);
    for (const Line& line : lines_)
        if (stands(line))
            drawLine(frame, plot, line);
    drawEnds(frame, plot);
    addMarks(frame, plot);
}

void TitleOddsChart::drawGrid(const ChartFrame& frame, const QRectF& plot) const
{
    const double u = frame.unit;
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = plot.bottom() - plot.height() * percent / 100;
        frame.painter.setPen(QPen(percent == 0 ? frame.theme.strong : frame.theme.grid, 1));
        frame.painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        chart::drawLabel(
            frame.painter,
            QRectF(frame.area.left(), y - 9 * u, plot.left() - frame.area.left() - 8 * u, 18 * u),
            Qt::AlignRight | Qt::AlignVCenter, tr("%1 %").arg(percent), frame.label, frame.theme.muted);
    }
    double free = plot.left() - 100 * u; // where the next label may begin
    for (std::size_t i = 0; i < rounds_.size(); ++i) {
        const bool last = i + 1 == rounds_.size();
        const QFont& font = last ? frame.strong : frame.label;
        const QString number = rounds_[i] == 0 ? tr("start") : QString::number(rounds_[i]);
        const double half = std::max(QFontMetricsF(font).horizontalAdvance(number),
                                     QFontMetricsF(font).horizontalAdvance(codes_[qsizetype(i)])) /
                            2;
        const double x = xOf(plot, i);
        // The last one is always named.
        if (x - half < free || (!last && x + half > xOf(plot, rounds_.size() - 1) - half - 6 * u))
            if (!last)
                continue;
        free = x + half + 4 * u;
        const QColor ink = last ? frame.theme.text : frame.theme.muted;
        chart::drawLabel(frame.painter, QRectF(x - 40 * u, plot.bottom() + 4 * u, 80 * u, 17 * u),
                         Qt::AlignCenter, number, font, ink);
        chart::drawLabel(frame.painter, QRectF(x - 40 * u, plot.bottom() + 20 * u, 80 * u, 17 * u),
                         Qt::AlignCenter, codes_[qsizetype(i)], font, ink);
    }
}

void TitleOddsChart::drawLine(const ChartFrame& frame, const QRectF& plot, const Line& line) const
{
    const double u = frame.unit;
    const QColor colour = line.others ? frame.theme.muted : teamMark(line.colour, frame.theme);
    QPen pen = chart::carPen(colour, line.second, (stands(line) ? 3 : 2) * u);
    if (line.others)
        pen = QPen(colour, 1.5 * u, Qt::DotLine);
    pen.setJoinStyle(Qt::RoundJoin);
    frame.painter.setPen(pen);
    frame.painter.setBrush(Qt::NoBrush);
    std::optional<QPointF> before;
    QPainterPath path;
    for (std::size_t i = 0; i < rounds_.size(); ++i) {
        if (!line.chances[i]) { // not computed yet: a gap
            before.reset();
            continue;
        }
        const QPointF at(xOf(plot, i), plot.bottom() - plot.height() * *line.chances[i]);
        if (before)
            path.lineTo(at);
        else
            path.moveTo(at);
        before = at;
    }
    frame.painter.drawPath(path);
    if (before && !line.others)
        chart::drawCar(frame.painter, *before, 5.5 * u, colour, line.second, frame.theme);
}

void TitleOddsChart::drawEnds(const ChartFrame& frame, const QRectF& plot) const
{
    const double u = frame.unit;
    std::vector<EndLabel> labels;
    for (const Line& line : lines_) {
        if (!line.chances.back())
            continue;
        const double share = *line.chances.back();
        EndLabel label;
        label.y = plot.bottom() - plot.height() * share;
        label.name = line.name;
        label.figure = share >= 1   ? format::number(100, 0)
                       : share <= 0 ? format::number(0, 0)
                                    : format::percent(share);
        label.ink = line.others ? frame.theme.muted : frame.theme.text;
        label.strong = stands(line);
        labels.push_back(std::move(label));
    }
    spreadLabels(labels, LabelGap * u, plot.top(), plot.bottom() + 8 * u);
    for (const EndLabel& label : labels) {
        const QRectF box(plot.right() + 14 * u, label.y - 9 * u, frame.area.right() - plot.right() - 26 * u,
                         18 * u);
        const QFont& font = label.strong ? frame.strong : frame.label;
        chart::drawLabel(frame.painter, box, Qt::AlignLeft | Qt::AlignVCenter, label.name, font, label.ink);
        chart::drawLabel(frame.painter, box, Qt::AlignRight | Qt::AlignVCenter, label.figure, font,
                         label.ink);
    }
}

void TitleOddsChart::addMarks(const ChartFrame& frame, const QRectF& plot) const
{
    const double half = 6 * frame.unit;
    for (const Line& line : lines_)
        for (std::size_t i = 0; i < rounds_.size(); ++i)
            if (line.chances[i]) {
                const QPointF at(xOf(plot, i), plot.bottom() - plot.height() * *line.chances[i]);
                frame.marks.push_back(
                    {QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), line.id,
                     tr("%1, %2\nTitle: %3 %")
                         .arg(line.name, names_[qsizetype(i)], format::full(*line.chances[i] * 100))});
            }
}

} // namespace parcferme

#include "ui/charts/SkillChart.h"

#include "tables/Format.h"
#include "tables/Glossary.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/PlotScene.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace parcferme {

struct SkillChart::Plot
{
    Plot(const std::vector<evaluation::SkillPoint>& points, const std::vector<int>& seasonOf);
    void setColours(const Tokens& theme, double unit);
    void fit(double width, double unit);

    QValueAxis* races = PlotScene::hiddenAxis(0, 1);
    QValueAxis* skill = new QValueAxis;
    PlotScene scene{races, skill};
    double count = 0; // of the races
    std::vector<double> ticks;
    std::vector<QLineSeries*> starts; // of the seasons but the first
    QAreaSeries* band = nullptr;
    QLineSeries* grid = nullptr; // the zero line
    QLineSeries* line = nullptr;
    QScatterSeries* end = nullptr;
};

SkillChart::Plot::Plot(const std::vector<evaluation::SkillPoint>& points, const std::vector<int>& seasonOf)
    : count(std::max(double(seasonOf.size()), double(points.back().races)))
{
    QList<QPointF> middle, low, high;
    double least = 0, most = 0.05;
    for (const evaluation::SkillPoint& point : points) {
        middle.append({double(point.races), point.skill});
        low.append({double(point.races), point.low});
        high.append({double(point.races), point.high});
        least = std::min(least, point.low);
        most = std::max(most, point.high);
    }
    ticks = chart::ticks(least, most, 5);
    const double bottom = ticks.front(), top = ticks.back();
    skill->setTickCount(static_cast<int>(ticks.size()));
    skill->setRange(bottom, top);

    for (std::size_t race = 1; race < seasonOf.size(); ++race)
        if (seasonOf[race] != seasonOf[race - 1]) {
            const double x = double(race) + 0.5;
            starts.push_back(scene.add(PlotScene::line({{x, bottom}, {x, top}})));
        }
    QLineSeries* const upper = PlotScene::line(high);
    QLineSeries* const lower = PlotScene::line(low);
    band = scene.add(new QAreaSeries(upper, lower));
    upper->setParent(band);
    lower->setParent(band);
    grid = scene.add(new QLineSeries); // above the band, to stay visible
    line = scene.add(PlotScene::line(middle));
    end = scene.add(new QScatterSeries);
    end->replace(QList<QPointF>{line->points().back()});
}

// The plot cuts its marks off: the last race keeps so far from the edge that its mark is whole.
void SkillChart::Plot::fit(double width, double unit)
{
    const double room = 5 * unit;
    const double right = std::max(count + 0.5, 0.5 + (count - 0.5) * width / std::max(1.0, width - room));
    races->setRange(0.5, right);
    grid->replace(QList<QPointF>{{0.5, 0}, {right, 0}});
}

void SkillChart::Plot::setColours(const Tokens& theme, double unit)
{
    for (QLineSeries* start : starts)
        start->setPen(QPen(theme.border, 1, Qt::DashLine));
    band->setPen(Qt::NoPen);
    band->setBrush(theme.band);
    grid->setPen(QPen(theme.strong, 2));
    line->setPen(QPen(theme.accent, 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    end->setPen(Qt::NoPen);
    end->setBrush(theme.accent);
    end->setMarkerSize(8 * unit);
}

SkillChart::SkillChart(QWidget* parent) : PlotChart(parent)
{
    setTitles(
        tr("Skill against the grid, cumulative"),
        tr("1 − RPS / RPS of grid climatology; band: 95 %, bootstrap over races; first 8 races not drawn"));
    setMeaning(wordMeaning(Word::Skill) + QLatin1Char('\n') + wordMeaning(Word::Bootstrap));
    setReport({});
}

SkillChart::~SkillChart() = default;

void SkillChart::setReport(const evaluation::Report& report)
{
    points_ = report.skill;
    names_.clear();
    seasonOf_.clear();
    for (const evaluation::JudgedRace& race : report.races)
        seasonOf_.push_back(race.season);
    for (const evaluation::SkillPoint& point : points_) {
        QString name;
        for (const evaluation::JudgedRace& race : report.races)
            if (race.season == point.season && race.round == point.round)
                name = QString::fromStdString(race.name);
        names_.append(name);
    }
    setMessage(points_.empty() ? tr("A line needs more than 8 judged races.") : QString());
    valuesChanged();
}

void SkillChart::buildPlot() const
{
    plot_ = points_.empty() ? nullptr : std::make_unique<Plot>(points_, seasonOf_);
}

QSizeF SkillChart::contentSize(double unit) const
{
    return QSizeF(560, 240) * unit;
}

void SkillChart::drawPlot(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF area = frame.area.adjusted(58 * u, 8 * u, -92 * u, -30 * u);
    if (area.width() < 20 || area.height() < 20)
        return;
    plot_->fit(area.width(), u);
    plot_->setColours(frame.theme, u);
    plot_->scene.draw(frame, area);
    for (const double tick : plot_->ticks)
        plot_->scene.drawLeftText(frame, tick, tr("%1 %").arg(format::signedNumber(tick * 100, 0)));
    drawSeasons(frame);
    drawEnd(frame, area);
    addMarks(frame, area);
}

void SkillChart::drawSeasons(const ChartFrame& frame) const
{
    double lastLabelEnd = frame.area.left();
    for (std::size_t from = 0; from < seasonOf_.size();) {
        std::size_t to = from;
        while (to < seasonOf_.size() && seasonOf_[to] == seasonOf_[from])
            ++to;
        const double middle = double(from + to + 1) / 2;
        const double centre = plot_->scene.at(middle, 0).x();
        const QString text = QString::number(seasonOf_[from]);
        const double half = QFontMetricsF(frame.label).horizontalAdvance(text) / 2;
        if (centre - half > lastLabelEnd + 4 * frame.unit) { // no room beside a season of few races
            plot_->scene.drawBottomText(frame, middle, text);
            lastLabelEnd = centre + half;
        }
        from = to;
    }
}

void SkillChart::drawEnd(const ChartFrame& frame, const QRectF& area) const
{
    const double u = frame.unit;
    const evaluation::SkillPoint& last = points_.back();
    const double end = plot_->scene.at(last.races, last.skill).y();
    const double grid = plot_->scene.at(last.races, 0).y();
    const double left = area.right() + 10 * u;
    const double width = frame.area.right() - left - 4 * u;
    const QString interval =
        tr("%1 to %2").arg(format::number(last.low * 100, 1), format::number(last.high * 100, 1));
    double top = end - 15 * u;
    if (end <= grid) // the two labels never meet
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

void SkillChart::addMarks(const ChartFrame& frame, const QRectF& area) const
{
    for (qsizetype i = 0; i < names_.size(); ++i) {
        const evaluation::SkillPoint& point = points_[static_cast<std::size_t>(i)];
        const QString toolTip =
            tr("%1 %2, round %3")
                .arg(names_[i], QString::number(point.season), QString::number(point.round)) +
            QLatin1Char('\n') +
            tr("Skill: %1 %\n95 % band: %2 to %3 %\nRaces: %4")
                .arg(format::full(point.skill * 100), format::full(point.low * 100),
                     format::full(point.high * 100), QString::number(point.races));
        const double left = plot_->scene.at(point.races - 0.5, 0).x();
        const double right = plot_->scene.at(point.races + 0.5, 0).x();
        frame.marks.push_back({QRectF(left, area.top(), right - left, area.height()), {}, toolTip});
    }
}

} // namespace parcferme

#include "ui/charts/PositionHeatMap.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/KindWords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace parcferme {

namespace {

constexpr double LabelWidth = 56;
constexpr double RightMargin = 12;
constexpr double Foot = 46;
constexpr double TextFrom = 22; // cells narrower than this show no numbers

QPolygonF diamond(const QPointF& centre, double radius)
{
    return {{centre + QPointF(0, -radius), centre + QPointF(radius, 0), centre + QPointF(0, radius),
             centre + QPointF(-radius, 0)}};
}

QRectF cellAt(const QRectF& cells, const QRectF& row, int position, int positions)
{
    const double width = cells.width() / positions;
    return QRectF(cells.left() + (position - 1) * width, row.top(), width, row.height());
}

} // namespace

PositionHeatMap::PositionHeatMap(QWidget* parent) : RowChart(parent)
{
    clear();
}

void PositionHeatMap::clear()
{
    rows_.clear();
    positions_ = 0;
    setTitles(tr("Chance of each position, %"), tr("exact probabilities of the forecast"));
    setMessage(tr("No forecast"));
    setOwnOrder({});
}

void PositionHeatMap::setForecast(const ForecastView& view, const People& people)
{
    rows_.clear();
    kind_ = view.prediction.kind;
    positions_ = static_cast<int>(view.forecast.drivers.size());
    QHash<QString, std::vector<double>> chances;
    for (const predictor::DriverForecast& driver : view.forecast.drivers)
        chances.insert(QString::fromStdString(driver.driver), driver.positions);
    QStringList order;
    for (const PredictionEntry& e : view.prediction.entries) {
        order.append(e.driver);
        rows_.insert(e.driver, {driverCode(people, e.driver), driverName(people, e.driver),
                                teamName(people, e.team), QColor(teamColour(people, e.team)),
                                chances.value(e.driver), e.positionLow, e.positionHigh, e.predictedPosition});
    }
    setTitles(tr("Chance of each position, %"), withKind(tr("exact probabilities of the forecast"), kind_));
    setMessage(order.isEmpty() || positions_ == 0 ? tr("No forecast") : QString());
    setOwnOrder(order);
}

void PositionHeatMap::setResult(const std::optional<ResultRevision>& result)
{
    official_.clear();
    if (result)
        for (const ResultRow& row : result->rows)
            if (row.starter())
                official_.insert(row.driver, row.position);
    update();
}

QSizeF PositionHeatMap::contentSize(double unit) const
{
    const double cells = std::max(1, positions_) * 33.0;
    return {(LabelWidth + cells + RightMargin) * unit,
            headerHeight() + static_cast<double>(order().size()) * rowHeight() + Foot * unit};
}

void PositionHeatMap::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF header = drawHeader(frame);
    const QRectF rows = rowsArea(frame, Foot * u);
    const QRectF cells = rows.adjusted(LabelWidth * u, 0, -RightMargin * u, 0);
    drawNumbers(frame, header, cells);
    drawRows(frame, rows,
             [&](const QRectF& row, const QString& driver) { drawRow(frame, row, cells, driver); });
    // A mark is never hit where the header or the foot covers it.
    for (ChartMark& mark : frame.marks)
        mark.area = mark.area.intersected(rows);
    drawLegend(frame, rows.bottom() + 12 * u);
}

void PositionHeatMap::drawNumbers(const ChartFrame& frame, const QRectF& header, const QRectF& cells) const
{
    const double widest = QFontMetricsF(frame.strong).horizontalAdvance(QString::number(positions_));
    const int step = cells.width() / positions_ < widest + 2 ? 5 : 1;
    for (int position = 1; position <= positions_; ++position) {
        if (position != 1 && position % step != 0)
            continue;
        const QRectF box = cellAt(cells, header, position, positions_).adjusted(-10, 0, 10, 0);
        chart::drawLabel(frame.painter, box, Qt::AlignCenter, format::number(std::optional<int>(position)),
                         frame.strong, frame.theme.muted);
    }
}

void PositionHeatMap::drawRow(const ChartFrame& frame, const QRectF& row, const QRectF& cells,
                              const QString& driver) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const Row& r = *rows_.constFind(driver);
    const bool selected = driver == selectedDriver();
    if (selected) {
        drawSelection(frame, row);
        p.fillRect(QRectF(row.left(), row.top(), 3, row.height()), frame.theme.accent);
    }
    const QRectF strip(row.left() + 8 * u, row.center().y() - 9 * u, 4 * u, 18 * u);
    p.fillRect(strip, r.colour.isValid() ? r.colour : frame.theme.muted);
    if (r.colour.isValid() && teamStripNeedsOutline(r.colour, frame.theme)) {
        p.setPen(QPen(frame.theme.strong, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRect(strip.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    chart::drawLabel(
        p, QRectF(strip.right() + 6 * u, row.top(), cells.left() - strip.right() - 6 * u, row.height()),
        Qt::AlignLeft | Qt::AlignVCenter, r.code, selected ? frame.strong : frame.label, frame.theme.text);
    frame.marks.push_back({QRectF(row.left(), row.top(), cells.left() - row.left(), row.height()), driver,
                           chart::heading(r.name, r.team)});

    std::optional<int> official;
    if (const auto found = official_.constFind(driver); found != official_.constEnd())
        official = *found;
    const bool withText = cells.width() / positions_ >= TextFrom * u;
    for (int position = 1; position <= static_cast<int>(r.chances.size()); ++position) {
        const QRectF cell = cellAt(cells, row, position, positions_);
        drawCell(frame, cell, r.chances[static_cast<std::size_t>(position - 1)], withText);
        frame.marks.push_back({cell, driver, toolTip(r, position, official)});
    }
    drawMarks(frame, cells, row, driver);
}

void PositionHeatMap::drawCell(const ChartFrame& frame, const QRectF& cell, double chance,
                               bool withText) const
{
    const QColor ground = heatColour(chance, frame.theme);
    frame.painter.setPen(QPen(frame.theme.base, 1));
    frame.painter.setBrush(ground);
    frame.painter.drawRect(cell);
    if (!withText || chance < 0.005)
        return;
    // `muted` is for chances that hardly count, on grounds that are nearly those of the page.
    const QColor colour = chance < 0.02 && contrast(frame.theme.muted, ground) >= 4.5
                              ? frame.theme.muted
                              : cellTextOn(ground, frame.theme);
    chart::drawLabel(frame.painter, cell, Qt::AlignCenter, format::number(chance * 100, 0), frame.label,
                     colour);
}

void PositionHeatMap::drawMarks(const ChartFrame& frame, const QRectF& cells, const QRectF& row,
                                const QString& driver) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const Row& r = *rows_.constFind(driver);
    const auto ink = [&](int position) {
        const auto at = static_cast<std::size_t>(position - 1);
        return at < r.chances.size() ? cellTextOn(heatColour(r.chances[at], frame.theme), frame.theme)
                                     : frame.theme.text;
    };
    if (r.low >= 1 && r.high <= positions_) {
        QPen outline(kind_ == PredictionKind::Retrospective ? frame.theme.muted : frame.theme.accent,
                     1.5 * u);
        if (kind_ == PredictionKind::Preview)
            outline.setDashPattern({3, 2});
        p.setPen(outline);
        p.setBrush(Qt::NoBrush);
        const QRectF first = cellAt(cells, row, r.low, positions_);
        p.drawRect(first.united(cellAt(cells, row, r.high, positions_)).adjusted(0.75, 0.75, -0.75, -0.75));
    }
    if (r.predicted >= 1 && r.predicted <= positions_) {
        const QRectF cell = cellAt(cells, row, r.predicted, positions_);
        const double half = std::min(6 * u, cell.width() * 0.3);
        p.setPen(QPen(ink(r.predicted), 2 * u, Qt::SolidLine, Qt::FlatCap));
        p.drawLine(QPointF(cell.center().x() - half, cell.bottom() - 4.5 * u),
                   QPointF(cell.center().x() + half, cell.bottom() - 4.5 * u));
    }
    if (const int official = official_.value(driver); official >= 1 && official <= positions_) {
        const QRectF cell = cellAt(cells, row, official, positions_);
        p.setPen(QPen(ink(official), 1.5 * u));
        p.setBrush(Qt::NoBrush);
        p.drawPolygon(diamond(cell.center(), std::min(11 * u, cell.width() * 0.45)));
    }
    if (driver == selectedDriver()) {
        p.setPen(QPen(frame.theme.accent, 1));
        for (const double y : {row.top() + 0.5, row.bottom() - 0.5})
            p.drawLine(QPointF(cells.left(), y), QPointF(cells.right(), y));
    }
}

QString PositionHeatMap::toolTip(const Row& row, int position, std::optional<int> official) const
{
    const double chance = row.chances[static_cast<std::size_t>(position - 1)];
    QString text = chart::heading(row.name, row.team) + QLatin1Char('\n') +
                   tr("Position %1: %2 %\n80 % range: %3\nPredicted: %4")
                       .arg(QString::number(position), format::full(chance * 100),
                            format::range(row.low, row.high), QString::number(row.predicted));
    if (official)
        text += QLatin1Char('\n') + tr("Official: %1").arg(*official);
    return text;
}

void PositionHeatMap::drawLegend(const ChartFrame& frame, double top) const
{
    constexpr std::array Chances{0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5};
    const double u = frame.unit;
    QPainter& p = frame.painter;
    double at = frame.area.left() + 12 * u;
    const double height = 18 * u;
    const auto words = [&](const QString& text) {
        const double width = QFontMetricsF(frame.label).horizontalAdvance(text);
        if (at + width <= frame.area.right())
            chart::drawLabel(p, QRectF(at, top, width + 1, height), Qt::AlignLeft | Qt::AlignVCenter, text,
                             frame.label, frame.theme.muted);
        at += width + 10 * u;
    };
    const bool known = std::ranges::any_of(rows_, [](const Row& row) { return !row.chances.empty(); });
    words(known ? tr("Chance") : tr("Version 1.0 stored no chance of each position."));
    for (const double chance : known ? std::span<const double>(Chances) : std::span<const double>()) {
        const QRectF box(at, top, 38 * u, height);
        const QColor ground = heatColour(chance, frame.theme);
        p.setPen(QPen(frame.theme.border, 1));
        p.setBrush(ground);
        p.drawRect(box);
        chart::drawLabel(p, box, Qt::AlignCenter, tr("%1 %").arg(format::number(chance * 100, 0)),
                         frame.label, cellTextOn(ground, frame.theme));
        at += box.width();
    }
    at += 22 * u;
    // A mark and its words stay together, on the next line where this one is full.
    const auto item = [&](double markWidth, const QString& text, const QPen& pen, const auto& draw) {
        const double width = markWidth + 6 * u + QFontMetricsF(frame.label).horizontalAdvance(text);
        if (at + width > frame.area.right()) {
            at = frame.area.left() + 12 * u;
            top += height + 6 * u;
        }
        if (top + height > frame.area.bottom())
            return;
        p.setPen(pen);
        p.setBrush(Qt::NoBrush);
        draw();
        at += markWidth + 6 * u;
        words(text);
    };
    item(28 * u, tr("80 % range"),
         QPen(kind_ == PredictionKind::Retrospective ? frame.theme.muted : frame.theme.accent, 1.5 * u,
              kind_ == PredictionKind::Preview ? Qt::DashLine : Qt::SolidLine),
         [&] { p.drawRect(QRectF(at, top + 1, 28 * u, height - 2)); });
    item(12 * u, tr("predicted"), QPen(frame.theme.text, 2 * u, Qt::SolidLine, Qt::FlatCap),
         [&] { p.drawLine(QPointF(at, top + 12 * u), QPointF(at + 12 * u, top + 12 * u)); });
    if (!official_.isEmpty())
        item(12 * u, tr("official"), QPen(frame.theme.text, 1.5 * u),
             [&] { p.drawPolygon(diamond(QPointF(at + 6 * u, top + height / 2), 6 * u)); });
}

} // namespace parcferme

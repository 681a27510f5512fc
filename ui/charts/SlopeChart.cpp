#include "ui/charts/SlopeChart.h"

#include "tables/Format.h"
#include "tables/JudgedOrder.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/KindWords.h"

#include <algorithm>
#include <cstdlib>

namespace parcferme {

namespace {

constexpr int Notable = 3; // places from which a line has a colour
constexpr double EndWidth = 72;
constexpr double Foot = 34;

QColor lineColour(int difference, const Tokens& theme)
{
    if (std::abs(difference) < Notable)
        return theme.strong;
    return difference > 0 ? theme.better : theme.worse;
}

} // namespace

SlopeChart::SlopeChart(QWidget* parent) : RowChart(parent)
{
    clear();
}

void SlopeChart::clear()
{
    lines_.clear();
    setTitles(tr("From predicted to official position"), tr("among those who started"));
    setMessage(tr("No prediction to compare with"));
    setOwnOrder({});
}

void SlopeChart::setResult(const ForecastView& forecast, const ResultRevision& result, const People& people)
{
    mine_ = false;
    setTitles(tr("From predicted to official position"),
              withKind(tr("among those who started"), forecast.prediction.kind));
    setPlaces(judgedOrder(orderOf(forecast), result), result, people);
}

void SlopeChart::setResult(const QStringList& order, const ResultRevision& result, const People& people)
{
    mine_ = true;
    setTitles(tr("From my place to the official position"), tr("among those who started"));
    setPlaces(judgedOrder(order, result), result, people);
}

void SlopeChart::setPlaces(const QHash<QString, JudgedPlace>& places, const ResultRevision& result,
                           const People& people)
{
    std::vector<PredictionEntry> cars;
    for (const ResultRow& row : result.rows) {
        PredictionEntry car;
        car.driver = row.driver;
        car.team = row.team;
        cars.push_back(car);
    }
    const QSet<QString> second = secondCars(cars, people);
    lines_.clear();
    QStringList order;
    for (const ResultRow& row : result.rows) {
        const auto place = places.constFind(row.driver);
        if (place == places.constEnd())
            continue;
        const QString said = mine_ ? tr("Mine: %1\nOfficial: %2\nDifference: %3")
                                   : tr("Predicted: %1\nOfficial: %2\nDifference: %3");
        const QString toolTip = chart::heading(driverName(people, row.driver), teamName(people, row.team)) +
                                QLatin1Char('\n') +
                                said.arg(QString::number(place->predicted), QString::number(place->official),
                                         format::places(place->predicted - place->official));
        lines_.push_back({row.driver, driverCode(people, row.driver), toolTip,
                          QColor(teamColour(people, row.team)), second.contains(row.driver), place->predicted,
                          place->official});
        order.append(row.driver);
    }
    setMessage(!lines_.empty() ? QString()
               : mine_         ? tr("No picks to compare with")
                               : tr("No prediction to compare with"));
    setOwnOrder(order);
}

QSizeF SlopeChart::contentSize(double unit) const
{
    return {340 * unit, headerHeight() + static_cast<double>(lines_.size()) * rowHeight() + Foot * unit};
}

double SlopeChart::y(const ChartFrame& frame, int position) const
{
    return rowRect(frame, position - 1).center().y();
}

void SlopeChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF header = drawHeader(frame).adjusted(12 * u, 0, -12 * u, 0);
    chart::drawLabel(frame.painter, header, Qt::AlignLeft | Qt::AlignVCenter,
                     mine_ ? tr("Mine ■") : tr("Predicted"), frame.strong, frame.theme.muted);
    chart::drawLabel(frame.painter, header, Qt::AlignRight | Qt::AlignVCenter, tr("Official"), frame.strong,
                     frame.theme.muted);

    const QRectF rows = rowsArea(frame, Foot * u);
    frame.painter.save();
    frame.painter.setClipRect(rows, Qt::IntersectClip);
    const double left = rows.left() + (EndWidth + 14) * u;
    const double right = rows.right() - (EndWidth + 14) * u;
    const Line* selected = nullptr;
    for (const Line& line : lines_) {
        drawEnd(frame, line, false);
        drawEnd(frame, line, true);
        if (line.driver == selectedDriver())
            selected = &line;
    }
    for (const bool coloured : {false, true}) // the notable ones over the others
        for (const Line& line : lines_)
            if (&line != selected && coloured == (std::abs(line.predicted - line.official) >= Notable))
                drawLine(frame, line, left, right);
    if (selected)
        drawLine(frame, *selected, left, right);
    frame.painter.restore();
    for (ChartMark& mark : frame.marks)
        mark.area = mark.area.intersected(rows);
    drawLegend(frame, rows.bottom() + 8 * u);
}

void SlopeChart::drawLine(const ChartFrame& frame, const Line& line, double left, double right) const
{
    const double u = frame.unit;
    const int difference = line.predicted - line.official;
    const bool selected = line.driver == selectedDriver();
    const QColor colour = selected ? frame.theme.text : lineColour(difference, frame.theme);
    const double width = selected ? 2.6 : std::abs(difference) >= Notable ? 1.8 : 1.2;
    const QPointF from(left, y(frame, line.predicted)), to(right, y(frame, line.official));
    frame.painter.setPen(chart::carPen(colour, line.second, width * u));
    frame.painter.drawLine(from, to);
    const QColor mark = teamMark(line.colour, frame.theme);
    chart::drawCar(frame.painter, from, 5 * u, mark, line.second, frame.theme);
    chart::drawCar(frame.painter, to, 5 * u, mark, line.second, frame.theme);
}

void SlopeChart::drawEnd(const ChartFrame& frame, const Line& line, bool official) const
{
    const double u = frame.unit;
    const bool selected = line.driver == selectedDriver();
    const QRectF row = rowRect(frame, (official ? line.official : line.predicted) - 1);
    const double width = (EndWidth + 4) * u;
    const QRectF end(official ? row.right() - width : row.left(), row.top(), width, row.height());
    if (selected)
        drawSelection(frame, end);
    const int position = official ? line.official : line.predicted;
    const QRectF number = official ? QRectF(end.right() - 34 * u, end.top(), 24 * u, end.height())
                                   : QRectF(end.left() + 4 * u, end.top(), 22 * u, end.height());
    const QRectF code =
        official
            ? QRectF(end.left(), end.top(), number.left() - end.left() + 2 * u, end.height())
            : QRectF(number.right() + 8 * u, end.top(), end.right() - number.right() - 8 * u, end.height());
    chart::drawLabel(frame.painter, number, Qt::AlignRight | Qt::AlignVCenter,
                     format::number(std::optional<int>(position)), frame.label, frame.theme.muted);
    chart::drawLabel(frame.painter, code, (official ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     line.code, selected ? frame.strong : frame.label, frame.theme.text);
    // The whole half of the row: lines cross, ends do not.
    const QRectF half(official ? row.center().x() : row.left(), row.top(), row.width() / 2, row.height());
    frame.marks.push_back({half, line.driver, line.toolTip});
}

void SlopeChart::drawLegend(const ChartFrame& frame, double top) const
{
    const double u = frame.unit;
    double at = frame.area.left() + 12 * u;
    const auto entry = [&](const QColor& colour, double width, const QString& words) {
        const double needed = 22 * u + QFontMetricsF(frame.label).horizontalAdvance(words);
        if (at + needed > frame.area.right())
            return;
        frame.painter.setPen(QPen(colour, width * u));
        frame.painter.drawLine(QPointF(at, top + 9 * u), QPointF(at + 16 * u, top + 9 * u));
        chart::drawLabel(frame.painter, QRectF(at + 20 * u, top, needed - 20 * u, 18 * u),
                         Qt::AlignLeft | Qt::AlignVCenter, words, frame.label, frame.theme.muted);
        at += needed + 12 * u;
    };
    entry(frame.theme.better, 1.8, tr("↗ 3 or more better"));
    entry(frame.theme.worse, 1.8, tr("↘ 3 or more worse"));
    entry(frame.theme.text, 2.6, tr("selected"));
}

} // namespace parcferme

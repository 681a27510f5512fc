#include "ui/charts/PickSlopeChart.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"

#include <cstdlib>

namespace parcferme {

namespace {

constexpr int Notable = 3; // places from which a line has a colour
constexpr double CodeWidth = 44;
constexpr double Edge = 14;
constexpr double Foot = 44;

} // namespace

PickSlopeChart::PickSlopeChart(QWidget* parent) : RowChart(parent)
{
    setOrder({}, {});
}

void PickSlopeChart::setOrder(const std::vector<PickOrderModel::Line>& mine, const People& people)
{
    std::vector<PredictionEntry> cars;
    for (const PickOrderModel::Line& line : mine) {
        PredictionEntry car;
        car.driver = line.driver;
        car.team = line.team;
        cars.push_back(car);
    }
    const QSet<QString> second = secondCars(cars, people);
    lines_.clear();
    QStringList order;
    bool model = false;
    for (const PickOrderModel::Line& line : mine) {
        const int place = int(lines_.size()) + 1;
        QStringList words = {chart::heading(driverName(people, line.driver), teamName(people, line.team)),
                             tr("Mine: %1").arg(line.placed ? QString::number(place) : format::missing()),
                             tr("Model: %1").arg(format::number(line.model))};
        if (line.placed && line.model)
            words << tr("Mine against it: %1").arg(format::places(*line.model - place));
        lines_.push_back({line.driver, driverCode(people, line.driver), words.join(u'\n'),
                          QColor(teamColour(people, line.team)), second.contains(line.driver), line.placed,
                          place, line.model});
        order << line.driver;
        model = model || line.model;
    }
    setTitles(tr("My order and the model's"), tr("a line for each driver"));
    setMessage(lines_.empty() ? tr("Nobody to be ordered yet") : model ? QString() : tr("No model yet"));
    setOwnOrder(order);
}

QSizeF PickSlopeChart::contentSize(double unit) const
{
    return {220 * unit, headerHeight() + static_cast<double>(lines_.size()) * rowHeight() + Foot * unit};
}

// Narrow: it stands between the table and the panels.
QSize PickSlopeChart::minimumSizeHint() const
{
    return (QSizeF(150, 160) * unit()).toSize();
}

void PickSlopeChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    drawHeader(frame);
    const QRectF rows = rowsArea(frame, Foot * u);
    const double left = rows.left() + Edge * u;
    const double right = rows.right() - (CodeWidth + Edge) * u;
    frame.painter.save();
    frame.painter.setClipRect(rows, Qt::IntersectClip);
    for (const bool notable : {false, true}) // over the others
        for (const Line& line : lines_)
            if (notable == (std::abs(line.difference()) >= Notable))
                drawLine(frame, line, left, right);
    for (const Line& line : lines_) {
        drawMine(frame, line, left);
        drawModel(frame, line, right);
    }
    frame.painter.restore();
    for (ChartMark& mark : frame.marks)
        mark.area = mark.area.intersected(rows);
    drawLegend(frame, rows.bottom() + 6 * u);
}

void PickSlopeChart::drawHeader(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF text = RowChart::drawHeader(frame).adjusted((Edge - 5) * u, 0, -10 * u, 0);
    chart::drawLabel(frame.painter, text, Qt::AlignLeft | Qt::AlignVCenter, tr("Mine ■"), frame.strong,
                     frame.theme.text);
    chart::drawLabel(frame.painter, text, Qt::AlignRight | Qt::AlignVCenter, tr("● Model"), frame.strong,
                     frame.theme.text);
}

void PickSlopeChart::drawLine(const ChartFrame& frame, const Line& line, double left, double right) const
{
    if (!line.placed || !line.model)
        return;
    const double u = frame.unit;
    const int difference = line.difference();
    const bool selected = line.driver == selectedDriver();
    const bool notable = std::abs(difference) >= Notable;
    const QColor colour = selected         ? frame.theme.text
                          : !notable       ? frame.theme.strong
                          : difference > 0 ? frame.theme.better
                                           : frame.theme.worse;
    frame.painter.setPen(chart::carPen(colour, line.second, (selected ? 2.6 : notable ? 1.8 : 1.2) * u));
    frame.painter.drawLine(QPointF(left, y(frame, line.mine)), QPointF(right, y(frame, *line.model)));
}

void PickSlopeChart::drawMine(const ChartFrame& frame, const Line& line, double x) const
{
    const double u = frame.unit;
    const QRectF row = rowRect(frame, line.mine - 1);
    frame.marks.push_back(
        {QRectF(row.left(), row.top(), row.width() / 2, row.height()), line.driver, line.toolTip});
    if (!line.placed)
        return;
    const QColor colour = teamMark(line.colour, frame.theme);
    frame.painter.setPen(QPen(colour, 1.5 * u));
    frame.painter.setBrush(line.second ? frame.theme.base : colour);
    frame.painter.drawRect(QRectF(x - 4 * u, row.center().y() - 4 * u, 8 * u, 8 * u));
}

void PickSlopeChart::drawModel(const ChartFrame& frame, const Line& line, double x) const
{
    if (!line.model)
        return;
    const double u = frame.unit;
    const QRectF row = rowRect(frame, *line.model - 1);
    const bool selected = line.driver == selectedDriver();
    chart::drawCar(frame.painter, QPointF(x, row.center().y()), 5 * u, teamMark(line.colour, frame.theme),
                   line.second, frame.theme);
    chart::drawLabel(
        frame.painter, QRectF(x + 10 * u, row.top(), frame.area.right() - x - 12 * u, row.height()),
        Qt::AlignLeft | Qt::AlignVCenter, line.code, selected ? frame.strong : frame.label, frame.theme.text);
    frame.marks.push_back(
        {QRectF(row.center().x(), row.top(), row.width() / 2, row.height()), line.driver, line.toolTip});
}

void PickSlopeChart::drawLegend(const ChartFrame& frame, double top) const
{
    const double u = frame.unit;
    const double height = QFontMetricsF(frame.label).height();
    const auto entry = [&](const QString& arrow, const QColor& colour, const QString& words) {
        const QRectF box(frame.area.left() + 10 * u, top, frame.area.width() - 16 * u, height);
        chart::drawLabel(frame.painter, box, Qt::AlignLeft | Qt::AlignVCenter, arrow, frame.strong, colour);
        chart::drawLabel(frame.painter, box.adjusted(16 * u, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         words, frame.label, frame.theme.muted);
        top += height + u;
    };
    entry(QStringLiteral("↘"), frame.theme.better, tr("I say %1 or more higher").arg(Notable));
    entry(QStringLiteral("↗"), frame.theme.worse, tr("I say %1 or more lower").arg(Notable));
}

} // namespace parcferme

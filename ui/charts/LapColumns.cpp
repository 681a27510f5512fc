#include "ui/charts/LapColumns.h"

#include "tables/Format.h"
#include "ui/charts/ChartParts.h"

#include <algorithm>

namespace parcferme {

namespace {

constexpr double Width = 48;
constexpr double FullWidthFrom = 400; // a narrower chart has no column for +3
constexpr double Least = 0.01;        // chances under this are not drawn
constexpr double HalfRamp = 0.125;    // of a chance, so that 100 % reaches the middle of the heat ramp

} // namespace

LapColumns::Row LapColumns::rowOf(const predictor::Forecast& forecast, const QString& driver, double gap)
{
    const auto found =
        std::ranges::find(forecast.drivers, driver.toStdString(), &predictor::DriverForecast::driver);
    if (found == forecast.drivers.end())
        return {};
    return {predictor::lapsDown(forecast, gap), predictor::lapChances(forecast, *found)};
}

QString LapColumns::toolTip(const Row& row)
{
    if (!isNeeded(row))
        return {};
    return tr("+1 lap: %1 %\n+2 laps: %2 %\n+3 or more: %3 %")
        .arg(format::percent(row.chances[0]), format::percent(row.chances[1]),
             format::percent(row.chances[2]));
}

bool LapColumns::isNeeded(const Row& row)
{
    return row.down > 0 || std::ranges::any_of(row.chances, [](double chance) { return chance > Least; });
}

LapColumns::LapColumns(const ChartFrame& frame, const QRectF& rows)
    : frame_(frame), columns_(rows.width() < FullWidthFrom * frame.unit ? 2 : 3)
{
    const double width = (columns_ * Width + 4) * frame.unit;
    zone_ = QRectF(rows.right() - width - 8 * frame.unit, rows.top(), width, rows.height());
}

QRectF LapColumns::cell(const QRectF& row, int column) const
{
    const double width = Width * frame_.unit;
    return QRectF(zone_.left() + 4 * frame_.unit + column * width, row.top(), width, row.height());
}

void LapColumns::drawHeader(const QRectF& header) const
{
    chart::drawLabel(frame_.painter,
                     QRectF(zone_.left() + 4 * frame_.unit, header.top(), zone_.width(), header.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("laps behind"), frame_.label, frame_.theme.muted);
}

void LapColumns::drawRow(const QRectF& row, const Row& laps) const
{
    QPainter& p = frame_.painter;
    for (int column = 0; column < columns_; ++column) {
        const double chance = laps.chances[static_cast<std::size_t>(column)];
        if (chance < Least)
            continue;
        const QRectF box = cell(row, column);
        const QColor ground = heatColour(chance * HalfRamp, frame_.theme);
        p.setPen(QPen(frame_.theme.base, 1));
        p.setBrush(ground);
        p.drawRect(box);
        // The mark of the median stands at the left.
        chart::drawLabel(p, box.adjusted(16 * frame_.unit, 0, -8 * frame_.unit, 0),
                         Qt::AlignRight | Qt::AlignVCenter, format::number(chance * 100, 0), frame_.label,
                         cellTextOn(ground, frame_.theme));
    }
}

QPointF LapColumns::markPlace(const QRectF& row, int down) const
{
    const QRectF box = cell(row, std::clamp(down, 1, columns_) - 1);
    const QPointF place(box.left() + 11 * frame_.unit, box.center().y());
    frame_.painter.setPen(Qt::NoPen);
    frame_.painter.setBrush(frame_.theme.base);
    frame_.painter.drawEllipse(place, 8 * frame_.unit, 8 * frame_.unit);
    return place;
}

void LapColumns::drawAxis() const
{
    QPainter& p = frame_.painter;
    p.setPen(QPen(frame_.theme.strong, 1, Qt::DashLine));
    p.drawLine(zone_.topLeft(), zone_.bottomLeft());
    for (int column = 0; column < columns_; ++column) {
        const QRectF box = cell(zone_, column);
        const QRectF foot(box.left() - 4, zone_.bottom() + 4 * frame_.unit, box.width() + 8,
                          18 * frame_.unit);
        QString name = column < 2 ? format::laps(column + 1) : QStringLiteral("+3");
        if (QFontMetricsF(frame_.label).horizontalAdvance(name) > foot.width())
            name = QStringLiteral("+%1").arg(column + 1); // laps, as the heading says
        chart::drawLabel(p, foot, Qt::AlignCenter, name, frame_.label, frame_.theme.muted);
    }
}

} // namespace parcferme

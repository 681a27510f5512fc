#include "ui/charts/PairMatrix.h"

#include "predictor/Lineage.h"
#include "predictor/Pairs.h"
#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/PairFoot.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

constexpr double LabelWidth = 56;
constexpr double RightMargin = 12;
constexpr double TextFrom = 22; // cells narrower than this show no figures
constexpr double TopOfRamp = 0.93;
constexpr double HeatAtTop = 0.5; // the chance at which the heat ramp ends

// Linear from 50 to 100 %, the ramp's end at 93 %.
QColor groundOf(double chance, const Tokens& theme)
{
    const double place = std::clamp((chance - 0.5) / (TopOfRamp - 0.5), 0.0, 1.0);
    return heatColour(place * place * HeatAtTop, theme);
}

} // namespace

PairMatrix::PairMatrix(QWidget* parent) : RowChart(parent)
{
    clear();
}

void PairMatrix::clear()
{
    columns_.clear();
    drivers_.clear();
    chances_.clear();
    other_.clear();
    setTitles(tr("Chance to end ahead, %"), tr("the row's driver ahead of the column's"));
    setMessage(tr("No forecast"));
    setOwnOrder({});
}

void PairMatrix::setForecast(const ForecastView& view, const People& people)
{
    columns_.clear();
    chances_.clear();
    drivers_.clear();
    for (const PredictionEntry& entry : view.prediction.entries) {
        columns_.append(entry.driver);
        const QString family = people.drivers.value(entry.driver).familyName;
        const QString name = driverName(people, entry.driver);
        drivers_.insert(entry.driver,
                        {driverCode(people, entry.driver), name, family.isEmpty() ? name : family,
                         QColor(teamColour(people, entry.team)),
                         QString::fromStdString(std::string(predictor::lineageOf(entry.team.toStdString()))),
                         0});
    }
    for (const QString& driver : std::as_const(columns_))
        for (const QString& other : std::as_const(columns_))
            if (const auto chance =
                    predictor::chanceAhead(view.forecast, driver.toStdString(), other.toStdString()))
                chances_[driver].insert(other, *chance);
    setMessage(columns_.isEmpty() ? tr("No forecast")
               : chances_.isEmpty()
                   ? tr("This prediction was frozen by version 1.0, which stored no strengths.")
                   : QString());
    if (!columns_.contains(other_))
        other_.clear();
    setOwnOrder(columns_);
}

void PairMatrix::setResult(const std::optional<ResultRevision>& result)
{
    for (Driver& driver : drivers_)
        driver.official = 0;
    if (result)
        for (const ResultRow& row : result->rows)
            if (const auto driver = drivers_.find(row.driver); row.starter() && driver != drivers_.end())
                driver->official = row.position;
    redraw();
}

std::optional<double> PairMatrix::chance(const QString& driver, const QString& other) const
{
    const auto row = chances_.constFind(driver);
    if (row == chances_.constEnd())
        return std::nullopt;
    const auto cell = row->constFind(other);
    return cell == row->constEnd() ? std::nullopt : std::optional(*cell);
}

bool PairMatrix::areMates(const QString& driver, const QString& other) const
{
    return driver != other && drivers_.value(driver).lineage == drivers_.value(other).lineage;
}

QString PairMatrix::row() const
{
    return columns_.contains(selectedDriver()) ? selectedDriver() : columns_.value(0);
}

void PairMatrix::chooseColumn(const QString& driver)
{
    if (driver == other_ || driver == row())
        return;
    other_ = driver;
    redraw();
}

// Until one is chosen: for the leader the second, for a selected driver his teammate.
QString PairMatrix::other() const
{
    const QString own = row();
    if (!other_.isEmpty() && other_ != own)
        return other_;
    if (!selectedDriver().isEmpty())
        for (const QString& driver : columns_)
            if (areMates(own, driver))
                return driver;
    return columns_.value(columns_.indexOf(own) == 0 ? 1 : 0);
}

QString PairMatrix::sentence() const
{
    const auto ahead = chance(row(), other());
    if (!ahead)
        return {};
    const QString words = areMates(row(), other())
                              ? tr("%1 finishes ahead of his teammate %2 in %3 of 100 races like this one.")
                              : tr("%1 finishes ahead of %2 in %3 of 100 races like this one.");
    return words.arg(drivers_.value(row()).family, drivers_.value(other()).family,
                     format::number(*ahead * 100, 0));
}

QString PairMatrix::markText(const QString& driver, const QString& other) const
{
    const auto ahead = chance(driver, other);
    QString text = tr("%1 ahead of %2: %3 %")
                       .arg(drivers_.value(driver).name, drivers_.value(other).name,
                            format::full(ahead.value_or(0) * 100));
    if (areMates(driver, other))
        text += QLatin1Char('\n') + tr("Teammates");
    const int one = drivers_.value(driver).official, two = drivers_.value(other).official;
    if (one > 0 && two > 0)
        text += QLatin1Char('\n') + (one < two ? tr("It came true.") : tr("It did not come true."));
    return text;
}

QSizeF PairMatrix::contentSize(double unit) const
{
    const double cells = static_cast<double>(std::max<qsizetype>(1, columns_.size())) * 32.0;
    return {(LabelWidth + cells + RightMargin) * unit,
            headerHeight() + static_cast<double>(order().size()) * rowHeight() + footHeight() * unit};
}

void PairMatrix::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF header = drawHeader(frame);
    const QRectF rows = rowsArea(frame, footHeight() * u);
    const QRectF cells = rows.adjusted(LabelWidth * u, 0, -RightMargin * u, 0);
    drawHead(frame, header, cells);
    drawRows(frame, rows,
             [&](const QRectF& row, const QString& driver) { drawRow(frame, row, cells, driver); });
    for (ChartMark& mark : frame.marks)
        mark.area = mark.area.intersected(rows);
    drawFoot(frame, rows.bottom());
}

void PairMatrix::drawHead(const ChartFrame& frame, const QRectF& header, const QRectF& cells) const
{
    const double width = cells.width() / static_cast<double>(columns_.size());
    const QFontMetricsF metrics(frame.label);
    const bool room = std::ranges::all_of(
        drivers_, [&](const Driver& driver) { return metrics.horizontalAdvance(driver.code) <= width; });
    for (qsizetype column = 0; column < columns_.size(); ++column) {
        const QString& driver = columns_[column];
        const QRectF box(cells.left() + static_cast<double>(column) * width, header.top(), width,
                         header.height());
        if (driver == other())
            frame.painter.fillRect(box, frame.theme.selection);
        if (room || driver == other())
            chart::drawLabel(frame.painter, room ? box : box.adjusted(-12, 0, 12, 0), Qt::AlignCenter,
                             drivers_.value(driver).code, driver == other() ? frame.strong : frame.label,
                             frame.theme.text);
    }
}

void PairMatrix::drawRow(const ChartFrame& frame, const QRectF& row, const QRectF& cells,
                         const QString& driver) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const Driver known = drivers_.value(driver);
    const bool chosen = driver == this->row();
    if (chosen)
        drawSelection(frame, row);
    const QRectF strip(row.left() + 8 * u, row.center().y() - 9 * u, 4 * u, 18 * u);
    p.fillRect(strip, known.colour.isValid() ? known.colour : frame.theme.muted);
    chart::drawLabel(p, QRectF(strip.right(), row.top(), cells.left() - strip.right() - 6 * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, known.code, chosen ? frame.strong : frame.label,
                     frame.theme.text);
    const double width = cells.width() / static_cast<double>(columns_.size());
    for (qsizetype column = 0; column < columns_.size(); ++column) {
        const QRectF cell(cells.left() + static_cast<double>(column) * width, row.top(), width, row.height());
        const QString& other = columns_[column];
        if (other == this->other())
            p.fillRect(cell, frame.theme.selection);
        if (other == driver)
            continue;
        drawCell(frame, cell, driver, other);
        frame.marks.push_back({cell, driver, markText(driver, other)});
    }
}

void PairMatrix::drawCell(const ChartFrame& frame, const QRectF& cell, const QString& driver,
                          const QString& other) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const double ahead = chance(driver, other).value_or(0);
    const bool favourite = ahead > 0.5;
    const QColor ground = favourite ? groundOf(ahead, frame.theme) : frame.theme.base;
    if (favourite) {
        p.setPen(QPen(frame.theme.base, 1));
        p.setBrush(ground);
        p.drawRect(cell);
    }
    if (cell.width() >= TextFrom * u)
        chart::drawLabel(p, cell, Qt::AlignCenter, format::number(ahead * 100, 0), frame.label,
                         favourite ? cellTextOn(ground, frame.theme) : frame.theme.muted);
    p.setBrush(Qt::NoBrush);
    if (areMates(driver, other)) {
        const bool upper = columns_.indexOf(driver) < columns_.indexOf(other);
        p.setPen(QPen(frame.theme.text, 1.5 * u, upper ? Qt::SolidLine : Qt::DashLine));
        p.drawRect(cell.adjusted(2, 2, -2, -2));
    }
    const int one = drivers_.value(driver).official, two = drivers_.value(other).official;
    if (one > 0 && two > 0 && one < two) {
        p.setPen(QPen(favourite ? cellTextOn(ground, frame.theme) : frame.theme.text, 1));
        const QPointF at(cell.right() - 5 * u, cell.top() + 5 * u);
        p.drawPolygon(QPolygonF({at + QPointF(0, -3 * u), at + QPointF(3 * u, 0), at + QPointF(0, 3 * u),
                                 at + QPointF(-3 * u, 0)}));
    }
    if (driver == row() && other == this->other()) {
        p.setPen(QPen(frame.theme.accent, 2.5 * u));
        p.drawRect(cell.adjusted(1, 1, -1, -1));
    }
}

void PairMatrix::drawFoot(const ChartFrame& frame, double top) const
{
    const auto ahead = chance(row(), other());
    if (!ahead)
        return;
    const auto part = [&](const QString& driver, double share) {
        return tr("%1 %2 %").arg(drivers_.value(driver).family, format::number(share * 100, 1));
    };
    drawPairFoot(frame, top,
                 {sentence(), part(row(), *ahead), part(other(), 1 - *ahead), *ahead,
                  tr("Each cell: chance in % that the row is ahead of the column, retirements included. "
                     "Outlined: teammates.")});
}

// A click on a cell chooses both; the row is told as ever.
void PairMatrix::mousePressEvent(QMouseEvent* event)
{
    if (const ChartMark* mark = markAt(event->position()); mark && event->button() == Qt::LeftButton) {
        const qsizetype columns = columns_.size();
        const double left = mark->area.left();
        qsizetype before = 0; // cells of the row left of this one, the empty one among them
        for (const ChartMark& one : marks())
            if (one.driver == mark->driver && one.area.left() < left)
                ++before;
        if (columns_.indexOf(mark->driver) <= before)
            ++before;
        if (before < columns)
            other_ = columns_[before];
    }
    RowChart::mousePressEvent(event);
    redraw();
}

void PairMatrix::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || !(event->modifiers() & Qt::ShiftModifier))
        return RowChart::keyPressEvent(event);
    qsizetype at = columns_.indexOf(other()) + step;
    if (columns_.value(at) == row())
        at += step;
    if (at >= 0 && at < columns_.size())
        chooseColumn(columns_[at]);
}

} // namespace parcferme

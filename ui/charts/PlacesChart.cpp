#include "ui/charts/PlacesChart.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"

#include <algorithm>

namespace parcferme {

namespace {

constexpr double CodeWidth = 46;
constexpr double Edge = 14;
constexpr double MarkHalf = 4.5;

// A mark, as it stands in a row and in the legend.
void drawOfficial(QPainter& p, const QPointF& at, double u, const Tokens& theme)
{
    const double half = MarkHalf * u;
    p.setPen(QPen(theme.text, 1.6 * u));
    p.setBrush(theme.base);
    p.drawPolygon(QPolygonF{
        {at.x(), at.y() - half}, {at.x() + half, at.y()}, {at.x(), at.y() + half}, {at.x() - half, at.y()}});
}

void drawMine(QPainter& p, const QPointF& at, double u, const Tokens& theme)
{
    const double half = 5.5 * u;
    p.setPen(QPen(theme.accent, 2 * u, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p.setBrush(Qt::NoBrush);
    p.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
}

void drawModel(QPainter& p, const QPointF& at, double u, const Tokens& theme)
{
    p.setPen(Qt::NoPen);
    p.setBrush(theme.text);
    p.drawEllipse(at, 4 * u, 4 * u);
}

void drawGrid(QPainter& p, const QPointF& at, double u, const Tokens& theme)
{
    p.setPen(QPen(theme.muted, 2.4 * u, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(at.x(), at.y() - 7 * u), QPointF(at.x(), at.y() + 7 * u));
}

} // namespace

PlacesChart::PlacesChart(QWidget* parent) : RowChart(parent)
{
    setDrivers({}, {});
}

void PlacesChart::setDrivers(const std::vector<ComparedDriver>& drivers, const People& people)
{
    rows_.clear();
    last_ = 2;
    judged_ = false;
    QStringList order;
    for (const ComparedDriver& one : drivers) {
        Row row{driverCode(people, one.driver), {}, one.official, {}, {}, {}};
        QStringList words = {chart::heading(driverName(people, one.driver), teamName(people, one.team))};
        if (one.official)
            words << tr("Official: %1").arg(*one.official);
        const auto take = [&](std::optional<int>& place, const std::optional<SaidPlace>& said,
                              const QString& text) {
            if (!said)
                return;
            place = said->place;
            last_ = std::max(last_, said->place);
            words << (said->difference ? tr("%1, difference %2")
                                             .arg(text.arg(said->place), format::places(*said->difference))
                                       : text.arg(said->place));
        };
        take(row.mine, one.mine, tr("Mine: %1"));
        take(row.model, one.model, tr("Model: %1"));
        take(row.grid, one.grid, tr("Grid: %1"));
        last_ = std::max(last_, one.official.value_or(0));
        judged_ = judged_ || one.official;
        row.toolTip = words.join(u'\n');
        rows_.insert(one.driver, row);
        order << one.driver;
    }
    setTitles(tr("Places"), judged_ ? tr("official, mine, model and grid, among those who started")
                                    : tr("mine, model and grid"));
    setMessage(order.isEmpty() ? tr("Nothing to compare") : QString());
    setOwnOrder(order);
}

QSizeF PlacesChart::contentSize(double unit) const
{
    return {420 * unit,
            headerHeight() + static_cast<double>(rows_.size()) * rowHeight() + footHeight() * unit};
}

double PlacesChart::x(const QRectF& plot, double place) const
{
    return plot.left() + plot.width() * (place - 1) / (last_ - 1);
}

void PlacesChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    drawHeader(frame);
    const QRectF rows = rowsArea(frame, footHeight() * u);
    const QRectF plot = rows.adjusted((CodeWidth + Edge) * u, 0, -Edge * u, 0);
    drawSelectedRow(frame, rows);
    drawAxis(frame, plot, rows);
    drawRows(frame, rows, [&](const QRectF& row, const QString& driver) {
        const Row data = rows_.value(driver);
        drawRow(frame, plot, row, data, driver == selectedDriver());
        frame.marks.push_back({row.intersected(rows), driver, data.toolTip});
    });
}

// The title, and at its right what the marks mean.
void PlacesChart::drawHeader(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF header = RowChart::drawHeader(frame).adjusted(12 * u, 0, -12 * u, 0);
    chart::drawLabel(frame.painter, header, Qt::AlignLeft | Qt::AlignVCenter, title(), frame.strong,
                     frame.theme.text);
    struct Entry
    {
        QString words;
        void (*mark)(QPainter&, const QPointF&, double, const Tokens&);
    };
    std::vector<Entry> entries = {{tr("grid"), drawGrid}, {tr("model"), drawModel}, {tr("mine"), drawMine}};
    if (judged_)
        entries.push_back({tr("official"), drawOfficial});
    double right = header.right();
    const double least = header.left() + QFontMetricsF(frame.strong).horizontalAdvance(title()) + 12 * u;
    for (const Entry& entry : entries) {
        const double width = QFontMetricsF(frame.label).horizontalAdvance(entry.words);
        if (right - width - 16 * u < least)
            return;
        chart::drawLabel(frame.painter, QRectF(right - width, header.top(), width + 1, header.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.words, frame.label, frame.theme.muted);
        entry.mark(frame.painter, {right - width - 9 * u, header.center().y()}, u * 0.85, frame.theme);
        right -= width + 28 * u;
    }
}

void PlacesChart::drawAxis(const ChartFrame& frame, const QRectF& plot, const QRectF& rows) const
{
    const double u = frame.unit;
    for (int place = 1; place <= last_; place += place == 1 ? 4 : 5) {
        const double at = x(plot, place);
        frame.painter.setPen(QPen(frame.theme.grid, 1));
        frame.painter.drawLine(QPointF(at, rows.top()), QPointF(at, rows.bottom()));
        chart::drawLabel(frame.painter, QRectF(at - 20 * u, rows.bottom() + 3 * u, 40 * u, 18 * u),
                         Qt::AlignCenter, QString::number(place), frame.label, frame.theme.muted);
    }
}

void PlacesChart::drawRow(const ChartFrame& frame, const QRectF& plot, const QRectF& row, const Row& data,
                          bool selected) const
{
    const double u = frame.unit;
    const double y = row.center().y();
    chart::drawLabel(frame.painter, QRectF(row.left(), row.top(), CodeWidth * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, data.code, selected ? frame.strong : frame.label,
                     frame.theme.text);
    std::vector<int> places;
    for (const auto& place : {data.official, data.mine, data.model, data.grid})
        if (place)
            places.push_back(*place);
    if (places.empty())
        return;
    const auto [low, high] = std::ranges::minmax(places);
    frame.painter.setPen(QPen(frame.theme.track, 3 * u, Qt::SolidLine, Qt::FlatCap));
    frame.painter.drawLine(QPointF(x(plot, low), y), QPointF(x(plot, high), y));
    if (data.grid)
        drawGrid(frame.painter, {x(plot, *data.grid), y}, u, frame.theme);
    if (data.model)
        drawModel(frame.painter, {x(plot, *data.model), y}, u, frame.theme);
    if (data.mine)
        drawMine(frame.painter, {x(plot, *data.mine), y}, u, frame.theme);
    if (data.official)
        drawOfficial(frame.painter, {x(plot, *data.official), y}, u, frame.theme);
}

} // namespace parcferme

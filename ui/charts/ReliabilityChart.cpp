#include "ui/charts/ReliabilityChart.h"

#include "tables/Format.h"
#include "tables/Glossary.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/PlotScene.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

QString markText(const evaluation::ReliabilityBin& bin)
{
    return ReliabilityChart::tr(
               "Said: %1 % on average (%2 to %3 %)\nHappened: %4 %, 95 % interval %5 to %6 %")
               .arg(format::full(bin.meanForecast * 100), format::number(bin.low * 100, 0),
                    format::number(bin.high * 100, 0), format::full(bin.observed * 100),
                    format::number(bin.observedLow * 100, 1), format::number(bin.observedHigh * 100, 1)) +
           QLatin1Char('\n') +
           ReliabilityChart::tr("%1 of %2 forecasts came true\nThe bars below are on a square-root scale.")
               .arg(bin.hits)
               .arg(bin.count);
}

constexpr int TickPercent = 25;

QValueAxis* percentAxis()
{
    auto* axis = new QValueAxis;
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickInterval(TickPercent);
    return axis;
}

} // namespace

// Two charts above each other, on one scale of percents from left to right.
struct ReliabilityChart::Plot
{
    explicit Plot(const std::vector<evaluation::ReliabilityBin>& bins);
    void setColours(const Tokens& theme, double unit);
    void fit(const QSizeF& size, double unit);
    // Share of the band of counts that a bar takes.
    double heightOf(const evaluation::ReliabilityBin& bin) const
    {
        return std::sqrt(double(bin.count) / most);
    }

    QValueAxis *chance = percentAxis(), *happened = percentAxis();
    QValueAxis* chanceBelow = PlotScene::hiddenAxis(0, 100);
    PlotScene rates{chance, happened}, counts{chanceBelow, PlotScene::hiddenAxis(0, 1)};
    QLineSeries* diagonal = nullptr;
    QScatterSeries* points = nullptr;
    QLineSeries* floor = nullptr;   // that the bars stand on
    std::vector<QAreaSeries*> bars; // a bar series has bars of one width only
    int most = 1;                   // largest count
};

ReliabilityChart::Plot::Plot(const std::vector<evaluation::ReliabilityBin>& bins)
{
    constexpr double BarGap = 0.7; // percent, at each side of a bar
    diagonal = rates.add(PlotScene::line({{0, 0}, {100, 100}}));
    points = rates.add(new QScatterSeries);
    QList<QPointF> observed;
    for (const evaluation::ReliabilityBin& bin : bins) {
        observed.append({bin.meanForecast * 100, bin.observed * 100});
        most = std::max(most, bin.count);
    }
    points->replace(observed);
    // Bars stand over the whole bin, so that merged ones are seen to be wide.
    for (const evaluation::ReliabilityBin& bin : bins) {
        const double left = bin.low * 100 + BarGap, right = bin.high * 100 - BarGap;
        QLineSeries* const top = PlotScene::line({{left, heightOf(bin)}, {right, heightOf(bin)}});
        QLineSeries* const foot = PlotScene::line({{left, 0}, {right, 0}});
        bars.push_back(counts.add(new QAreaSeries(top, foot)));
        top->setParent(bars.back());
        foot->setParent(bars.back());
    }
    floor = counts.add(PlotScene::line({{0, 0}, {100, 0}}));
}

// A plot cuts its marks off: 0 and 100 % keep so far from its edges that a mark there is whole.
void ReliabilityChart::Plot::fit(const QSizeF& size, double unit)
{
    const auto widen = [room = 5 * unit](QValueAxis* axis, double length) {
        const double beyond = 100 * room / std::max(1.0, length - 2 * room);
        axis->setRange(-beyond, 100 + beyond);
    };
    widen(chance, size.width());
    widen(chanceBelow, size.width());
    widen(happened, size.height());
}

void ReliabilityChart::Plot::setColours(const Tokens& theme, double unit)
{
    diagonal->setPen(QPen(theme.strong, 1, Qt::DashLine));
    points->setPen(Qt::NoPen);
    points->setBrush(theme.accent);
    points->setMarkerSize(8 * unit);
    for (QAreaSeries* bar : bars) {
        bar->setPen(Qt::NoPen);
        bar->setBrush(theme.bar);
    }
    floor->setPen(QPen(theme.strong, 1));
}

ReliabilityChart::ReliabilityChart(QWidget* parent) : PlotChart(parent)
{
    setTitles(tr("Reliability"), tr("said against happened"));
    setMeaning(wordMeaning(Word::Reliability) + QLatin1Char('\n') + wordTitle(Word::Ece) +
               QStringLiteral(": ") + wordMeaning(Word::Ece));
    setReliability({});
}

ReliabilityChart::~ReliabilityChart() = default;

void ReliabilityChart::setEvent(const QString& event)
{
    setTitles(tr("Reliability: %1").arg(event), tr("said against happened"));
}

void ReliabilityChart::setReliability(const evaluation::Reliability& reliability)
{
    reliability_ = reliability;
    setMessage(reliability_.bins.empty() ? tr("No judged forecasts") : QString());
    valuesChanged();
}

void ReliabilityChart::buildPlot() const
{
    plot_ = reliability_.bins.empty() ? nullptr : std::make_unique<Plot>(reliability_.bins);
}

QSizeF ReliabilityChart::contentSize(double unit) const
{
    return QSizeF(400, 250) * unit;
}

void ReliabilityChart::drawPlot(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const QRectF inner = frame.area.adjusted(56 * u, 10 * u, -54 * u, -28 * u);
    const double countHeight = std::clamp(inner.height() * 0.2, 26 * u, 48 * u);
    const QRectF rates = inner.adjusted(0, 0, 0, -countHeight - 18 * u);
    const QRectF counts(inner.left(), inner.bottom() - countHeight, inner.width(), countHeight);
    if (rates.width() < 20 || rates.height() < 20)
        return;
    plot_->fit(rates.size(), u);
    plot_->setColours(frame.theme, u);
    plot_->rates.draw(frame, rates);
    plot_->counts.draw(frame, counts);
    for (const evaluation::ReliabilityBin& bin : reliability_.bins)
        drawBin(frame, bin);
    drawLabels(frame, rates, counts);
}

// Qt Charts has no error bars, and its labels cannot stand on an area.
void ReliabilityChart::drawBin(const ChartFrame& frame, const evaluation::ReliabilityBin& bin) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const QPointF low = plot_->rates.at(bin.meanForecast * 100, bin.observedLow * 100);
    const QPointF high = plot_->rates.at(bin.meanForecast * 100, bin.observedHigh * 100);
    p.setPen(QPen(frame.theme.accent, 1.5 * u, Qt::SolidLine, Qt::FlatCap));
    p.drawLine(low, high);
    for (const QPointF& end : {low, high})
        p.drawLine(end - QPointF(4 * u, 0), end + QPointF(4 * u, 0));

    const QPointF left = plot_->counts.at(bin.low * 100, 0);
    const QPointF right = plot_->counts.at(bin.high * 100, plot_->heightOf(bin));
    chart::drawLabel(p, QRectF((left.x() + right.x()) / 2 - 30 * u, right.y() - 17 * u, 60 * u, 16 * u),
                     Qt::AlignCenter, format::number(std::optional<int>(bin.count)), frame.label,
                     frame.theme.muted);
    const double top = plot_->rates.at(0, 100).y();
    frame.marks.push_back({QRectF(left.x(), top, right.x() - left.x(), left.y() - top), {}, markText(bin)});
}

void ReliabilityChart::drawLabels(const ChartFrame& frame, const QRectF& rates, const QRectF& counts) const
{
    const double u = frame.unit;
    // Where the chart is low, only every second label has room.
    const double label = QFontMetricsF(frame.label).height();
    const int step = rates.height() * TickPercent / 100 < label ? 2 * TickPercent : TickPercent;
    for (int percent = 0; percent <= 100; percent += TickPercent) {
        const QString text = tr("%1 %").arg(format::number(percent, 0));
        if (percent % step == 0)
            plot_->rates.drawLeftText(frame, percent, text);
        plot_->counts.drawBottomText(frame, percent, text);
    }
    chart::drawLabel(frame.painter, QRectF(counts.right() + 6 * u, counts.bottom() - 18 * u, 48 * u, 18 * u),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("count"), frame.label, frame.theme.muted);
    if (!reliability_.ece)
        return;
    const QRectF box(rates.left(), rates.bottom() - 25 * u, rates.width() - 6 * u, 18 * u);
    const QString error = format::number(*reliability_.ece, 3);
    QString text = tr("calibration error (ECE) %1").arg(error);
    if (QFontMetricsF(frame.label).horizontalAdvance(text) > box.width() * 0.6) // over the first points
        text = tr("ECE %1").arg(error);
    chart::drawLabel(frame.painter, box, Qt::AlignRight | Qt::AlignVCenter, text, frame.label,
                     frame.theme.muted);
}

} // namespace parcferme

#include "ui/charts/WhyChart.h"

#include "tables/Format.h"
#include "tables/InputReading.h"
#include "tables/Names.h"
#include "ui/charts/ChartParts.h"
#include "ui/charts/KindWords.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

constexpr double RowHeight = 34;

QString signText(double value)
{
    return format::signedNumber(value, 2);
}

} // namespace

WhyChart::WhyChart(QWidget* parent) : ChartWidget(parent)
{
    clear();
}

void WhyChart::clear()
{
    drivers_.clear();
    winner_.clear();
    withoutParts_ = false;
    updateTitles();
}

WhyChart::Bar WhyChart::barOf(const predictor::Forecast& forecast, const predictor::DriverForecast& driver,
                              const predictor::InputPart& part)
{
    const std::string input(part.input);
    Bar bar{inputTitle(input), inputReading(forecast, driver, part), {}, part.part, {}};
    bar.toolTip = bar.name + QLatin1Char('\n') + inputMeaning(input) + QLatin1Char('\n');
    if (!bar.reading.isEmpty())
        bar.toolTip += bar.reading + QLatin1Char('\n');
    bar.toolTip += tr("Weight %1 times (value %2 minus field %3) = %4")
                       .arg(format::number(part.weight, 3), format::number(part.value, 3),
                            format::number(part.mean, 3), format::signedNumber(part.part, 3));
    if (part.valueBeforeSprint) {
        bar.beforeSprint = part.weight * (*part.valueBeforeSprint - part.mean);
        bar.toolTip += QLatin1Char('\n') + tr("Before the sprint: value %1, part %2")
                                               .arg(format::number(*part.valueBeforeSprint, 3),
                                                    format::signedNumber(*bar.beforeSprint, 3));
    }
    return bar;
}

void WhyChart::setForecast(const ForecastView& view, const People& people)
{
    drivers_.clear();
    winner_.clear();
    kind_ = view.prediction.kind;
    withoutParts_ = view.forecast.inputNames.empty();
    scale_ = 0.1;
    inputs_ = std::max(inputs_, view.forecast.inputNames.size());
    for (const predictor::DriverForecast& forecast : view.forecast.drivers) {
        if (forecast.explanation.empty())
            continue; // a record of version 1.0.0 holds no parts
        const QString id = QString::fromStdString(forecast.driver);
        Driver driver{driverName(people, id), forecast.predictedPosition, {}, 0};
        for (const predictor::InputPart& part : predictor::explanationOf(view.forecast, forecast)) {
            driver.bars.push_back(barOf(view.forecast, forecast, part));
            driver.sum += part.part;
            scale_ = std::max(scale_, std::abs(part.part));
        }
        scale_ = std::max(scale_, std::abs(driver.sum));
        std::stable_sort(driver.bars.begin(), driver.bars.end(),
                         [](const Bar& a, const Bar& b) { return std::abs(a.part) > std::abs(b.part); });
        if (forecast.predictedPosition == 1)
            winner_ = id;
        drivers_[id] = std::move(driver);
    }
    updateTitles();
}

void WhyChart::setDriver(const QString& driver)
{
    setSelectedDriver(driver);
    updateTitles();
}

void WhyChart::updateTitles()
{
    shown_ = drivers_.contains(selectedDriver()) ? selectedDriver() : winner_;
    const Driver driver = drivers_.value(shown_);
    setTitles(shown_.isEmpty() ? tr("Why")
                               : tr("Why %1 is predicted %2").arg(driver.name).arg(driver.predicted),
              withKind(tr("parts of the strength, against the mean of the field"), kind_));
    setMessage(withoutParts_ ? tr("This prediction was frozen by version 1.0, which stored no parts of it.")
               : shown_.isEmpty() ? tr("No forecast")
                                  : QString());
    dataChanged();
}

QSizeF WhyChart::contentSize(double unit) const
{
    return QSizeF(340, (static_cast<double>(inputs_) + 1) * RowHeight + 34) * unit;
}

void WhyChart::draw(const ChartFrame& frame) const
{
    const double u = frame.unit;
    const Driver driver = drivers_.value(shown_);
    const auto count = static_cast<double>(driver.bars.size()) + 1;
    const double height = std::min(RowHeight * u, (frame.area.height() - 30 * u) / count);
    QRectF row(frame.area.left() + 12 * u, frame.area.top(), frame.area.width() - 24 * u, height);
    for (const Bar& bar : driver.bars) {
        drawBar(frame, row, bar, false);
        row.translate(0, height);
    }
    frame.painter.setPen(QPen(frame.theme.border, 1));
    frame.painter.drawLine(row.topLeft(), row.topRight());
    const QString toolTip =
        tr("Sum: %1\nStrength above 0 is ahead of the mean of the field.").arg(format::full(driver.sum));
    drawBar(frame, row, {tr("Sum"), {}, toolTip, driver.sum, {}}, true);

    QString legend = tr("+ moves him forward   − moves him back");
    if (std::ranges::any_of(driver.bars, [](const Bar& bar) { return bar.beforeSprint.has_value(); }))
        legend += tr("   | before the sprint");
    chart::drawLabel(frame.painter, QRectF(row.left(), row.bottom() + 4 * u, row.width(), 20 * u),
                     Qt::AlignLeft | Qt::AlignVCenter, legend, frame.label, frame.theme.muted);
}

void WhyChart::drawBar(const ChartFrame& frame, const QRectF& row, const Bar& bar, bool sum) const
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const double labels = std::min(140 * u, row.width() * 0.42);
    const double value = 52 * u;
    const QRectF names(row.left(), row.top(), labels - 8 * u, row.height());
    const bool twoLines = !bar.reading.isEmpty() && row.height() >= 2 * QFontMetricsF(frame.label).height();
    const double middle = twoLines ? names.center().y() : names.bottom();
    chart::drawLabel(p, QRectF(names.topLeft(), QPointF(names.right(), middle)),
                     Qt::AlignLeft | (twoLines ? Qt::AlignBottom : Qt::AlignVCenter), bar.name,
                     sum ? frame.strong : frame.label, frame.theme.text);
    if (twoLines)
        chart::drawLabel(p, QRectF(QPointF(names.left(), middle), names.bottomRight()),
                         Qt::AlignLeft | Qt::AlignTop, bar.reading, frame.label, frame.theme.muted);
    const QRectF plot(row.left() + labels, row.top(), row.width() - labels - value, row.height());
    const double centre = plot.center().x();
    const double length = plot.width() / 2 * std::min(1.0, std::abs(bar.part) / scale_);
    const QColor colour = bar.part < 0 ? frame.theme.worse : frame.theme.better;
    const double half = std::min(8 * u, row.height() * 0.3);
    p.fillRect(QRectF(bar.part < 0 ? centre - length : centre, row.center().y() - half, length, 2 * half),
               colour);
    p.setPen(QPen(frame.theme.strong, 1));
    p.drawLine(QPointF(centre, row.top()), QPointF(centre, row.bottom()));
    if (bar.beforeSprint) {
        const double at = centre + plot.width() / 2 * std::clamp(*bar.beforeSprint / scale_, -1.0, 1.0);
        p.setPen(QPen(frame.theme.text, 2 * u, Qt::SolidLine, Qt::FlatCap));
        p.drawLine(QPointF(at, row.center().y() - half - 3 * u),
                   QPointF(at, row.center().y() + half + 3 * u));
    }
    chart::drawLabel(p, QRectF(plot.right() + 4 * u, row.top(), value - 4 * u, row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, signText(bar.part), sum ? frame.strong : frame.label,
                     frame.theme.text);
    frame.marks.push_back({row, {}, bar.toolTip});
}

} // namespace parcferme

#include "ui/charts/ChartParts.h"

#include <array>
#include <cmath>

namespace parcferme::chart {

std::vector<double> ticks(double low, double high, int most)
{
    constexpr std::array Steps{1.0, 2.0, 3.0, 5.0, 6.0, 10.0};
    const double span = std::max(high - low, 1e-9);
    double decade = std::pow(10.0, std::floor(std::log10(span / most)));
    for (int guard = 0; guard < 3; ++guard, decade *= 10)
        for (const double step : Steps) {
            const auto first = std::llround(std::floor(low / (step * decade) + 1e-9));
            const auto last = std::llround(std::ceil(high / (step * decade) - 1e-9));
            if (last - first + 1 > most)
                continue;
            std::vector<double> values;
            for (auto i = first; i <= last; ++i)
                values.push_back(double(i) * step * decade);
            return values;
        }
    return {low, high};
}

void drawLabel(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text,
               const QFont& font, const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width() + 0.5);
    painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

QString heading(const QString& driver, const QString& team)
{
    return driver + QLatin1Char('\n') + team;
}

} // namespace parcferme::chart

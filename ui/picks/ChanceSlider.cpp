#include "ui/picks/ChanceSlider.h"

#include "tables/Format.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace parcferme {

namespace {

constexpr int Knob = 14;

} // namespace

ChanceSlider::ChanceSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, 100);
    setPageStep(5);
}

void ChanceSlider::setMark(const std::optional<double>& percent)
{
    mark_ = percent;
    updateGeometry();
    update();
}

QSize ChanceSlider::sizeHint() const
{
    const int words = QFontMetrics(labelFont(font())).height();
    return {120, Knob + 8 + (mark_ ? words + 4 : 0)};
}

QSize ChanceSlider::minimumSizeHint() const
{
    return sizeHint();
}

double ChanceSlider::xOf(double percent) const
{
    return Knob / 2.0 + (width() - Knob) * percent / 100;
}

void ChanceSlider::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = 4 + Knob / 2.0;
    const double at = xOf(value());
    const QColor colour = isEnabled() ? theme.accent : theme.muted;
    painter.setPen(QPen(theme.track, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(xOf(0), y), QPointF(xOf(100), y));
    painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(xOf(0), y), QPointF(at, y));
    if (mark_) {
        const double x = xOf(*mark_);
        painter.setPen(QPen(theme.text, 2));
        painter.drawLine(QPointF(x, y - 7), QPointF(x, y + 7));
        const QFont label = labelFont(font());
        const QString words = tr("model %1").arg(format::number(*mark_, 1));
        const double wide = QFontMetricsF(label).horizontalAdvance(words);
        painter.setFont(label);
        painter.setPen(theme.muted);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QRectF(left, y + Knob / 2.0 + 2, wide + 2, QFontMetricsF(label).height()),
                         Qt::AlignLeft | Qt::AlignTop, words);
    }
    painter.setPen(QPen(colour, hasFocus() ? 3 : 2));
    painter.setBrush(theme.base);
    painter.drawEllipse(QPointF(at, y), Knob / 2.0 - 1, Knob / 2.0 - 1);
}

} // namespace parcferme

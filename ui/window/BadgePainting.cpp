#include "ui/window/BadgePainting.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace parcferme {

namespace {

constexpr int Edge = 8;
constexpr int Gap = 6;

QFont badgeFont(const QWidget& widget)
{
    QFont font = labelFont(widget.font());
    font.setWeight(QFont::DemiBold);
    return font;
}

int iconStep(const QFontMetrics& metrics)
{
    return metrics.height() + Gap;
}

} // namespace

QSize badgeSize(const QWidget& widget, const BadgeLook& look)
{
    const QFontMetrics metrics(badgeFont(widget));
    return {Edge + int(look.icons.size()) * iconStep(metrics) + metrics.horizontalAdvance(look.text) + Edge,
            metrics.height() + 5};
}

void paintBadge(QWidget& widget, const BadgeLook& look)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.outline);
    painter.setBrush(look.ground.isValid() ? QBrush(look.ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QFont font = badgeFont(widget);
    const QFontMetrics metrics(font);
    const int side = metrics.height() - 2;
    int x = Edge;
    for (const QString& name : look.icons) {
        painter.drawPixmap(x, (widget.height() - side) / 2,
                           iconPixmap(name, look.ink, side, widget.devicePixelRatioF()));
        x += iconStep(metrics);
    }
    painter.setFont(font);
    painter.setPen(look.ink);
    painter.drawText(widget.rect().adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, look.text);
}

} // namespace parcferme

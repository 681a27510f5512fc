#include "ui/window/Badge.h"

#include "tables/TableModel.h"
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

Badge::Badge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setShort(bool isShort)
{
    if (std::exchange(short_, isShort) != isShort)
        lookChanged();
}

void Badge::lookChanged()
{
    const auto now = look();
    setVisible(now.has_value());
    setAccessibleName(now ? now->text : QString());
    QStringList lines;
    if (now && short_)
        lines << now->text;
    if (now && !now->meaning.isEmpty())
        lines << now->meaning;
    setToolTip(lines.isEmpty() ? QString() : plainToolTip(lines.join(u'\n')));
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const auto now = look();
    if (!now)
        return {0, 0};
    const QFontMetrics metrics(badgeFont(*this));
    return {Edge + int(now->icons.size()) * iconStep(metrics) + metrics.horizontalAdvance(shownText(*now)) +
                Edge,
            metrics.height() + 5};
}

void Badge::paintEvent(QPaintEvent*)
{
    const auto now = look();
    if (!now)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(now->outline);
    painter.setBrush(now->ground.isValid() ? QBrush(now->ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QFont font = badgeFont(*this);
    const QFontMetrics metrics(font);
    const int side = metrics.height() - 2;
    int x = Edge;
    for (const QString& name : now->icons) {
        painter.drawPixmap(x, (height() - side) / 2, iconPixmap(name, now->ink, side, devicePixelRatioF()));
        x += iconStep(metrics);
    }
    painter.setFont(font);
    painter.setPen(now->ink);
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, shownText(*now));
}

} // namespace parcferme

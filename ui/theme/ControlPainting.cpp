#include "ui/theme/ControlPainting.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace parcferme::controls {

namespace {

constexpr double Radius = 4;
constexpr int IconGap = 8;

QPainterPath segmentPath(const QRectF& rect, const QVariant& place)
{
    QPainterPath path;
    if (!place.isValid()) {
        path.addRoundedRect(rect, Radius, Radius);
        return path;
    }
    const auto segment = Segment(place.toInt());
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, Radius, Radius);
    if (segment != Segment::First)
        path.addRect(QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height()));
    if (segment != Segment::Last)
        path.addRect(QRectF(rect.center().x(), rect.top(), rect.width() / 2, rect.height()));
    return path.simplified();
}

QColor buttonGround(const QStyleOption& option, const Tokens& theme, bool primary)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (primary && enabled) {
        const bool pressed = option.state & QStyle::State_Sunken;
        const bool hovered = option.state & QStyle::State_MouseOver;
        return pressed ? theme.accent.darker(115) : hovered ? theme.accent.darker(107) : theme.accent;
    }
    if (!enabled)
        return theme.window;
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return theme.selection;
    return option.state & QStyle::State_MouseOver ? theme.alt : theme.button;
}

void drawHeaderArrow(const QStyleOptionHeader& option, QPainter* painter)
{
    if (option.sortIndicator == QStyleOptionHeader::None)
        return;
    // Fusion's enumeration is the other way round: SortDown is ascending, drawn as a mark that points up.
    const bool up = option.sortIndicator == QStyleOptionHeader::SortDown;
    const QRectF rect(option.rect);
    const double half = rect.height() - 1;
    const double middle = rect.center().x();
    QPolygonF mark;
    if (up)
        mark << QPointF(middle - half, rect.bottom()) << QPointF(middle + half, rect.bottom())
             << QPointF(middle, rect.top());
    else
        mark << QPointF(middle - half, rect.top()) << QPointF(middle + half, rect.top())
             << QPointF(middle, rect.bottom());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens(option.palette).muted);
    painter->drawPolygon(mark);
    painter->restore();
}

} // namespace

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property(PrimaryProperty).toBool();
}

int chevronSide(const QFontMetrics& metrics)
{
    return std::max(12, metrics.height() * 3 / 4);
}

void drawButtonPanel(const QStyleOption& option, QPainter* painter, const QWidget* widget)
{
    const Tokens& theme = tokens(option.palette);
    const bool primary = isPrimary(widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QVariant segment = widget ? widget->property(SegmentProperty) : QVariant();
    QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (segment.isValid() && Segment(segment.toInt()) != Segment::Last)
        rect.setRight(rect.right() + 1); // neighbours share one line
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor frame = !enabled ? theme.border : primary ? theme.accent : theme.strong;
    painter->setPen(QPen(frame, 1));
    painter->setBrush(buttonGround(option, theme, primary));
    painter->drawPath(segmentPath(rect, segment));
    if (segment.isValid() && (option.state & QStyle::State_On))
        painter->fillRect(QRectF(rect.left() + 0.5, rect.bottom() - 1.5, rect.width() - 1, 2), theme.accent);
    painter->restore();
}

void drawField(const QStyleOption& option, QPainter* painter)
{
    const Tokens& theme = tokens(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? theme.strong : theme.border, 1));
    painter->setBrush(enabled ? theme.base : theme.window);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    painter->restore();
}

void drawPanelFrame(const QStyleOption& option, QPainter* painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens(option.palette).border, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    painter->restore();
}

void drawCheckIndicator(const QStyleOption& option, QPainter* painter)
{
    const Tokens& theme = tokens(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(!enabled ? theme.border : on ? theme.accent : theme.strong, 1));
    painter->setBrush(on && enabled ? theme.accent : theme.base);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (option.state & QStyle::State_On) {
        const int side = option.rect.width() - 2;
        painter->drawPixmap(option.rect.topLeft() + QPoint(1, 1),
                            iconPixmap(QStringLiteral("check"), enabled ? theme.onAccent : theme.muted, side,
                                       painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

void drawHeaderSection(const QStyleOption& option, QPainter* painter)
{
    const Tokens& theme = tokens(option.palette);
    painter->fillRect(option.rect, theme.alt);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.border);
}

void drawHeader(const QStyleOptionHeader& option, QPainter* painter)
{
    drawHeaderSection(option, painter);
    const bool right = option.textAlignment & Qt::AlignRight;
    const QRect room = option.rect.adjusted(right ? 2 : 8, 0, right ? -4 : -2, 0);
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width());
    painter->setPen(tokens(option.palette).muted);
    painter->drawText(room, int(option.textAlignment) | Qt::AlignVCenter, text);
    const QRect words =
        option.fontMetrics.boundingRect(room, int(option.textAlignment) | Qt::AlignVCenter, text);
    QStyleOptionHeader mark(option);
    const int half = std::max(4, option.fontMetrics.height() / 4);
    mark.rect = QRect(words.center().x() - half, option.rect.top() + 3, 2 * half, half);
    drawHeaderArrow(mark, painter);
}

void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter)
{
    const Tokens& theme = tokens(option.palette);
    const bool open = option.state & (QStyle::State_Selected | QStyle::State_Sunken);
    painter->fillRect(option.rect, open ? theme.selection : theme.window);
    painter->setPen(theme.text);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

void drawButtonLabel(const QStyleOptionButton& option, QPainter* painter)
{
    const int side = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = side > 0 && !option.text.isEmpty() ? IconGap : 0;
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    const int arrow = menu ? 6 + chevronSide(option.fontMetrics) : 0;
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    int left = option.rect.left() + (option.rect.width() - side - gap - words - arrow) / 2;
    const bool enabled = option.state & QStyle::State_Enabled;
    if (side > 0) {
        const QRect place(left, option.rect.top() + (option.rect.height() - side) / 2, side, side);
        option.icon.paint(painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        left += side + gap;
    }
    painter->setPen(
        option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter->drawText(QRect(left, option.rect.top(), words, option.rect.height()),
                      Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    if (menu) {
        const int chevron = chevronSide(option.fontMetrics);
        const QPoint place(left + words + 6, option.rect.center().y() - chevron / 2);
        painter->drawPixmap(place, iconPixmap(QStringLiteral("chevron-down"), tokens(option.palette).muted,
                                              chevron, painter->device()->devicePixelRatioF()));
    }
}

QSize buttonSize(const QStyleOptionButton& option)
{
    int width = 20 + option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : IconGap);
    if (option.features & QStyleOptionButton::HasMenu)
        width += 6 + chevronSide(option.fontMetrics);
    return {width, scaledHeight(option.fontMetrics, 28)};
}

void drawTab(const QStyleOptionTab& option, QPainter* painter)
{
    const Tokens& theme = tokens(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                          selected ? theme.accent : theme.border);
}

void drawTabLabel(const QStyleOptionTab& option, QPainter* painter)
{
    const Tokens& theme = tokens(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->save();
    if (selected)
        painter->setFont(strongFont(painter->font()));
    painter->setPen(selected && enabled ? theme.text : theme.muted);
    QRect words = option.rect;
    if (!option.icon.isNull()) {
        const int side = option.fontMetrics.height();
        const int width = painter->fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
        const int left = words.center().x() - (width + side + TabIconGap) / 2;
        const QRect place(left, words.center().y() - side / 2, side, side);
        option.icon.paint(painter, place, Qt::AlignCenter, selected ? QIcon::Normal : QIcon::Disabled);
        words.setLeft(left + side + TabIconGap);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, option.text);
    } else {
        painter->drawText(words, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    }
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QRect& handle)
{
    const Tokens& theme = tokens(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.maximum > option.minimum) {
        const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
        painter->setBrush(active ? theme.muted : theme.strong);
        const bool upright = option.orientation == Qt::Vertical;
        const QRectF bar =
            upright ? QRectF(handle).adjusted(3, 1, -3, -1) : QRectF(handle).adjusted(1, 3, -1, -3);
        painter->drawRoundedRect(bar, 3, 3);
    }
    painter->restore();
}

void drawComboBox(const QStyleOptionComboBox& option, QPainter* painter, const QRect& arrow)
{
    QStyleOption panel(option);
    panel.state &= ~QStyle::State_On;
    drawButtonPanel(panel, painter, nullptr);
    const Tokens& theme = tokens(option.palette);
    const int side = chevronSide(option.fontMetrics);
    painter->drawPixmap(arrow.center() - QPoint(side / 2, side / 2),
                        iconPixmap(QStringLiteral("chevron-down"),
                                   option.state & QStyle::State_Enabled ? theme.text : theme.muted, side,
                                   painter->device()->devicePixelRatioF()));
}

void drawFocusFrame(const QStyleOption& option, QPainter* painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens(option.palette).accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), Radius + 2, Radius + 2);
    painter->restore();
}

} // namespace parcferme::controls

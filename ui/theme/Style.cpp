#include "ui/theme/Style.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace parcferme {

namespace {

constexpr auto PrimaryProperty = "primaryButton";
constexpr auto SegmentProperty = "buttonSegment";
constexpr double Radius = 4;
constexpr int IconGap = 8;
constexpr int NormalTextHeight = 16; // pixels at 10 pt and 96 dpi

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property(PrimaryProperty).toBool();
}

int chevronSide(const QFontMetrics& metrics)
{
    return std::max(12, metrics.height() * 3 / 4);
}

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

// Icon and words as one centred group, with the gap that the rest of the window has.
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
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
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

} // namespace

void setPrimary(QAbstractButton* button, bool primary)
{
    if (isPrimary(button) == primary)
        return;
    button->setProperty(PrimaryProperty, primary);
    QPalette palette = QPalette();
    if (primary)
        palette.setColor(QPalette::Active, QPalette::ButtonText, tokens(button).onAccent);
    if (primary)
        palette.setColor(QPalette::Inactive, QPalette::ButtonText, tokens(button).onAccent);
    button->setPalette(palette);
    button->update();
}

void setSegment(QAbstractButton* button, Segment place)
{
    button->setProperty(SegmentProperty, int(place));
}

int scaledHeight(const QFontMetrics& metrics, int pixels)
{
    return std::max(pixels, metrics.height() + pixels - NormalTextHeight);
}

double textScale(const QFontMetrics& metrics)
{
    return std::max(1.0, double(metrics.height()) / NormalTextHeight);
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_SplitterWidth:
        return 8;
    case PM_HeaderMargin:
        return 4;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return widget ? std::max(16, widget->fontMetrics().height()) : 16;
    case PM_TabBarTabHSpace:
        return 24;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_Header_ArrowAlignment:
        return Qt::AlignTop | Qt::AlignHCenter;
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return result;
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return buttonSize(*button);
        break;
    case CT_ComboBox:
        return {size.width() + 52, scaledHeight(option->fontMetrics, 28)};
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(scaledHeight(option->fontMetrics, 28));
        break;
    case CT_TabBarTab:
        result = QSize(QFontMetrics(strongFont(widget ? widget->font() : QFont()))
                               .size(Qt::TextShowMnemonic, static_cast<const QStyleOptionTab*>(option)->text)
                               .width() +
                           24,
                       scaledHeight(option->fontMetrics, 34));
        break;
    case CT_HeaderSection:
        result.setHeight(scaledHeight(option->fontMetrics, 28));
        break;
    case CT_MenuBarItem:
        result.setHeight(scaledHeight(option->fontMetrics, 26));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(3, 0, -3, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, option->rect,
                          QRect(option->rect.right() - 24, option->rect.top(), 22, option->rect.height()));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 1, -26, -1));
    if (control == CC_ScrollBar) {
        // No step buttons: the groove is the whole bar.
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        const bool upright = slider && slider->orientation == Qt::Vertical;
        if (part == SC_ScrollBarGroove)
            return option->rect;
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (slider) {
            const int length = upright ? option->rect.height() : option->rect.width();
            const int range = slider->maximum - slider->minimum;
            const int handle = range > 0 ? std::clamp(int(qint64(slider->pageStep) * length /
                                                          std::max(1, range + slider->pageStep)),
                                                      std::min(24, length), length)
                                         : length;
            const int start =
                sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                        length - handle, slider->upsideDown);
            const auto along = [&](int from, int extent) {
                return upright ? QRect(option->rect.left(), option->rect.top() + from, option->rect.width(),
                                       extent)
                               : QRect(option->rect.left() + from, option->rect.top(), extent,
                                       option->rect.height());
            };
            if (part == SC_ScrollBarSlider)
                return along(start, handle);
            if (part == SC_ScrollBarSubPage)
                return along(0, start);
            if (part == SC_ScrollBarAddPage)
                return along(start + handle, length - start - handle);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButtonPanel(*option, painter, widget);
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            drawField(*option, painter);
        return;
    case PE_FrameLineEdit:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    case PE_Frame:
        return drawPanelFrame(*option, painter);
    case PE_FrameFocusRect:
        // The focus ring marks controls, the delegates mark cells.
        if (widget &&
            (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
             qobject_cast<const QAbstractItemView*>(widget)))
            return;
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckIndicator(*option, painter);
    case PE_PanelScrollAreaCorner:
        return painter->fillRect(option->rect, tokens(option->palette).base);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            drawHeader(*header, painter);
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            drawMenuBarItem(*item, painter);
        return;
    case CE_PushButtonBevel:
        return drawButtonPanel(*option, painter, widget);
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            drawButtonLabel(*button, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeaderSection(*option, painter);
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTab(*tab, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTabLabel(*tab, painter);
        return;
    case CE_FocusFrame:
        return drawFocusFrame(*option, painter);
    case CE_Splitter:
        return; // the gap between two panels says enough
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, tokens(option->palette).window);
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            drawScrollBar(*slider, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_ComboBox) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (box && !box->editable && box->frame)
            return drawComboBox(*box, painter, subControlRect(control, option, SC_ComboBoxArrow, widget));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace parcferme

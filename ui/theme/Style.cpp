#include "ui/theme/Style.h"

#include "ui/theme/ControlPainting.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace parcferme {

using namespace controls;

namespace {

constexpr int NormalTextHeight = 16; // pixels at 10 pt and 96 dpi

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
    case SH_DialogButtonBox_ButtonsHaveIcons: // of another icon set
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
                           24 +
                           (static_cast<const QStyleOptionTab*>(option)->icon.isNull()
                                ? 0
                                : option->fontMetrics.height() + TabIconGap),
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
    case CE_ComboBoxLabel:
        // Where a box is too narrow for its text, dots say so.
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            QStyleOptionComboBox shown = *box;
            const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + 4;
            const int room =
                subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - icon - 2;
            shown.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
            return QProxyStyle::drawControl(element, &shown, painter, widget);
        }
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
        if (box && box->frame)
            return drawComboBox(*box, painter, subControlRect(control, option, SC_ComboBoxArrow, widget));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    // Our own: Fusion would look through the desktop's icon themes on the disk, which takes a tenth of the
    // start.
    if (which == SP_LineEditClearButton)
        return icon(QStringLiteral("close"), &Tokens::muted);
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace parcferme

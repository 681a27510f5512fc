#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

// How Style paints each control.
namespace parcferme::controls {

// Properties of buttons, set by setPrimary() and setSegment().
inline constexpr auto PrimaryProperty = "primaryButton";
inline constexpr auto SegmentProperty = "buttonSegment";
inline constexpr int TabIconGap = 6;

bool isPrimary(const QWidget* widget);
int chevronSide(const QFontMetrics& metrics);
void drawButtonPanel(const QStyleOption& option, QPainter* painter, const QWidget* widget);
void drawField(const QStyleOption& option, QPainter* painter);
void drawPanelFrame(const QStyleOption& option, QPainter* painter);
void drawCheckIndicator(const QStyleOption& option, QPainter* painter);
void drawHeaderSection(const QStyleOption& option, QPainter* painter);
void drawHeader(const QStyleOptionHeader& option, QPainter* painter);
void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter);
// Icon and words as one centred group, with the gap that the rest of the window has.
void drawButtonLabel(const QStyleOptionButton& option, QPainter* painter);
QSize buttonSize(const QStyleOptionButton& option);
void drawTab(const QStyleOptionTab& option, QPainter* painter);
void drawTabLabel(const QStyleOptionTab& option, QPainter* painter);
void drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QRect& handle);
void drawComboBox(const QStyleOptionComboBox& option, QPainter* painter, const QRect& arrow);
void drawFocusFrame(const QStyleOption& option, QPainter* painter);

} // namespace parcferme::controls

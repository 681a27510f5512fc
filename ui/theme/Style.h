#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace parcferme {

// Fusion with flat frames, underlined tabs and the program's heights, all in the colours of Theme. Drawn here
// and not by style sheets, which would stop palette changes from reaching the controls.
class Style final : public QProxyStyle
{
public:
    Style();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                       const QWidget* widget) const override;
};

// The one filled button of a group.
void setPrimary(QAbstractButton* button, bool primary);
// A checkable button as part of a row of joined ones: draws corners by its place in the row.
enum class Segment { First, Middle, Last };
void setSegment(QAbstractButton* button, Segment place);

// A height of `pixels` at the normal text size, growing with the text.
int scaledHeight(const QFontMetrics& metrics, int pixels);
// How much larger than normal the text is; never under 1. Widths grow by it.
double textScale(const QFontMetrics& metrics);

} // namespace parcferme

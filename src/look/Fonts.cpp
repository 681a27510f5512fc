#include "look/Fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStringList>

#include <cmath>

namespace parcferme {

namespace {

QFont scaled(const QFont& body, double factor)
{
    QFont font(body);
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(body.pixelSize() * factor)));
    return font;
}

bool hasEqualDigits(const QFont& font)
{
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.05)
            return false;
    return true;
}

} // namespace

QFont titleFont(const QFont& body)
{
    QFont font = scaled(body, 1.5);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont subHeadFont(const QFont& body)
{
    QFont font = scaled(body, 1.2);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont labelFont(const QFont& body)
{
    return scaled(body, 0.9);
}

QFont strongFont(const QFont& body)
{
    QFont font(body);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont figureFont(const QFont& body)
{
    // Qt 6.4 cannot switch a font's tabular figures on, so a font without them lends its numbers to another.
    static QString checked;
    static QString family;
    if (checked != body.family()) {
        checked = body.family();
        family = checked;
        if (!hasEqualDigits(body)) {
            const QStringList candidates = {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                            QStringLiteral("Liberation Sans")};
            for (const QString& candidate : candidates)
                if (QFontDatabase::hasFamily(candidate)) {
                    family = candidate;
                    break;
                }
        }
    }
    QFont font(body);
    if (family != body.family())
        font.setFamilies({family});
    return font;
}

} // namespace parcferme

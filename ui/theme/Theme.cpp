#include "ui/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace parcferme {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens makeLight()
{
    Tokens t;
    t.dark = false;
    t.window = rgb(0xF2F4F7);
    t.base = rgb(0xFFFFFF);
    t.alt = rgb(0xF7F9FB);
    t.text = rgb(0x1A1E25);
    t.muted = rgb(0x59616F);
    t.button = rgb(0xFFFFFF);
    t.border = rgb(0xD9DDE4);
    t.strong = rgb(0x838C9A);
    t.grid = rgb(0xE6E9EE);
    t.accent = rgb(0x2257C4);
    t.onAccent = rgb(0xFFFFFF);
    t.selection = rgb(0xDDE7FB);
    t.bar = rgb(0xC7D8F6);
    t.barGrey = rgb(0xD3D8E0);
    t.barRetire = rgb(0xF1DACB);
    t.band = rgb(0xDCE6F8);
    t.track = rgb(0xE3E7ED);
    t.success = rgb(0x1A7440);
    t.warning = rgb(0x855700);
    t.warningGround = rgb(0xFFF3D6);
    t.danger = rgb(0xB3261E);
    t.dangerGround = rgb(0xFCE9E7);
    t.infoGround = rgb(0xE8EFFC);
    t.better = rgb(0x1A5F9C);
    t.worse = rgb(0x994606);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x16181D);
    t.base = rgb(0x1C1F25);
    t.alt = rgb(0x20242B);
    t.text = rgb(0xE7EAEF);
    t.muted = rgb(0xA2AAB7);
    t.button = rgb(0x272B33);
    t.border = rgb(0x323740);
    t.strong = rgb(0x6A7382);
    t.grid = rgb(0x2A2E36);
    t.accent = rgb(0x86A9FF);
    t.onAccent = rgb(0x0F1626);
    t.selection = rgb(0x283759);
    t.bar = rgb(0x30497D);
    t.barGrey = rgb(0x3A404B);
    t.barRetire = rgb(0x57402F);
    t.band = rgb(0x26334F);
    t.track = rgb(0x323740);
    t.success = rgb(0x6FCB91);
    t.warning = rgb(0xF0BE62);
    t.warningGround = rgb(0x332B18);
    t.danger = rgb(0xFF948B);
    t.dangerGround = rgb(0x3A2120);
    t.infoGround = rgb(0x202B45);
    t.better = rgb(0x7CB8F2);
    t.worse = rgb(0xF0A35E);
    return t;
}

using Ramp = std::array<QRgb, 7>;
constexpr Ramp LightRamp = {0xFFFFFF, 0xE3EEF8, 0xBFD9EF, 0x8BBAE0, 0x4F92C9, 0x22659F, 0x0B3A66};
constexpr Ramp DarkRamp = {0x1C1F25, 0x1D304C, 0x234C77, 0x2F70A6, 0x5CA0D3, 0xA6D0EF, 0xEAF6FF};

QColor mix(const QColor& from, const QColor& to, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()),
                  channel(from.blue(), to.blue()));
}

double luminance(const QColor& colour)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

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

const Tokens& lightTokens()
{
    static const Tokens value = makeLight();
    return value;
}

const Tokens& darkTokens()
{
    static const Tokens value = makeDark();
    return value;
}

const Tokens& tokens(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

const Tokens& tokens(const QWidget* widget)
{
    return tokens(widget ? widget->palette() : QApplication::palette());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor heatColour(double probability, const Tokens& tokens)
{
    const Ramp& ramp = tokens.dark ? DarkRamp : LightRamp;
    const double place = std::clamp(std::sqrt(std::max(0.0, probability) / 0.5), 0.0, 1.0);
    const double scaledPlace = place * double(ramp.size() - 1);
    const auto stop = std::min(size_t(scaledPlace), ramp.size() - 2);
    return mix(rgb(ramp[stop]), rgb(ramp[stop + 1]), scaledPlace - double(stop));
}

QColor cellTextOn(const QColor& ground, const Tokens& tokens)
{
    if (contrast(tokens.text, ground) >= 4.5)
        return tokens.text;
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrast(black, ground) >= contrast(white, ground) ? black : white;
}

QColor teamMark(const QColor& team, const Tokens& tokens)
{
    if (!team.isValid())
        return tokens.muted;
    for (int step = 0; step < 20; ++step) {
        const QColor mark = mix(team, tokens.text, step * 0.05);
        if (contrast(mark, tokens.base) >= 3.0)
            return mark;
    }
    return tokens.text;
}

bool teamStripNeedsOutline(const QColor& team, const Tokens& tokens)
{
    return contrast(team, tokens.base) < 1.9;
}

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

Theme::Theme(QApplication& application, QObject* parent) : QObject(parent), application_(application)
{
    application_.installEventFilter(this);
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (mode_ == mode)
        return;
    mode_ = mode;
    apply();
}

const Tokens& Theme::tokens() const
{
    return parcferme::tokens(QApplication::palette());
}

QPalette Theme::paletteOf(const Tokens& t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& colour, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, colour);
        palette.setColor(QPalette::Inactive, role, colour);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::HighlightedText, QPalette::BrightText})
        set(role, t.text, t.muted);
    set(QPalette::PlaceholderText, t.muted, t.muted);
    set(QPalette::Window, t.window, t.window);
    set(QPalette::Base, t.base, t.window);
    set(QPalette::ToolTipBase, t.base, t.base);
    set(QPalette::AlternateBase, t.alt, t.alt);
    set(QPalette::Button, t.button, t.window);
    set(QPalette::Light, t.base, t.base);
    set(QPalette::Midlight, t.grid, t.grid);
    set(QPalette::Mid, t.border, t.border);
    set(QPalette::Dark, t.strong, t.strong);
    set(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.strong, t.strong);
    set(QPalette::Highlight, t.selection, t.selection);
    set(QPalette::Link, t.accent, t.muted);
    set(QPalette::LinkVisited, t.accent, t.muted);
    return palette;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && !applying_ && mode_ == ThemeMode::System)
        QMetaObject::invokeMethod(this, &Theme::apply, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

bool Theme::systemIsDark()
{
    // With an empty palette set, the program's palette is the system's again.
    QApplication::setPalette(QPalette());
    return parcferme::tokens(QApplication::palette()).dark;
}

void Theme::apply()
{
    if (applying_)
        return;
    applying_ = true;
    const bool dark = mode_ == ThemeMode::System ? systemIsDark() : mode_ == ThemeMode::Dark;
    QApplication::setPalette(paletteOf(dark ? darkTokens() : lightTokens()));
    applying_ = false;
    Q_EMIT changed();
}

} // namespace parcferme

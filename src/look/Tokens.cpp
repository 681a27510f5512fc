#include "look/Tokens.h"

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

Tokens makePaper()
{
    Tokens t = makeLight();
    t.paper = true;
    t.window = t.alt = t.button = t.selection = t.infoGround = t.warningGround = t.dangerGround = t.base;
    t.text = t.accent = t.success = t.warning = t.danger = t.better = t.worse = rgb(0x000000);
    t.muted = rgb(0x404040);
    t.border = t.strong = rgb(0x808080);
    t.grid = t.track = rgb(0xDDDDDD);
    t.bar = t.barGrey = t.barRetire = t.band = rgb(0xD6D6D6);
    return t;
}

using Ramp = std::array<QRgb, 7>;
constexpr Ramp LightRamp = {0xFFFFFF, 0xE3EEF8, 0xBFD9EF, 0x8BBAE0, 0x4F92C9, 0x22659F, 0x0B3A66};
constexpr Ramp PaperRamp = {0xFFFFFF, 0xEEEEEE, 0xDADADA, 0xB8B8B8, 0x8C8C8C, 0x5A5A5A, 0x202020};
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

const Tokens& paperTokens()
{
    static const Tokens value = makePaper();
    return value;
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor heatColour(double probability, const Tokens& tokens)
{
    const Ramp& ramp = tokens.paper ? PaperRamp : tokens.dark ? DarkRamp : LightRamp;
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
    if (tokens.paper)
        return tokens.text;
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

} // namespace parcferme

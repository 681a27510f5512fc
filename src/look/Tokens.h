#pragma once

#include <QColor>

namespace parcferme {

// The colours of one theme, by role. Text has at least 4.5:1 on every ground that it is drawn on.
struct Tokens
{
    bool dark = false;
    bool paper = false; // black on white: a team has no colour, and its mark is black
    QColor window, base, alt;
    QColor text, muted; // muted: labels, secondary columns, disabled
    QColor button;
    QColor border; // panel frames, separators
    QColor strong; // control frames, zero and reference lines
    QColor grid;   // chart grid, row lines
    QColor accent, onAccent;
    QColor selection; // text on it stays `text`
    QColor bar, barGrey, barRetire;
    QColor band;  // 95 % band of a curve
    QColor track; // full scale behind a range
    QColor success;
    QColor warning, warningGround;
    QColor danger, dangerGround;
    QColor infoGround; // text on it: accent
    QColor better, worse;
};

const Tokens& lightTokens();
const Tokens& darkTokens();
const Tokens& paperTokens();

// WCAG contrast ratio of two opaque colours, 1 to 21.
double contrast(const QColor& a, const QColor& b);

// Ground of a probability in [0, 1] in the heat map; and what is readable on a ground: `text` where it has
// 4.5:1, else black or white.
QColor heatColour(double probability, const Tokens& tokens);
QColor cellTextOn(const QColor& ground, const Tokens& tokens);

// A team's colour as a chart mark: mixed with `text` until it stands out from `base` by 3:1. An invalid
// colour gives `muted`.
QColor teamMark(const QColor& team, const Tokens& tokens);
// A team's strip needs an outline where it hardly differs from `base`.
bool teamStripNeedsOutline(const QColor& team, const Tokens& tokens);

} // namespace parcferme

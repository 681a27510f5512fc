#pragma once

#include "ui/base/ThemeMode.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QWidget;

namespace parcferme {

// The colours of one theme, by role. Text has at least 4.5:1 on every ground that it is drawn on.
struct Tokens
{
    bool dark = false;
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
// The theme that a palette belongs to, by the lightness of its window colour. Paint with these and repaint on
// QEvent::PaletteChange: the theme may change while the program runs.
const Tokens& tokens(const QPalette& palette);
const Tokens& tokens(const QWidget* widget);

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

// Type sizes, all from the body font so that they scale with the system's text size.
QFont titleFont(const QFont& body);   // 1.5 x, semibold
QFont subHeadFont(const QFont& body); // 1.2 x, semibold
QFont labelFont(const QFont& body);   // 0.9 x: labels and chart text, nothing is smaller
QFont strongFont(const QFont& body);  // semibold
// Columns of numbers need digits of one width: the font itself, or a family that has them.
QFont figureFont(const QFont& body);

// Chooses the palette of the whole program and keeps it: explicit, or after the system's lightness.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    ThemeMode mode() const { return mode_; }
    void setMode(ThemeMode mode);
    const Tokens& tokens() const;

    static QPalette paletteOf(const Tokens& tokens);

Q_SIGNALS:
    void changed(); // after the palette was set

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    bool systemIsDark();

    QApplication& application_;
    ThemeMode mode_ = ThemeMode::System;
    bool applying_ = false;
};

} // namespace parcferme

#pragma once

#include "look/Fonts.h"
#include "look/Tokens.h"
#include "ui/base/ThemeMode.h"

#include <QObject>
#include <QPalette>

class QApplication;
class QWidget;

namespace parcferme {

// The theme that a palette belongs to, by the lightness of its window colour. Paint with these and repaint on
// QEvent::PaletteChange: the theme may change while the program runs.
const Tokens& tokens(const QPalette& palette);
const Tokens& tokens(const QWidget* widget);

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

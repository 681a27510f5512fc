#include "ui/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace parcferme {

const Tokens& tokens(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

const Tokens& tokens(const QWidget* widget)
{
    return tokens(widget ? widget->palette() : QApplication::palette());
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

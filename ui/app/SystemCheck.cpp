#include "ui/app/SystemCheck.h"

#include <QApplication>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFontInfo>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

namespace parcferme {

namespace {

struct System
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::System)
};

} // namespace

QString missingDisplay(const QProcessEnvironment& environment, const QStringList& arguments)
{
    // Qt's own ways to choose another place to paint: the options it reads, and its variable.
    const bool chosen = !environment.value(QStringLiteral("QT_QPA_PLATFORM")).isEmpty() ||
                        arguments.contains(QStringLiteral("-platform")) ||
                        arguments.contains(QStringLiteral("--platform")) ||
                        arguments.contains(QStringLiteral("-display"));
    const bool there = !environment.value(QStringLiteral("DISPLAY")).isEmpty() ||
                       !environment.value(QStringLiteral("WAYLAND_DISPLAY")).isEmpty() ||
                       !environment.value(QStringLiteral("WAYLAND_SOCKET")).isEmpty() ||
                       environment.value(QStringLiteral("XDG_SESSION_TYPE")) == QLatin1String("wayland");
    if (chosen || there)
        return {};
    return QStringLiteral("There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is "
                          "set). parcferme-cli does the same work on the command line.");
}

QString missingFonts(const QString& family)
{
    if (!family.isEmpty())
        return {};
    return System::tr("This system has no fonts, so the window shows no letters. Install some, for example "
                      "Debian's package fonts-dejavu-core.");
}

QString systemFacts()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDialogButtonBox box(QDialogButtonBox::Cancel); // a word that is Qt's, not ours
    return QStringLiteral("display %1, language %2 (Qt says \"%3\"), zone %4 (%5 s from UTC), font %6")
        .arg(QGuiApplication::platformName(), QLocale().name(),
             box.button(QDialogButtonBox::Cancel)->text().remove(QLatin1Char('&')),
             QString::fromUtf8(zone.id()))
        .arg(zone.offsetFromUtc(QDateTime::currentDateTimeUtc()))
        .arg(QFontInfo(QApplication::font()).family());
}

} // namespace parcferme

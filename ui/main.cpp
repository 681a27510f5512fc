#include "core/Clock.h"
#include "core/Version.h"
#include "tracker/TrackerThread.h"
#include "ui/app/CommandLine.h"
#include "ui/app/SingleInstance.h"
#include "ui/app/StartLog.h"
#include "ui/app/SystemCheck.h"
#include "ui/app/Translations.h"
#include "ui/base/Preferences.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QFontInfo>

#include <cstdio>

using namespace parcferme;

namespace {

int complain(const QString& words, int status)
{
    std::fprintf(stderr, "parcferme: %s\n", qPrintable(words));
    return status;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("parcferme"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARCFERME_VERSION));
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication words(argc, argv);
        readCommandLine();
        return 0;
    }
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    if (const QString missing = missingDisplay(QProcessEnvironment::systemEnvironment(), words);
        !missing.isEmpty())
        return complain(missing, 1);
    QApplication::setStyle(new Style); // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): Qt owns it
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Parc Fermé"));
    QApplication::setDesktopFileName(QStringLiteral(PARCFERME_ID));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/parcferme.svg")));

    installTranslations(application);
    if (const QString missing = missingFonts(QFontInfo(QApplication::font()).family()); !missing.isEmpty())
        complain(missing, 0); // and go on: what was started with the window may still be wanted

    Preferences preferences(Preferences::defaultFile());
    const CommandLine given = readCommandLine();
    auto settings = Settings::resolve(QProcessEnvironment::systemEnvironment(), preferences.settingsValues(),
                                      given.settings);
    if (!settings)
        return complain(settings.error().text(), 2);
    settings->offline = given.offline;
    SingleInstance instance(settings->database.display());
    if (!instance.claim())
        return 0;

    const SystemClock clock;
    TrackerThread tracker(clock);
    tracker.prepare(*settings);
    Theme theme(application);
    theme.setMode(preferences.theme());
    const FocusRing ring(application);
    SystemFileDialogs dialogs;
    MainWindow window(tracker, clock, preferences, dialogs, theme);
    QObject::connect(&instance, &SingleInstance::woken, &window, &MainWindow::raiseToFront);
    new StartLog(window, window.windowModel()); // the window owns it
    window.show();
    window.open(*settings);
    return QApplication::exec();
}

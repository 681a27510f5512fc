#include "core/Clock.h"
#include "core/Version.h"
#include "tracker/TrackerThread.h"
#include "ui/app/CommandLine.h"
#include "ui/app/SingleInstance.h"
#include "ui/app/StartLog.h"
#include "ui/app/Translations.h"
#include "ui/base/Preferences.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/MainWindow.h"

#include <QApplication>

#include <cstdio>

using namespace parcferme;

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("parcferme"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PARCFERME_VERSION));
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication words(argc, argv);
        readCommandLine();
        return 0;
    }
    QApplication::setStyle(new Style); // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): Qt owns it
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Parc Fermé"));
    QApplication::setDesktopFileName(QStringLiteral("parcferme"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/parcferme.svg")));

    installTranslations(application);

    Preferences preferences(Preferences::defaultFile());
    const CommandLine given = readCommandLine();
    auto settings = Settings::resolve(QProcessEnvironment::systemEnvironment(), preferences.settingsValues(),
                                      given.settings);
    if (!settings) {
        std::fprintf(stderr, "parcferme: %s\n", qPrintable(settings.error().text()));
        return 2;
    }
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

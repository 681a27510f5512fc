#include "core/Clock.h"
#include "core/Version.h"
#include "tracker/TrackerThread.h"
#include "ui/app/FileDialogs.h"
#include "ui/app/Preferences.h"
#include "ui/app/SingleInstance.h"
#include "ui/app/StartLog.h"
#include "ui/app/Translations.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace parcferme;

namespace {

Settings::Values commandLineValues(const QApplication& application, bool& offline)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Formula 1 predictions that cannot be changed afterwards"));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&parser](const QString& name, const QString& value, const QString& words) {
        parser.addOption({name, words, value});
        return name;
    };
    const QString database = option(QStringLiteral("database"), QStringLiteral("URL"),
                                    QStringLiteral("The database, as DATABASE_URL."));
    const QString cache =
        option(QStringLiteral("cache"), QStringLiteral("DIR"), QStringLiteral("Folder of the HTTP cache."));
    const QString api =
        option(QStringLiteral("api"), QStringLiteral("URL"), QStringLiteral("Address of the data source."));
    const QCommandLineOption noNetwork(QStringLiteral("offline"), QStringLiteral("Do not use the network."));
    parser.addOption(noNetwork);
    parser.process(application);
    offline = parser.isSet(noNetwork);
    return {{Settings::Key::Database, parser.value(database)},
            {Settings::Key::CacheFolder, parser.value(cache)},
            {Settings::Key::ApiUrl, parser.value(api)}};
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication::setStyle(new Style); // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): Qt owns it
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parcferme"));
    QApplication::setApplicationDisplayName(QStringLiteral("Parc Fermé"));
    QApplication::setApplicationVersion(QStringLiteral(PARCFERME_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("parcferme"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/parcferme.svg")));

    installTranslations(application);

    Preferences preferences(Preferences::defaultFile());
    bool offline = false;
    const Settings::Values given = commandLineValues(application, offline);
    auto settings =
        Settings::resolve(QProcessEnvironment::systemEnvironment(), preferences.settingsValues(), given);
    if (!settings) {
        std::fprintf(stderr, "parcferme: %s\n", qPrintable(settings.error().text()));
        return 2;
    }
    settings->offline = offline;
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
    new StartLog(window, window.session()); // the window owns it
    window.show();
    window.open(*settings);
    return QApplication::exec();
}

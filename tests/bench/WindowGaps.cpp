// Is the window ever blocked? Drives the real window through predict, sync, season sync, backtest and export,
// and watches its thread meanwhile; an idle window before each gives what the machine itself does.
//   parcferme-window-gaps [--api URL] [--seconds N] [--trace MS]
// Without an address it brings its own data source. One line per piece of work, tab-separated, is printed.
#include "GapMeter.h"
#include "support/SourceServer.h"

#include "core/Clock.h"
#include "core/UtcTime.h"
#include "tracker/TrackerThread.h"
#include "ui/app/Translations.h"
#include "ui/base/Preferences.h"
#include "ui/pages/Page.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/Actions.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

#include <cstdio>

using namespace parcferme;

namespace {

constexpr int SettleMs = 1500;

// Says on stderr which event took the window's thread longer than so many milliseconds of its own processor
// time.
class TracedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    double traceFrom = 0; // ms; 0: never

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (traceFrom <= 0 || receiver->thread() != thread())
            return QApplication::notify(receiver, event);
        const QByteArray what = QByteArray(receiver->metaObject()->className()) + ' ' +
                                receiver->objectName().toUtf8() + " event " +
                                QByteArray::number(int(event->type()));
        const double begin = GapMeter::ownTime();
        const bool handled = QApplication::notify(receiver, event);
        if (const double took = GapMeter::ownTime() - begin; took >= traceFrom)
            std::fprintf(stderr, "  %5.1f ms %s\n", took, what.constData());
        return handled;
    }
};

class OneFile final : public FileDialogs
{
public:
    explicit OneFile(QString file) : file_(std::move(file)) {}
    void saveFile(QWidget*, const QString&, const QString&, const QString&, Chosen chosen) override
    {
        chosen(file_);
    }
    void openFolder(QWidget*, const QString&, const QString&, Chosen) override {}
    void choosePrinter(QWidget*, const QString&, PrinterChosen) override {}

private:
    QString file_;
};

class GapRun : public QObject
{
public:
    GapRun(MainWindow& window, int idleSeconds) : window_(window), idleMs_(idleSeconds * 1000)
    {
        WindowModel& windowModel = window_.windowModel();
        connect(&windowModel, &WindowModel::workFinished, this, &GapRun::workDone);
        connect(&windowModel, &WindowModel::message, this, [](const Message& message) {
            if (message.severity == Severity::Error)
                std::fprintf(stderr, "%s %s\n", qPrintable(message.what), qPrintable(message.kept));
        });
        work_ = {
            {"predict", [&windowModel] { windowModel.predict(); }, false},
            {"sync results", [&windowModel] { windowModel.syncResults(); }, false},
            {"season sync", [&windowModel] { windowModel.syncSeason(); }, false},
            {"refresh", [&windowModel] { windowModel.refresh(); }, false},
            {"backtest 2018-2026", [&windowModel] { windowModel.backtest(2018, 2026, Stage::Grid); }, false},
            {"verify", [&windowModel] { windowModel.verify(); }, false},
            {"export CSV", [this] { window_.actions().exportTable->trigger(); }, true},
            {"pages", [this] { showPages(); }, true}};
        std::printf("work\tseconds\tlongest_ms\tlongest_own_ms\tgaps_over_16\town_over_16\n");
    }

    void start() { QTimer::singleShot(SettleMs, this, &GapRun::idle); }

private:
    struct Work
    {
        const char* name;
        std::function<void()> run;
        bool immediate; // nothing tells when it is done: the time to settle is long enough
    };

    void idle()
    {
        meter_.reset();
        QTimer::singleShot(idleMs_, this, [this] {
            print("idle");
            next();
        });
    }

    void next()
    {
        if (at_ == work_.size())
            return QApplication::exit(0);
        meter_.reset();
        const Work& work = work_[at_];
        work.run();
        if (work.immediate)
            settle();
    }

    void workDone()
    {
        if (at_ < work_.size() && !work_[at_].immediate)
            settle();
    }

    // What the work leaves behind for the window, new tables and charts, counts as well.
    void settle()
    {
        QTimer::singleShot(SettleMs, this, [this] {
            print(work_[at_++].name);
            idle();
        });
    }

    void showPages()
    {
        for (int page = 0; page < 4; ++page)
            QTimer::singleShot(page * 200, this, [this, page] { window_.showPage(PageId(page)); });
    }

    void print(const char* name)
    {
        const GapMeter::Gaps gaps = meter_.gaps();
        std::printf("%s\t%.2f\t%.1f\t%.1f\t%d\t%d\n", name, gaps.seconds, gaps.longest, gaps.longestOwn,
                    gaps.overBudget, gaps.ownOverBudget);
        std::fflush(stdout);
    }

    MainWindow& window_;
    int idleMs_;
    GapMeter meter_;
    std::vector<Work> work_;
    size_t at_ = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication::setStyle(new Style);
    TracedApplication application(argc, argv);
    installTranslations(application);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("api"), QStringLiteral("Data source."), QStringLiteral("URL")},
                       {QStringLiteral("seconds"), QStringLiteral("Time to watch the idle window."),
                        QStringLiteral("N"), QStringLiteral("3")},
                       {QStringLiteral("trace"), QStringLiteral("Print events that take longer."),
                        QStringLiteral("MS"), QStringLiteral("0")}});
    parser.process(application);
    application.traceFrom = parser.value(QStringLiteral("trace")).toDouble();

    const QTemporaryDir home;
    SourceServer source;
    const QString api =
        parser.isSet(QStringLiteral("api")) ? parser.value(QStringLiteral("api")) : source.url.toString();
    auto settings =
        Settings::resolve(QProcessEnvironment(), {},
                          {{Settings::Key::Database,
                            QStringLiteral("sqlite:///") + home.filePath(QStringLiteral("bench.sqlite"))},
                           {Settings::Key::ApiUrl, api},
                           {Settings::Key::CacheFolder, home.filePath(QStringLiteral("cache"))}});
    if (!settings) {
        std::fprintf(stderr, "%s\n", qPrintable(settings.error().text()));
        return 2;
    }
    const FixedClock clock(timeFromIso(QStringLiteral("2026-05-28T12:00:00Z")).value());
    Preferences preferences(home.filePath(QStringLiteral("preferences.ini")));
    Theme theme(application);
    theme.setMode(ThemeMode::Light);
    const FocusRing ring(application);
    OneFile dialogs(home.filePath(QStringLiteral("out.csv")));
    TrackerThread tracker(clock);
    MainWindow window(tracker, clock, preferences, dialogs, theme);
    window.show();
    GapRun run(window, parser.value(QStringLiteral("seconds")).toInt());
    // The race that the data source knows.
    QObject::connect(&tracker, &TrackerThread::opened, &run, [&] {
        tracker.ask(
            &run, [](Tracker& tracker) { return tracker.findRace(2024, QStringLiteral("Monaco")); },
            [&](const Result<Race>& race) {
                if (!race)
                    return QApplication::exit(1);
                window.windowModel().openSeason(race->year, race->id);
                run.start();
            });
    });
    QObject::connect(&tracker, &TrackerThread::failed, &run, [](const Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.text()));
        QApplication::exit(1);
    });
    window.open(*settings);
    return QApplication::exec();
}

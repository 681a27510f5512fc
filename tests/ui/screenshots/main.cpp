// Opens the real window on a database and a race, does what it is told, and writes what is seen to a PNG.
#include "core/UtcTime.h"
#include "core/Version.h"
#include "tracker/TrackerThread.h"
#include "ui/app/Translations.h"
#include "ui/base/Preferences.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/Page.h"
#include "ui/pages/PicksPane.h"
#include "ui/pages/SeasonPictures.h"
#include "ui/session/SeasonSession.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/ToolStrip.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace parcferme;

namespace {

struct Wish
{
    int season = 0;
    QString race;
    QString driver;
    QString dialog;
    int page = 0;
    QStringList steps;
    QString output;
};

// A page goes to this PDF file.
class PaperDialogs final : public FileDialogs
{
public:
    QString pdf;

    void choosePrinter(QWidget*, const QString& document, PrinterChosen chosen) override
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(pdf);
        printer.setDocName(document);
        printer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
        chosen(printer);
    }
    void saveFile(QWidget*, const QString&, const QString&, const QString&, Chosen) override {}
    void openFolder(QWidget*, const QString&, const QString&, Chosen) override {}
};

// Goes through the steps, one after the work of the one before, then takes the picture.
class Photographer : public QObject
{
public:
    Photographer(MainWindow& window, TrackerThread& tracker, PaperDialogs& paper, Wish wish)
        : window_(window), tracker_(tracker), paper_(paper), wish_(std::move(wish))
    {
        connect(&tracker_, &TrackerThread::opened, this, &Photographer::open);
        connect(&tracker_, &TrackerThread::failed, this, [](const Error& error) {
            std::fprintf(stderr, "%s\n", qPrintable(error.text()));
            QApplication::exit(1);
        });
        connect(&window_.windowModel(), &WindowModel::workFinished, this, &Photographer::soon);
    }

private:
    void open()
    {
        if (wish_.race.isEmpty())
            return soon();
        tracker_.ask(
            this, [wish = wish_](Tracker& tracker) { return tracker.findRace(wish.season, wish.race); },
            [this](const Result<Race>& race) {
                if (!race) {
                    std::fprintf(stderr, "%s\n", qPrintable(race.error().text()));
                    return QApplication::exit(1);
                }
                window_.windowModel().openSeason(race->year, race->id);
                soon();
            });
    }

    void soon() { QTimer::singleShot(400, this, &Photographer::next); }

    void next()
    {
        if (wish_.steps.isEmpty())
            return picture();
        const QString step = wish_.steps.takeFirst();
        WindowModel& windowModel = window_.windowModel();
        if (step == QLatin1StringView("predict"))
            windowModel.predict();
        else if (step == QLatin1StringView("preview"))
            windowModel.preview();
        else if (step == QLatin1StringView("sync"))
            windowModel.syncResults();
        else if (step.startsWith(QLatin1StringView("wait"))) // wait20: seconds
            QTimer::singleShot(step.mid(4).toInt() * 1000, this, &Photographer::next);
        else if (step == QLatin1StringView("refresh"))
            windowModel.refresh();
        else if (step == QLatin1StringView("sprint") || step == QLatin1StringView("race")) {
            windowModel.openSession(step == QLatin1StringView("race") ? Session::Race : Session::Sprint);
            soon();
        } else if (step == QLatin1StringView("season"))
            windowModel.syncSeason();
        else if (step.startsWith(QLatin1StringView("page"))) { // page4: before the steps that follow
            window_.showPage(PageId(step.mid(4).toInt()));
            soon();
        } else if (step.startsWith(QLatin1StringView("backtest")))
            windowModel.backtest(step.mid(8, 4).toInt(), step.mid(13, 4).toInt(), Stage::Grid);
        else if (step.startsWith(QLatin1StringView("after"))) {
            asked_.restart();
            windowModel.seasonSession().setAfter(step.mid(5).toInt());
            soon();
        } else if (step == QLatin1StringView("teams")) {
            window_.findChild<SegmentBar*>(QStringLiteral("seasonSide"))
                ->button(QStringLiteral("teams"))
                ->click();
            soon();
        } else if (step.startsWith(QLatin1StringView("whatif"))) { // whatif-DRIVER-ROUND
            const QStringList parts = step.split(u'-');
            windowModel.seasonSession().setCondition(SeasonCondition{
                parts.value(1), SeasonCondition::Kind::Wins, parts.value(2).toInt(), Session::Race});
            soon();
        } else if (step.startsWith(QLatin1StringView("players"))) { // players0: model, 1: mine, 2: both
            windowModel.setPlayers(PlayerView(step.mid(7).toInt()));
            soon();
        } else if (step.startsWith(QLatin1StringView("pick-"))) { // pick-ROW-ROW moves one
            const QStringList parts = step.split(u'-');
            OrderEditor& editor = window_.findChild<PicksPane*>()->editor();
            editor.move(editor.order().driverAt(parts.value(1).toInt()), parts.value(2).toInt());
            soon();
        } else if (step.startsWith(QLatin1StringView("start"))) { // start0: from the model
            window_.findChild<PicksPane*>()->startFrom(PickStart(step.mid(5).toInt()));
            soon();
        } else if (step == QLatin1StringView("lift")) {
            auto* rows = window_.findChild<QTableView*>(QStringLiteral("picks"));
            rows->setFocus();
            QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, {}, QStringLiteral(" "));
            QApplication::sendEvent(rows, &space);
            soon();
        } else if (step == QLatin1StringView("lock")) {
            windowModel.lockPicks();
            soon();
        } else if (step.startsWith(QLatin1StringView("press-"))) { // a button by its name
            for (QAbstractButton* button : window_.findChildren<QAbstractButton*>(step.mid(6)))
                if (button->isVisible())
                    button->click();
            soon();
        } else if (step.startsWith(QLatin1StringView("tab"))) { // of the track record
            window_.showPage(PageId::Record);
            window_.findChild<QTabBar*>(QStringLiteral("recordPlayers"))
                ->setCurrentIndex(step.mid(3).toInt());
            soon();
        } else if (step.startsWith(QLatin1StringView("search-"))) { // search-monza 2025
            window_.tools()->search()->setText(step.mid(7));
            soon();
        } else if (step.startsWith(QLatin1StringView("charts-"))) { // those of the page, into a folder
            window_.showPage(PageId(wish_.page));
            for (const ChartDeck* deck : window_.currentPage()->allCharts())
                if (const auto saved = deck->saveAll(step.mid(7)); !saved)
                    std::fprintf(stderr, "%s\n", qPrintable(saved.error().text()));
            soon();
        } else if (step.startsWith(QLatin1StringView("print-"))) { // the page shown, to a PDF file
            paper_.pdf = step.mid(6);
            window_.findChild<QAction*>(QStringLiteral("print"))->trigger();
            soon();
        } else if (step.startsWith(QLatin1StringView("season-charts-"))) { // into a folder
            auto* pictures = new SeasonPictures(windowModel, step.mid(14), this);
            connect(pictures, &SeasonPictures::finished, this, &Photographer::soon);
            pictures->start();
        } else if (step == QLatin1StringView("quiet")) {
            window_.messages()->dismiss();
            soon();
        }
    }

public:
    qint64 sinceAsked() const { return asked_.isValid() ? asked_.elapsed() : 0; }

private:
    void picture()
    {
        window_.showPage(PageId(wish_.page));
        if (!wish_.driver.isEmpty())
            window_.selectDriver(wish_.driver);
        if (!wish_.dialog.isEmpty())
            for (QAction* action : window_.findChildren<QAction*>())
                if (action->text().contains(wish_.dialog))
                    action->trigger();
        QTimer::singleShot(window_.currentPage() == window_.page(PageId::Season) ? 9000 : 500, this, [this] {
            QWidget* shown = &window_;
            if (const auto dialogs = window_.findChildren<QDialog*>(); !dialogs.isEmpty())
                shown = dialogs.last();
            QApplication::exit(shown->grab().save(wish_.output) ? 0 : 1);
        });
    }

    MainWindow& window_;
    TrackerThread& tracker_;
    PaperDialogs& paper_;
    Wish wish_;
    QElapsedTimer asked_; // for another round of the season
};

// How long the window's thread was away from its events, at the longest.
class GapMeter : public QObject
{
public:
    GapMeter()
    {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(1);
        connect(&timer_, &QTimer::timeout, this, [this] {
            longest_ = std::max(longest_, since_.nsecsElapsed());
            since_.restart();
        });
        since_.start();
        timer_.start();
    }
    double milliseconds() const { return double(longest_) / 1e6; }
    void reset() { longest_ = 0; }

private:
    QTimer timer_;
    QElapsedTimer since_;
    qint64 longest_ = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication::setStyle(new Style);
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(PARCFERME_VERSION));
    installTranslations(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("database"), QStringLiteral("As DATABASE_URL."), QStringLiteral("URL")},
         {QStringLiteral("api"), QStringLiteral("Data source; without it there is no network."),
          QStringLiteral("URL")},
         {QStringLiteral("openf1"), QStringLiteral("Source of official grids; none without it."),
          QStringLiteral("URL")},
         {QStringLiteral("weather"), QStringLiteral("Source of forecasts; none without it."),
          QStringLiteral("URL")},
         {QStringLiteral("player"), QStringLiteral("Whose picks are mine."), QStringLiteral("NAME")},
         {QStringLiteral("season"), QStringLiteral("Season."), QStringLiteral("Y")},
         {QStringLiteral("race"), QStringLiteral("Round or name."), QStringLiteral("RACE")},
         {QStringLiteral("driver"), QStringLiteral("Driver to select."), QStringLiteral("ID")},
         {QStringLiteral("page"), QStringLiteral("0 to 4."), QStringLiteral("N"), QStringLiteral("0")},
         {QStringLiteral("chart"), QStringLiteral("Chart of the prediction or the season."),
          QStringLiteral("KEY")},
         {QStringLiteral("dialog"), QStringLiteral("Menu text that opens one."), QStringLiteral("TEXT")},
         {QStringLiteral("size"), QStringLiteral("Window size."), QStringLiteral("WxH"),
          QStringLiteral("1440x900")},
         {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("T"),
          QStringLiteral("light")},
         {QStringLiteral("points"), QStringLiteral("Text size."), QStringLiteral("PT"), QStringLiteral("10")},
         {QStringLiteral("now"), QStringLiteral("The present."), QStringLiteral("ISO")},
         {QStringLiteral("steps"),
          QStringLiteral(
              "predict,preview,refresh,sprint,race,sync,season,backtest2022-2026,after10,teams,"
              "whatif-ID-ROUND,players1,start0,pick-5-2,lift,lock,press-NAME,tab2,print-FILE,quiet"),
          QStringLiteral("LIST")},
         {QStringLiteral("hide"), QStringLiteral("Hide results.")},
         {QStringLiteral("gaps"), QStringLiteral("Say how long the window was away from its events.")},
         {QStringLiteral("output"), QStringLiteral("PNG file."), QStringLiteral("FILE")}});
    parser.process(application);

    QFont font = QApplication::font();
    font.setPointSizeF(parser.value(QStringLiteral("points")).toDouble());
    QApplication::setFont(font);
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    preferences.setTheme(parser.value(QStringLiteral("theme")) == QLatin1StringView("dark")
                             ? ThemeMode::Dark
                             : ThemeMode::Light);
    preferences.setHideResults(parser.isSet(QStringLiteral("hide")));
    if (parser.isSet(QStringLiteral("chart")))
        for (const auto& page : {QStringLiteral("chart/prediction"), QStringLiteral("chart/season")})
            preferences.setWindowState(page, parser.value(QStringLiteral("chart")));
    auto settings =
        Settings::resolve(QProcessEnvironment(), {},
                          {{Settings::Key::Database, parser.value(QStringLiteral("database"))},
                           {Settings::Key::ApiUrl, parser.value(QStringLiteral("api"))},
                           {Settings::Key::OpenF1Url, parser.value(QStringLiteral("openf1"))},
                           {Settings::Key::WeatherUrl, parser.value(QStringLiteral("weather"))},
                           {Settings::Key::CacheFolder, folder.filePath(QStringLiteral("cache"))}});
    if (!settings)
        return 2;
    if (parser.isSet(QStringLiteral("player")))
        settings->player = parser.value(QStringLiteral("player"));
    settings->offline = !parser.isSet(QStringLiteral("api"));
    settings->openF1 = parser.isSet(QStringLiteral("openf1"));
    settings->weather = parser.isSet(QStringLiteral("weather"));
    const auto now = timeFromIso(parser.value(QStringLiteral("now")));
    const SystemClock system;
    const FixedClock fixed(now.value_or(system.now()));
    const Clock& clock = now ? static_cast<const Clock&>(fixed) : system;

    Theme theme(application);
    const FocusRing ring(application);
    PaperDialogs dialogs;
    TrackerThread tracker(clock);
    MainWindow window(tracker, clock, preferences, dialogs, theme);
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    const Photographer photographer(
        window, tracker, dialogs,
        {parser.value(QStringLiteral("season")).toInt(), parser.value(QStringLiteral("race")),
         parser.value(QStringLiteral("driver")), parser.value(QStringLiteral("dialog")),
         parser.value(QStringLiteral("page")).toInt(),
         parser.value(QStringLiteral("steps")).split(u',', Qt::SkipEmptyParts),
         parser.value(QStringLiteral("output"))});
    window.open(*settings);
    GapMeter meter;
    QObject::connect(&window.windowModel(), &WindowModel::workStarted, &meter, &GapMeter::reset);
    if (parser.isSet(QStringLiteral("gaps"))) {
        QObject::connect(&window.windowModel(), &WindowModel::workFinished, &meter, [&meter] {
            std::printf("longest gap while working: %.1f ms\n", meter.milliseconds());
        });
        // From one answer of the season to the next: its way to the page is in it, and what follows of it.
        QObject::connect(&window.windowModel().seasonSession(), &SeasonSession::changed, &meter, [&] {
            std::printf("season: %lld ms after it was asked; longest gap since the last change: %.1f ms\n",
                        photographer.sinceAsked(), meter.milliseconds());
            meter.reset();
        });
    }
    return QApplication::exec();
}

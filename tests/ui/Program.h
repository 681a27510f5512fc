#pragma once

#include "core/UtcTime.h"
#include "tables/TableRoles.h"
#include "tracker/TrackerThread.h"
#include "ui/base/Preferences.h"
#include "ui/pages/Page.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/ToolStrip.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace parcferme {

// Answers every question for a file with one path.
class AnsweringDialogs final : public FileDialogs
{
public:
    QString answer;
    QString suggested;

    void saveFile(QWidget*, const QString&, const QString& suggestedName, const QString&,
                  Chosen chosen) override
    {
        suggested = suggestedName;
        if (!answer.isEmpty())
            chosen(answer);
    }
    void openFolder(QWidget*, const QString&, const QString&, Chosen chosen) override { chosen(answer); }
    void choosePrinter(QWidget*, const QString&, PrinterChosen chosen) override
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(answer);
        chosen(printer);
    }
};

// A whole program on an empty home, on the bundled history; without network, unless it has a source.
struct Program
{
    // How large the window is: as most tests want it, or as it opens on the screen of the test.
    enum class Size { Usual, AsItOpens };

    explicit Program(const QString& now, Size wanted = Size::Usual)
        : clock(timeFromIso(now).value()), preferences(home.filePath(QStringLiteral("preferences.ini"))),
          theme(*qApp), tracker(clock), size(wanted)
    {
        preferences.setTheme(ThemeMode::Light);
        makeWindow();
    }

    // Anew, as a new start of the program would.
    void makeWindow()
    {
        window = std::make_unique<MainWindow>(tracker, clock, preferences, dialogs, theme);
        if (size == Size::Usual)
            window->resize(1440, 900); // the screen without a display is smaller
    }

    Settings settings() const
    {
        auto settings =
            Settings::resolve(QProcessEnvironment(), {},
                              {{Settings::Key::Database,
                                QStringLiteral("sqlite:///") + home.filePath(QStringLiteral("test.sqlite"))},
                               {Settings::Key::CacheFolder, home.filePath(QStringLiteral("cache"))},
                               {Settings::Key::OpenF1, QStringLiteral("off")},
                               {Settings::Key::Weather, QStringLiteral("off")}});
        settings->offline = source.isEmpty();
        if (!source.isEmpty())
            settings->apiUrl = source;
        return *settings;
    }

    void open()
    {
        QSignalSpy opened(&tracker, &TrackerThread::opened);
        window->show();
        window->open(settings());
        QTRY_VERIFY_WITH_TIMEOUT(opened.count() == 1, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(windowModel().raceView() != nullptr, 30000);
    }

    WindowModel& windowModel() { return window->windowModel(); }
    TableView* table(PageId page) { return window->page(page)->currentTable()->view(); }
    QModelIndex cell(TableView* view, int row, const char* key)
    {
        for (int column = 0; column < view->model()->columnCount(); ++column)
            if (view->model()->headerData(column, Qt::Horizontal, ColumnKeyRole).toString() ==
                QLatin1StringView(key))
                return view->model()->index(row, column);
        return {};
    }
    void chooseRace(int season, const QString& name)
    {
        if (windowModel().season() != season) {
            QComboBox* box = window->tools()->seasonBox();
            QTRY_VERIFY_WITH_TIMEOUT(box->findData(season) >= 0, 30000);
            box->setCurrentIndex(box->findData(season));
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            !windowModel().races().empty() && windowModel().races().front().race.year == season, 30000);
        QListView* list = window->raceList()->view();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 1);
            if (index.data().toString() == name) {
                list->scrollTo(index);
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(windowModel().raceView() && windowModel().raceView()->overview.race.id ==
                                                                 window->raceList()->current(),
                                 30000);
    }
    void press(QPushButton* button)
    {
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!windowModel().isBusy(), 60000);
    }

    QTemporaryDir home;
    QUrl source;
    FixedClock clock;
    Preferences preferences;
    AnsweringDialogs dialogs;
    Theme theme;
    TrackerThread tracker;
    Size size;
    std::unique_ptr<MainWindow> window;
};

// With Abu Dhabi 2025 predicted and judged.
inline std::unique_ptr<Program> predictedProgram()
{
    auto program = std::make_unique<Program>(QStringLiteral("2026-05-28T12:00:00Z"));
    program->open();
    program->chooseRace(2025, QStringLiteral("Abu Dhabi"));
    program->press(program->window->tools()->predictButton());
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(
            program->windowModel().raceView() && program->windowModel().raceView()->prediction, 30000);
    }();
    program->press(program->window->tools()->syncButton());
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!program->windowModel().raceView()->evaluations.empty(), 30000); }();
    return program;
}

} // namespace parcferme

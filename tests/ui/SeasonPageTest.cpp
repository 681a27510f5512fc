#include "Program.h"

#include "core/Csv.h"
#include "ui/charts/TitleOddsChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/SeasonHeader.h"
#include "ui/pages/WhatIfLine.h"
#include "ui/session/SeasonSession.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyView.h"
#include "ui/widgets/LeadText.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/Actions.h"
#include "ui/window/EntryList.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QListView>
#include <QTabBar>

using namespace parcferme;

namespace {

constexpr int Patience = 60000;

// With the season page of a year before its eyes.
struct SeasonProgram : Program
{
    explicit SeasonProgram(int year) : Program(QStringLiteral("2026-05-28T12:00:00Z"))
    {
        open();
        showSeason(year);
    }

    void showSeason(int year)
    {
        QComboBox* box = window->tools()->seasonBox();
        QTRY_VERIFY_WITH_TIMEOUT(box->findData(year) >= 0, Patience);
        box->setCurrentIndex(box->findData(year));
        window->showPage(PageId::Season);
        QTRY_VERIFY_WITH_TIMEOUT(view() && view()->year == year && !session().isComputing(), Patience);
        QTRY_VERIFY(!page()->isEmpty() || preferences.hideResults());
    }
    void showAfter(int round)
    {
        auto* box = page()->findChild<QComboBox*>(QStringLiteral("seasonAsOf"));
        QVERIFY(box->findData(round) >= 0);
        box->setCurrentIndex(box->findData(round));
        QTRY_VERIFY_WITH_TIMEOUT(view() && view()->after == round && !session().isComputing(), Patience);
        QTRY_COMPARE(box->currentData().toInt(), round);
    }

    Page* page() { return window->page(PageId::Season); }
    SeasonSession& session() { return windowModel().seasonSession(); }
    const SeasonView* view() { return session().view().get(); }
    SeasonHeader* header() { return page()->findChild<SeasonHeader*>(); }
    QString badge() { return header()->badgeText(); }
    QString sentence() { return page()->findChild<LeadText*>(QStringLiteral("seasonSentence"))->text(); }
    QString cellText(int row, const char* key)
    {
        return cell(table(PageId::Season), row, key).data().toString();
    }
};

} // namespace

class SeasonPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void anEntryOfTheLeftColumn()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        MainWindow& window = *program.window;
        auto* entries = window.findChild<EntryList*>();
        auto* tabs = window.findChild<QTabBar*>(QStringLiteral("pageTabs"));
        QCOMPARE(tabs->count(), 3); // Track record is none any more
        QVERIFY(tabs->isVisible() && window.header()->isVisible());
        QCOMPARE(entries->model()->rowCount(), 2);
        QCOMPARE(entries->model()->index(0, 0).data().toString(), QStringLiteral("Season"));
        QTRY_VERIFY(entries->model()
                        ->index(0, 0)
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("5 of ")));
        QTest::mouseClick(entries->viewport(), Qt::LeftButton, {},
                          entries->visualRect(entries->model()->index(0, 0)).center());
        QCOMPARE(window.currentPage(), window.page(PageId::Season));
        QVERIFY(!tabs->isVisible() && !window.header()->isVisible());
        QVERIFY(!window.raceList()->view()->currentIndex().isValid());
        QVERIFY(!window.actions().predict->isEnabled());
        // A race brings back its tabs.
        program.chooseRace(2026, QStringLiteral("China"));
        QCOMPARE(window.currentPage(), window.page(PageId::Prediction));
        QVERIFY(tabs->isVisible() && window.header()->isVisible());
        QVERIFY(!entries->chosen());
    }

    void oneListForTheKeyboard()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        MainWindow& window = *program.window;
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        RaceListPanel* list = window.raceList();
        QTRY_VERIFY(!program.windowModel().races().empty());
        list->takeFocus();
        QTest::keyClick(list->view(), Qt::Key_Home);
        QCOMPARE(window.currentPage(), window.page(PageId::Season));
        QVERIFY(list->entries()->hasFocus());
        QTest::keyClick(list->entries(), Qt::Key_Down);
        QCOMPARE(window.currentPage(), window.page(PageId::Record));
        QTest::keyClick(list->entries(), Qt::Key_Down);
        QCOMPARE(window.currentPage(), window.page(PageId::Prediction));
        QVERIFY(list->view()->hasFocus());
        QTRY_COMPARE(program.windowModel().races().front().race.id, program.windowModel().race());
        QTest::keyClick(list->view(), Qt::Key_Up);
        QCOMPARE(window.currentPage(), window.page(PageId::Record));
        QTest::keyClick(list->entries(), Qt::Key_End);
        QCOMPARE(window.currentPage(), window.page(PageId::Prediction));
        QCOMPARE(program.windowModel().race(), program.windowModel().races().back().race.id);
        QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), window.page(PageId::Season));
    }

    void restoredOnTheNextStart()
    {
        SeasonProgram program(2014);
        program.window->showPage(PageId::Result);
        program.window->showPage(PageId::Season);
        QVERIFY(program.window->close());
        program.makeWindow();
        program.open();
        QCOMPARE(program.window->currentPage(), program.window->page(PageId::Season));
        QCOMPARE(program.window->raceList()->entries()->chosen(), std::optional(PageId::Season));
        QTRY_VERIFY_WITH_TIMEOUT(program.view() && program.view()->year == 2014, Patience);
        // And the tab of the races.
        QTRY_VERIFY(!program.windowModel().races().empty());
        program.chooseRace(2014, QStringLiteral("Monaco"));
        QCOMPARE(program.window->currentPage(), program.window->page(PageId::Result));
    }

    void asOfAnyRound()
    {
        SeasonProgram program(2014);
        QCOMPARE(program.badge(), QStringLiteral("Final"));
        QCOMPARE(program.header()->largeFact(), QStringLiteral("384 points"));
        QVERIFY(!program.page()->findChild<WhatIfLine*>()->isVisible());
        QCOMPARE(program.cellText(0, "points"), QStringLiteral("384"));

        program.showAfter(10);
        QTRY_COMPARE(program.badge(), QStringLiteral("In retrospect, as of round 10"));
        QCOMPARE(program.header()->largeFact(), QStringLiteral("14 points"));
        QVERIFY(program.header()->provenance().startsWith(
            QStringLiteral("Simulated 10,000 times from all results to Germany, 20 Jul 2014.")));
        QCOMPARE(program.cellText(0, "driver"), QStringLiteral("Nico Rosberg"));
        QCOMPARE(program.cellText(0, "points"), QStringLiteral("190"));
        program.window->selectDriver(QStringLiteral("hamilton"));
        QCOMPARE(program.sentence(), QStringLiteral("Lewis Hamilton can still win. Of the 250 points left he "
                                                    "needs at least 14 more than Rosberg."));

        program.showAfter(0);
        QTRY_COMPARE(program.header()->largeFact(), QStringLiteral("No points yet"));
        const auto* note = program.page()->findChild<Banner*>(QStringLiteral("seasonNote"));
        QVERIFY(note->isVisible() &&
                note->text().startsWith(QStringLiteral("The rules change this season.")));
        QCOMPARE(program.cellText(0, "position"), QStringLiteral("–"));
    }

    void teamsHaveTheirOwnTable()
    {
        SeasonProgram program(2014);
        program.showAfter(10);
        program.page()
            ->findChild<SegmentBar*>(QStringLiteral("seasonSide"))
            ->button(QStringLiteral("teams"))
            ->click();
        QCOMPARE(program.cellText(0, "team"), QStringLiteral("Mercedes"));
        QVERIFY(program.header()->largeFact().endsWith(QStringLiteral("points")));
        TableView* table = program.table(PageId::Season);
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY2(program.sentence().contains(QStringLiteral("can still win")),
                 qPrintable(program.sentence()));
        QVERIFY(program.sentence().contains(QStringLiteral("Team points are those of both cars.")));
    }

    void decided()
    {
        SeasonProgram program(2013); // Vettel, three races before the end
        program.showAfter(16);
        QTRY_COMPARE(program.header()->largeFact(), QStringLiteral("Decided"));
        const auto* note = program.page()->findChild<Banner*>(QStringLiteral("seasonNote"));
        QVERIFY(note->isVisible() &&
                note->text().startsWith(QStringLiteral("Sebastian Vettel is champion.")));
        QCOMPARE(program.cellText(0, "to_be_champion"), QStringLiteral("champion since round 16"));
    }

    void whatIf()
    {
        SeasonProgram program(2014);
        program.showAfter(10);
        auto* line = program.page()->findChild<WhatIfLine*>();
        QVERIFY(line->isVisible());
        auto* driver = line->findChild<QComboBox*>(QStringLiteral("whatIfDriver"));
        const auto* what = line->findChild<QComboBox*>(QStringLiteral("whatIfEvent"));
        QCOMPARE(what->currentText(), QStringLiteral("wins the next race, Hungary"));
        driver->setCurrentIndex(driver->findData(QStringLiteral("hamilton")));
        QTRY_VERIFY_WITH_TIMEOUT(program.session().ifSo().has_value(), Patience);
        QTRY_VERIFY2(line->answer().startsWith(QStringLiteral("his title chance is ")),
                     qPrintable(line->answer()));
        QVERIFY(!program.cellText(0, "p_title_if").isEmpty());
        program.page()->charts()->setCurrent(QStringLiteral("odds"));
        QVERIFY(program.page()->findChild<TitleOddsChart*>()->showsChanges());

        // Kept while the page is left.
        program.window->showPage(PageId::Record);
        program.window->showPage(PageId::Season);
        QVERIFY(program.session().condition().has_value());

        // Who never wins, wins too seldom to say.
        driver->setCurrentIndex(driver->findData(QStringLiteral("chilton")));
        QTRY_VERIFY2(line->answer().startsWith(QStringLiteral("Too rare to say.")),
                     qPrintable(line->answer()));
        QVERIFY(!program.cellText(0, "to_be_champion").isEmpty() ||
                !program.cellText(0, "p_title_trend").isEmpty());
        QTest::mouseClick(line->findChild<QPushButton*>(QStringLiteral("whatIfClear")), Qt::LeftButton);
        QTRY_VERIFY(!program.session().condition());
        QTRY_VERIFY(line->answer().startsWith(QStringLiteral("Shows the odds")));
    }

    void oddsByRoundComeOneAfterAnother()
    {
        SeasonProgram program(2014);
        program.showAfter(3);
        program.page()->charts()->setCurrent(QStringLiteral("odds"));
        QTRY_COMPARE_WITH_TIMEOUT(program.session().rounds().count(2), std::size_t(1), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.session().rounds().count(0), std::size_t(1), Patience);
        QTRY_VERIFY(
            program.cellText(0, "p_title_trend").contains(QRegularExpression(QStringLiteral("^[+−0]"))));
    }

    void racesThatAreNotFetched()
    {
        SeasonProgram program(2014);
        program.clock.set(timeFromIso(QStringLiteral("2026-06-20T12:00:00Z")).value());
        program.showSeason(2026);
        QTRY_VERIFY2(program.badge().startsWith(QStringLiteral("After round 5, ")),
                     qPrintable(program.badge()));
        const auto* note = program.page()->findChild<Banner*>(QStringLiteral("seasonNote"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->severity(), Severity::Warning);
        QVERIFY2(note->text().contains(QStringLiteral("Monaco")), qPrintable(note->text()));
        QVERIFY(note->findChild<QPushButton*>(QStringLiteral("syncSeason"))->isVisible());
    }

    void hiddenResultsHideTheStandings()
    {
        SeasonProgram program(2014);
        program.preferences.setHiddenChoice(HiddenChoice::All);
        program.preferences.setHideResults(true);
        QTRY_VERIFY(program.page()->isEmpty());
        EmptyView* empty = program.page()->emptyView();
        QCOMPARE(empty->head(), QStringLiteral("Standings hidden."));
        QVERIFY(!program.header()->isVisible());
        QTest::mouseClick(empty->button(QStringLiteral("showEarlierRound")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!program.page()->isEmpty(), Patience);
        QCOMPARE(program.view()->after, 0); // all of its races are hidden

        program.session().setAfter(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(program.page()->isEmpty(), Patience);
        QTest::mouseClick(empty->button(QStringLiteral("revealStandings")), Qt::LeftButton);
        QTRY_VERIFY(!program.page()->isEmpty());
        QCOMPARE(program.view()->after, 19);
    }

    void exportsWhatItShows()
    {
        SeasonProgram program(2014);
        program.showAfter(10);
        program.dialogs.answer = program.home.filePath(QStringLiteral("standings.csv"));
        QSignalSpy exported(program.page(), &Page::exported);
        program.window->actions().exportTable->trigger();
        QTRY_COMPARE(exported.count(), 1);
        QFile file(program.dialogs.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = readCsv(file.readAll());
        QVERIFY(table.has_value());
        QVERIFY(table->rows.size() >= size_t(22));
        for (const char* chart : {"final", "odds", "so-far"}) {
            program.page()->charts()->setCurrent(QLatin1StringView(chart));
            program.dialogs.answer = program.home.filePath(QLatin1StringView(chart) + QStringLiteral(".svg"));
            program.window->actions().saveImage->trigger();
            QVERIFY2(QFile::exists(program.dialogs.answer), chart);
        }
    }

    void nothingIsCutWhenNarrow()
    {
        SeasonProgram program(2014);
        program.showAfter(10);
        program.window->resize(1000, 700);
        QTest::qWait(50);
        QCOMPARE(program.window->size(), QSize(1000, 700));
        for (const QPushButton* button : program.window->findChildren<QPushButton*>())
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        TableView* table = program.table(PageId::Season);
        QVERIFY(table->isColumnHidden(program.cell(table, 0, "podiums").column()));
        QCOMPARE(program.cellText(1, "to_be_champion"), QStringLiteral("14 more than ROS"));
    }
};

QTEST_MAIN(SeasonPageTest)
#include "SeasonPageTest.moc"

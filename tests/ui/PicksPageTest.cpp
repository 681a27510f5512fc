#include "Weekend.h"

#include "tables/SortFilterModel.h"
#include "ui/base/HiddenChoice.h"
#include "ui/charts/PlacesChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/PicksPane.h"
#include "ui/picks/OrderView.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/PicksSession.h"
#include "ui/theme/Style.h"
#include "ui/widgets/EmptyView.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/MineBadge.h"
#include "ui/window/RaceHeader.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QTabBar>

using namespace parcferme;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30000;

// Monaco 2026 after qualifying, with the user's own order before its eyes.
struct PicksWeekend : Weekend
{
    PicksWeekend()
    {
        open();
        qualify();
        show(u"mine"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view() && !view()->field.empty() && view()->window.open, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->editor().order().size() == int(view()->field.size()), Patience);
    }

    Page* page(PageId id = PageId::Prediction) { return program.window->page(id); }
    PicksPane* pane() { return page()->findChild<PicksPane*>(); }
    OrderView* rows() { return pane()->findChild<OrderView*>(); }
    QPushButton* lock() { return pane()->findChild<QPushButton*>(u"lockPicks"_s); }
    const PicksView* view() { return program.windowModel().picksSession().view().get(); }
    bool isSaved() { return view() && !program.windowModel().picksSession().isSaving(); }

    void show(const QString& key)
    {
        auto* players = program.window->currentPage()->findChild<SegmentBar*>(u"players"_s);
        QVERIFY(players && players->isVisible());
        QTest::mouseClick(players->button(key), Qt::LeftButton);
    }
    void start(PickStart from)
    {
        pane()->startFrom(from);
        QTRY_COMPARE_WITH_TIMEOUT(pane()->editor().order().filled(),
                                  from == PickStart::Empty ? 0 : pane()->editor().order().size(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(isSaved(), Patience);
    }
    void lockIt()
    {
        start(PickStart::Qualifying);
        QTRY_VERIFY_WITH_TIMEOUT(lock()->isEnabled(), Patience);
        QTest::mouseClick(lock(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(view() && view()->mine, Patience);
    }
    void judge()
    {
        finish();
        program.press(program.window->tools()->syncButton());
        QTRY_VERIFY_WITH_TIMEOUT(view() && view()->mine && !view()->mine->scores.empty(), Patience);
    }
    QString badge() { return program.window->header()->findChild<MineBadge*>()->accessibleName(); }
};

} // namespace

class PicksPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void aDraftIsSavedAtEveryMove()
    {
        PicksWeekend weekend;
        QCOMPARE(weekend.badge(), u"No picks"_s);
        QVERIFY(!weekend.lock()->isEnabled()); // nobody has a place yet
        weekend.start(PickStart::Qualifying);
        QTRY_COMPARE(weekend.badge(), u"Mine, not locked"_s);
        const QString first = weekend.pane()->editor().order().driverAt(0);
        weekend.rows()->setFocus();
        weekend.rows()->selectRow(0);
        QTest::keyClick(weekend.rows(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(weekend.pane()->editor().order().driverAt(1), first);
        QTRY_VERIFY_WITH_TIMEOUT(weekend.isSaved(), Patience);
        QCOMPARE(weekend.view()->draft->places, weekend.pane()->editor().order().places());
        // What was read back has not taken the steps away.
        QTest::keyClick(weekend.rows(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(weekend.pane()->editor().order().driverAt(0), first);
        QTRY_VERIFY_WITH_TIMEOUT(weekend.isSaved(), Patience);
        QCOMPARE(weekend.view()->draft->places.front(), first);
        // Alt+Down on a row moved the row, and no race was left.
        QCOMPARE(weekend.program.windowModel().raceView()->overview.race.name, u"Monaco Grand Prix"_s);

        // Another start of the program finds it.
        weekend.program.makeWindow();
        weekend.program.open();
        QTRY_VERIFY_WITH_TIMEOUT(weekend.view() && weekend.view()->draft, Patience);
        QCOMPARE(weekend.view()->draft->places.front(), first);
        // The order is there a moment after the draft.
        QTRY_COMPARE_WITH_TIMEOUT(weekend.pane()->editor().order().places().value(0), first, Patience);
    }

    // An order that nobody knows yet cannot be chosen.
    void aStartThatIsNotKnownIsGrey()
    {
        PicksWeekend weekend;
        auto* menu = weekend.pane()->findChild<QPushButton*>(u"pickStart"_s)->menu();
        Q_EMIT menu->aboutToShow();
        const auto isOffered = [&](PickStart from) { return menu->actions().at(int(from))->isEnabled(); };
        QVERIFY(!isOffered(PickStart::Model));
        QVERIFY(isOffered(PickStart::Qualifying));
        QVERIFY(!isOffered(PickStart::Grid));
        QVERIFY(isOffered(PickStart::Empty));
    }

    void placesMayStayEmptyUntilTheLock()
    {
        PicksWeekend weekend;
        weekend.start(PickStart::Qualifying);
        QVERIFY(weekend.lock()->isEnabled());
        weekend.rows()->setFocus();
        weekend.rows()->selectRow(3);
        QTest::keyClick(weekend.rows(), Qt::Key_Delete);
        QVERIFY(!weekend.lock()->isEnabled());
        QVERIFY(weekend.lock()->toolTip().startsWith(u"1 place"_s));
        QTRY_VERIFY_WITH_TIMEOUT(weekend.isSaved(), Patience);
        QCOMPARE(weekend.view()->draft->filled(), weekend.pane()->editor().order().size() - 1);
    }

    void lockedItDoesNotChangeAndHasAHash()
    {
        PicksWeekend weekend;
        weekend.start(PickStart::Qualifying);
        auto* chance = weekend.pane()->findChild<QSpinBox*>(u"pickChance"_s);
        chance->setValue(45);
        QTest::mouseClick(weekend.lock(), Qt::LeftButton); // before the figure has come to a rest
        QTRY_VERIFY_WITH_TIMEOUT(weekend.view() && weekend.view()->mine, Patience);
        QCOMPARE(weekend.view()->mine->pick.winnerChance, std::optional(0.45));
        QTRY_COMPARE(weekend.badge(), u"Mine, locked"_s);
        QTRY_VERIFY(!weekend.lock()->isVisible());
        QVERIFY(weekend.program.window->header()->findChild<QAbstractButton*>(u"pickHash"_s));
        const QStringList places = weekend.pane()->editor().order().places();
        weekend.rows()->setFocus();
        weekend.rows()->selectRow(3);
        QTest::keyClick(weekend.rows(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(weekend.pane()->editor().order().places(), places);
        QVERIFY(!chance->isEnabled());
    }

    void theModelIsHiddenWhileIPick()
    {
        PicksWeekend weekend;
        weekend.program.windowModel().preview();
        QTRY_VERIFY_WITH_TIMEOUT(weekend.program.windowModel().shown(), 60000);
        weekend.start(PickStart::Model);
        auto* hide = weekend.pane()->findChild<QCheckBox*>(u"hideModel"_s);
        const auto has = [&](const char* key) {
            return weekend.program.cell(weekend.rows(), 0, key).isValid();
        };
        const auto labels = [&] {
            QStringList texts;
            for (const QLabel* label : weekend.program.window->header()->findChildren<QLabel*>())
                texts << label->text();
            return texts;
        };
        QTRY_VERIFY(has("model") && weekend.pane()->charts()->isVisible());
        QTRY_VERIFY(labels().contains(u"From the model"_s));
        QTest::mouseClick(hide, Qt::LeftButton, {}, {8, hide->height() / 2});
        QVERIFY(hide->isChecked());
        QTRY_VERIFY(!has("model") && !has("against") && !weekend.pane()->charts()->isVisible());
        QTRY_VERIFY(!labels().contains(u"From the model"_s));
        weekend.lockIt();
        QTRY_VERIFY(has("model")); // nothing to be influenced any more
    }

    void theChoiceHoldsForAllPagesAndTheNextRace()
    {
        PicksWeekend weekend;
        weekend.program.window->showPage(PageId::Result);
        auto* players = weekend.page(PageId::Result)->findChild<SegmentBar*>(u"players"_s);
        QTRY_COMPARE(players->current(), u"mine"_s);
        QVERIFY(players->isVisible()); // though there is no result yet
        weekend.program.chooseRace(2026, u"Canada"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!weekend.page(PageId::Result)->isEmpty(), Patience);
        QCOMPARE(players->current(), u"mine"_s);
        QVERIFY(players->isVisible());
        weekend.show(u"model"_s);
        QVERIFY(weekend.program.windowModel().players() == PlayerView::Model);
        QTRY_VERIFY(!weekend.program.window->header()->findChild<MineBadge*>()->isVisible());
    }

    void theResultBesideAllThree()
    {
        PicksWeekend weekend;
        weekend.program.press(weekend.program.window->tools()->predictButton());
        weekend.program.window->showPage(PageId::Prediction);
        weekend.lockIt();
        weekend.judge();
        weekend.program.window->showPage(PageId::Result);
        weekend.show(u"compare"_s);
        Page* page = weekend.page(PageId::Result);
        auto* scores = page->findChild<TableView*>(u"result-compare-scores"_s);
        QTRY_VERIFY_WITH_TIMEOUT(scores && scores->isVisible() && scores->sorted()->rowCount() == 3,
                                 Patience);
        const auto text = [&](int row, const char* key) {
            return weekend.program.cell(scores, row, key).data().toString();
        };
        // Neighbours changed places, and mine was the qualifying order: one place each.
        QCOMPARE(text(0, "position_mae"), u"1.00"_s);
        QVERIFY(text(1, "position_mae") != u"–"_s);
        QCOMPARE(page->printedTables().size(), std::size_t(2)); // what the three were worth, too
        auto* table = page->currentTable()->view();
        QCOMPARE(weekend.program.cell(table, 0, "mine").data().toString(), u"2"_s);
        QCOMPARE(weekend.program.cell(table, 0, "mine_difference").data().toString(), u"▲ 1"_s);
        QCOMPARE(page->charts()->current(), u"places"_s);
        // The chart leaves the tools the room for their words.
        const auto* revision = page->findChild<QComboBox*>(u"revisionBox"_s);
        QTRY_VERIFY(revision->width() >= revision->sizeHint().width());
        // Its rows are the table's, whether all of them have room or they scroll.
        const auto* places = page->findChild<PlacesChart*>();
        for (const int height : {900, 700}) {
            weekend.program.window->resize(1440, height);
            QTRY_COMPARE(weekend.program.window->height(), height);
            QTRY_VERIFY(places->isVisible());
            QTRY_COMPARE(places->rowHeight(), table->rowHeight(0));
        }
        weekend.program.window->resize(1440, 900);

        // My scores stand beside the model's.
        weekend.program.window->showPage(PageId::Metrics);
        QTRY_VERIFY_WITH_TIMEOUT(!weekend.page(PageId::Metrics)->isEmpty(), Patience);
        auto* metrics = weekend.program.table(PageId::Metrics);
        QTRY_VERIFY(weekend.program.cell(metrics, 0, "mine").isValid());
        QCOMPARE(weekend.program.cell(metrics, 0, "mine").data().toString(), u"1.00"_s);
        QCOMPARE(weekend.program.window->header()->largeFact(), u"1.00 positions"_s);

        // Hidden results show none of it.
        weekend.program.preferences.setHideResults(true);
        QTRY_VERIFY(weekend.page(PageId::Metrics)->isEmpty());
        QTRY_COMPARE(weekend.program.window->header()->largeFact(), u"Hidden"_s);
        weekend.program.preferences.setHideResults(false);

        // My own record, and the league.
        weekend.program.window->showPage(PageId::Record);
        Page* record = weekend.page(PageId::Record);
        auto* tabs = record->findChild<QTabBar*>(u"recordPlayers"_s);
        tabs->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(!record->isEmpty(), Patience);
        QTRY_COMPARE(weekend.program.cell(record->currentTable()->view(), 0, "races").data().toString(),
                     u"1"_s);
        tabs->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(!record->isEmpty(), Patience);
        auto* league = record->findChild<TableView*>(u"league"_s);
        QTRY_COMPARE_WITH_TIMEOUT(league->sorted()->rowCount(), 3, Patience); // me, the model, the grid
        QVERIFY(record->findChild<QLabel*>(u"leagueAlone"_s)->isVisible());
        QTest::mouseClick(record->findChild<QPushButton*>(u"copyAddress"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"test.sqlite"_s));
        // The one race of it is hidden: nobody has a race, and so no figure.
        weekend.program.preferences.setHiddenChoice(HiddenChoice::All);
        weekend.program.preferences.setHideResults(true);
        const auto races = [&] { return weekend.program.cell(league, 0, "races").data().toString().toInt(); };
        QTRY_COMPARE_WITH_TIMEOUT(races(), 0, Patience);
        weekend.program.windowModel().reveal();
        QTRY_COMPARE_WITH_TIMEOUT(races(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(league->sorted()->rowCount(), 3, Patience);

        // A start on the league, where one was, waits for the database.
        weekend.program.makeWindow();
        weekend.program.open();
        QTRY_VERIFY_WITH_TIMEOUT(weekend.program.windowModel().leagueSession().league(), Patience);
        QVERIFY2(!weekend.program.window->messages()->text().contains(u"not open"_s),
                 qPrintable(weekend.program.window->messages()->text()));
    }

    void narrowOneAtATimeAndTheLockStays()
    {
        PicksWeekend weekend;
        weekend.program.window->resize(1000, 700);
        auto* views = weekend.pane()->findChild<SegmentBar*>(u"picksView"_s);
        QTRY_VERIFY(views->isVisible());
        weekend.start(PickStart::Qualifying);
        const QRect pane(QPoint(), weekend.pane()->size());
        for (const QString& key : {u"order"_s, u"slopes"_s, u"winner"_s, u"keys"_s}) {
            QTest::mouseClick(views->button(key), Qt::LeftButton);
            QVERIFY(weekend.lock()->isVisible());
            const QRect lock(weekend.lock()->mapTo(weekend.pane(), QPoint()), weekend.lock()->size());
            QVERIFY(pane.contains(lock));
            QCOMPARE(weekend.rows()->isVisible(), key == u"order"_s);
            QCOMPARE(weekend.pane()->charts()->isVisible(), key == u"slopes"_s);
        }
        QTest::mouseClick(views->button(u"order"_s), Qt::LeftButton);
        const QString first = weekend.pane()->editor().order().driverAt(0);
        const QModelIndex down = weekend.program.cell(weekend.rows(), 0, "down");
        QTRY_VERIFY(down.isValid() && !weekend.rows()->isColumnHidden(down.column()));
        QTest::mouseClick(weekend.rows()->viewport(), Qt::LeftButton, {},
                          weekend.rows()->visualRect(down).center());
        QCOMPARE(weekend.pane()->editor().order().driverAt(1), first);
    }

    void theOrderAsCsvAndTheSlopesAsAPicture()
    {
        PicksWeekend weekend;
        weekend.start(PickStart::Qualifying);
        weekend.program.dialogs.answer = weekend.program.home.filePath(u"picks.csv"_s);
        QSignalSpy exported(weekend.page(), &Page::exported);
        QTest::mouseClick(weekend.pane()->findChild<QPushButton*>(u"picksCsv"_s), Qt::LeftButton);
        QTRY_COMPARE(exported.count(), 1);
        QFile file(weekend.program.dialogs.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("position,driver,driver_name,team,team_name,model,against,qualified"));
        QVERIFY(text.contains("\n1," + weekend.pane()->editor().order().driverAt(0).toUtf8() + ","));
        weekend.program.dialogs.answer = weekend.program.home.filePath(u"slopes.png"_s);
        weekend.page()->charts()->saveImage();
        QTRY_COMPARE(exported.count(), 2);
        QVERIFY(!QImage(weekend.program.dialogs.answer).isNull());
    }
};

QTEST_MAIN(PicksPageTest)
#include "PicksPageTest.moc"

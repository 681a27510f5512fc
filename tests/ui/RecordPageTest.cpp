#include "Program.h"

#include "core/Csv.h"
#include "ui/dialogs/BacktestDialog.h"
#include "ui/pages/RecordPage.h"
#include "ui/session/OddsSession.h"
#include "ui/table/TablePanel.h"
#include "ui/table/TableView.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyView.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/Actions.h"
#include "ui/window/StatusStrip.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QTabBar>

using namespace parcferme;

class RecordPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void aBacktestFromTheButtonToTheCsv()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.window->showPage(PageId::Record);
        QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().record(), 30000);
        Page* page = program.window->page(PageId::Record);
        QVERIFY(page->isEmpty());
        QTest::mouseClick(page->emptyView()->button(QStringLiteral("backtest")), Qt::LeftButton);
        auto* dialog = program.window->findChild<BacktestDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* from = dialog->findChild<QComboBox*>(QStringLiteral("backtestFrom"));
        auto* to = dialog->findChild<QComboBox*>(QStringLiteral("backtestTo"));
        from->setCurrentIndex(from->findData(2026));
        to->setCurrentIndex(to->findData(2025)); // the wrong way round does not matter
        int most = 0;
        connect(&program.windowModel(), &WindowModel::workProgress, this,
                [&most, &program](int done, int total) {
                    most = std::max(most, done);
                    const auto* bar = program.window->statusStrip()->findChild<QProgressBar*>();
                    QVERIFY(bar->isVisible());
                    QCOMPARE(bar->maximum(), total);
                });
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("backtestRun")), Qt::LeftButton);
        QVERIFY(program.windowModel().isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
        QVERIFY(most > 1);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), 30000);

        // In 2026 the model is no better than the grid, and the page says so, with n and the interval.
        const auto* note = page->findChild<Banner*>(QStringLiteral("recordNote"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->severity(), Severity::Warning);
        QVERIFY(note->text().startsWith(QStringLiteral(
            "In 2026 the predicted order is no better than the grid, and not clearly worse.")));
        QVERIFY(note->text().contains(QStringLiteral("5 races")));
        QVERIFY(note->text().contains(QStringLiteral("95 %")));

        program.dialogs.answer = program.home.filePath(QStringLiteral("seasons.csv"));
        QSignalSpy exported(page, &Page::exported);
        program.window->actions().exportTable->trigger();
        QTRY_COMPARE(exported.count(), 1);
        QFile file(program.dialogs.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = readCsv(file.readAll());
        QVERIFY(table.has_value());
        QCOMPARE(table->rows.size(), size_t(3)); // both seasons, and all
    }

    void theResultIsKeptForTheSession()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.windowModel().backtest(2025, 2025, Stage::Grid);
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
        program.window->showPage(PageId::Prediction);
        program.chooseRace(2025, QStringLiteral("Monaco"));
        program.window->showPage(PageId::Record);
        QVERIFY(!program.window->currentPage()->isEmpty());
        auto* kinds = program.window->findChild<SegmentBar*>(QStringLiteral("recordKinds"));
        QCOMPARE(kinds->current(), QStringLiteral("backtest"));
        QVERIFY(kinds->button(QStringLiteral("backtest"))->text().contains(QStringLiteral("24 races")));
        QCOMPARE(program.window->findChild<QLabel*>(QStringLiteral("backtestSpan"))->text(),
                 QStringLiteral("2025, stage Grid"));

        // Live and retrospective stay apart from it.
        kinds->button(QStringLiteral("live"))->click();
        QVERIFY(program.window->currentPage()->isEmpty());
        QCOMPARE(program.window->currentPage()->emptyView()->head(),
                 QStringLiteral("No live prediction has been judged yet."));
        kinds->button(QStringLiteral("backtest"))->click();
        QVERIFY(!program.window->currentPage()->isEmpty());
    }

    void theStageNarrowsTheRecord()
    {
        const auto program = predictedProgram(); // in retrospect: of stage grid
        program->window->showPage(PageId::Record);
        Page* page = program->window->currentPage();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), 30000);
        auto* stage = page->findChild<QComboBox*>(QStringLiteral("recordStage"));
        stage->setCurrentIndex(stage->findText(QStringLiteral("Qualifying")));
        QTRY_VERIFY(page->isEmpty());
        QCOMPARE(page->emptyView()->head(), QStringLiteral("No such prediction has been judged yet."));
        QVERIFY(stage->isVisible()); // the way back
        stage->setCurrentIndex(stage->findText(QStringLiteral("Grid")));
        QTRY_VERIFY(!page->isEmpty());
        auto* kinds = page->findChild<SegmentBar*>(QStringLiteral("recordKinds"));
        QVERIFY(kinds->button(QStringLiteral("retrospective"))->text().contains(QStringLiteral("1 race")));
    }

    void theRacesAreListedOnceTheirTabShows()
    {
        const auto program = predictedProgram();
        program->window->showPage(PageId::Record);
        Page* page = program->window->currentPage();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), 30000);
        const auto* table = page->findChild<TableView*>(QStringLiteral("record-races"));
        page->findChild<QTabBar*>(QStringLiteral("recordTables"))->setCurrentIndex(1);
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 1);
    }

    // There before anything was predicted; computed when somebody looks.
    void howGoodTheTitleOddsWere()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.window->showPage(PageId::Record);
        Page* page = program.window->page(PageId::Record);
        auto* tabs = page->findChild<QTabBar*>(QStringLiteral("recordPlayers"));
        QVERIFY(!program.windowModel().oddsSession().review());
        tabs->setCurrentIndex(int(RecordPage::Tab::Odds));
        QVERIFY(page->isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!page->isEmpty(), 120000);
        QCOMPARE(page->currentTable()->view()->model()->rowCount(), 10);
        const auto* verdict = page->findChild<QLabel*>(QStringLiteral("titleOddsVerdict"));
        QVERIFY(verdict->text().startsWith(
            QStringLiteral("In 2022–2025 the title odds were no better than those of the last ten races")));
    }

    void liveAndRetrospectiveAreApart()
    {
        const auto program = predictedProgram();
        program->window->showPage(PageId::Record);
        QTRY_VERIFY_WITH_TIMEOUT(program->windowModel().record(), 30000);
        QTRY_VERIFY(!program->window->currentPage()->isEmpty());
        auto* kinds = program->window->findChild<SegmentBar*>(QStringLiteral("recordKinds"));
        QVERIFY(kinds->button(QStringLiteral("retrospective"))->text().contains(QStringLiteral("1 race")));
        // Of one race nothing is claimed.
        const auto* note = program->window->findChild<Banner*>(QStringLiteral("recordNote"));
        QCOMPARE(note->severity(), Severity::Info);
        QVERIFY(note->text().startsWith(QStringLiteral("One race proves little. Mean error ")));
        kinds->button(QStringLiteral("live"))->click();
        EmptyView* empty = program->window->currentPage()->emptyView();
        QVERIFY(program->window->currentPage()->isEmpty());
        QTest::mouseClick(empty->button(QStringLiteral("showRetrospective")), Qt::LeftButton);
        QVERIFY(!program->window->currentPage()->isEmpty());
        QCOMPARE(kinds->current(), QStringLiteral("retrospective"));
    }
};

QTEST_MAIN(RecordPageTest)
#include "RecordPageTest.moc"

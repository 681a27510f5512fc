#include "Program.h"

#include "core/Csv.h"
#include "core/UtcTime.h"
#include "tables/SortFilterModel.h"
#include "tables/TableRoles.h"
#include "tracker/TrackerThread.h"
#include "ui/base/Preferences.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/Page.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"
#include "ui/widgets/EmptyView.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/Actions.h"
#include "ui/window/MainWindow.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/ToolStrip.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensOnTheLatestRace();
    void predictsAndJudges();
    void sortsByValueAndFilters();
    void exportsAndCopies();
    void marksADriverEverywhere();
    void hidesResults();
    void searchesRaces();
    void switchesTheThemeAtRunTime();
    void keepsColumns();
    void runsABacktest();
    void cancelsABacktest();
    void namesEveryControl();
    void cutsNothingWhenNarrow();
};

void WindowTest::initTestCase()
{
    QApplication::setStyle(new Style);
}

void WindowTest::opensOnTheLatestRace()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    QTRY_COMPARE(program.window->header()->title(), QStringLiteral("Monaco Grand Prix"));
    QCOMPARE(program.window->statusStrip()->networkText(), QStringLiteral("Offline"));
    Page* page = program.window->page(PageId::Prediction);
    QVERIFY(page->isEmpty());
    QTRY_COMPARE(page->emptyView()->head(), QStringLiteral("Ready, without network."));
    QVERIFY(program.window->tools()->predictRole() == PredictOffer::Role::Preview);

    program.press(page->emptyView()->button(QStringLiteral("preview")));
    QTRY_VERIFY(!page->isEmpty());
    QCOMPARE(program.windowModel().shown()->prediction.kind, PredictionKind::Preview);
    QVERIFY(program.window->findChild<QWidget*>(QStringLiteral("previewNotice"))->isVisible());
    QVERIFY(program.table(PageId::Prediction)->model()->rowCount() >= 20);
}

void WindowTest::predictsAndJudges()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    program.chooseRace(2025, QStringLiteral("Abu Dhabi"));
    QVERIFY(program.window->tools()->predictRole() == PredictOffer::Role::Retrospect);
    program.press(program.window->tools()->predictButton());
    QTRY_VERIFY(program.window->messages()->text().startsWith(
        QStringLiteral("Abu Dhabi 2025 – Predicted in retrospect.")));
    TableView* prediction = program.table(PageId::Prediction);
    QTRY_COMPARE(prediction->model()->rowCount(), 20);
    QCOMPARE(program.cell(prediction, 0, "driver").data().toString(), QStringLiteral("Max Verstappen"));
    QCOMPARE(program.windowModel().shown()->prediction.kind, PredictionKind::Retrospective);
    QVERIFY(program.window->tools()->predictRole() == PredictOffer::Role::Done);
    QVERIFY(!program.window->tools()->predictButton()->isEnabled());

    program.press(program.window->tools()->syncButton());
    QTRY_VERIFY(program.window->messages()->text().contains(QStringLiteral(" – Judged: mean error")));
    QTRY_VERIFY(program.window->header()->largeFact().endsWith(QStringLiteral("positions")));
    program.window->showPage(PageId::Result);
    QCOMPARE(program.table(PageId::Result)->model()->rowCount(), 20);
    program.window->showPage(PageId::Metrics);
    QVERIFY(program.table(PageId::Metrics)->model()->rowCount() > 10);
    program.window->showPage(PageId::Record);
    QTRY_VERIFY(!program.window->currentPage()->isEmpty());
}

void WindowTest::sortsByValueAndFilters()
{
    const auto program = predictedProgram();
    TableView* view = program->table(PageId::Prediction);
    const int gap = program->cell(view, 0, "gap").column();
    QHeaderView* header = view->horizontalHeader();
    const QPoint heading(header->sectionViewportPosition(gap) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
    QVERIFY(header->sortIndicatorOrder() == Qt::DescendingOrder);
    for (int row = 1; row < view->model()->rowCount(); ++row)
        QVERIFY(view->model()->index(row - 1, gap).data(ValueRole).toDouble() >=
                view->model()->index(row, gap).data(ValueRole).toDouble());

    QLineEdit* filter = program->window->page(PageId::Prediction)->currentTable()->filter();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("ferrari"));
    QCOMPARE(view->model()->rowCount(), 2);
    filter->clear();
    QTest::keyClicks(filter, QStringLiteral("hulkenberg"));
    QCOMPARE(view->model()->rowCount(), 1);
}

void WindowTest::exportsAndCopies()
{
    const auto program = predictedProgram();
    program->window->showPage(PageId::Prediction);
    program->dialogs.answer = program->home.filePath(QStringLiteral("out.csv"));
    TablePanel* panel = program->window->currentPage()->currentTable();
    panel->view()->showColumn(QStringLiteral("team"), false);
    QSignalSpy exported(panel, &TablePanel::exported);
    program->window->actions().exportTable->trigger();
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(program->dialogs.suggested, QStringLiteral("2025-24-abu-dhabi-prediction-retrospective.csv"));
    QFile file(program->dialogs.answer);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = readCsv(file.readAll());
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), size_t(20));
    QVERIFY(table->column(QStringLiteral("p_win")) >= 0);
    QVERIFY(table->column(QStringLiteral("team_name")) >= 0); // every column, whichever are shown
    QCOMPARE(table->rows[0][table->column(QStringLiteral("driver_name"))], QStringLiteral("Max Verstappen"));
    QCOMPARE(table->rows[0][table->column(QStringLiteral("driver"))], QStringLiteral("max_verstappen"));

    program->window->actions().copy->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 21);
    QVERIFY2(lines.front().startsWith(QStringLiteral("Pos\tDriver\t")), qPrintable(lines.front()));

    program->dialogs.answer = program->home.filePath(QStringLiteral("chart.svg"));
    program->window->actions().saveImage->trigger();
    QVERIFY(QFileInfo(program->dialogs.answer).size() > 1000);

    program->dialogs.answer = program->home.filePath(QStringLiteral("no/such/folder/out.csv"));
    program->window->actions().exportTable->trigger();
    QTRY_VERIFY(program->window->messages()->severity() == Severity::Error);
}

void WindowTest::marksADriverEverywhere()
{
    const auto program = predictedProgram();
    TableView* prediction = program->table(PageId::Prediction);
    const QModelIndex cell = program->cell(prediction, 4, "driver");
    const QString driver = cell.data(DriverRole).toString();
    prediction->scrollTo(cell);
    QTest::mouseClick(prediction->viewport(), Qt::LeftButton, {}, prediction->visualRect(cell).center());
    program->window->showPage(PageId::Result);
    QCOMPARE(program->table(PageId::Result)->currentIndex().data(DriverRole).toString(), driver);
}

void WindowTest::hidesResults()
{
    const auto program = predictedProgram();
    program->preferences.setHiddenChoice(HiddenChoice::All);
    program->window->actions().hideResults->trigger();
    Page* result = program->window->page(PageId::Result);
    program->window->showPage(PageId::Result);
    QTRY_VERIFY(result->isEmpty());
    QCOMPARE(result->emptyView()->head(), QStringLiteral("Result hidden."));
    QCOMPARE(program->window->header()->largeFact(), QStringLiteral("Hidden"));
    QListView* list = program->window->raceList()->view();
    const QModelIndex badge = list->currentIndex().siblingAtColumn(2);
    QCOMPARE(badge.data().toString(), QStringLiteral("Hidden"));
    program->press(result->emptyView()->button(QStringLiteral("reveal")));
    QTRY_VERIFY(!result->isEmpty());
    QVERIFY(program->window->header()->largeFact().endsWith(QStringLiteral("positions")));
}

void WindowTest::searchesRaces()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    program.chooseRace(2025, QStringLiteral("Monaco"));
    QLineEdit* search = program.window->tools()->search();
    QListView* list = program.window->raceList()->view();
    const auto names = [list] {
        QStringList shown;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            shown << list->model()->index(row, 1).data().toString();
        return shown;
    };
    search->setText(QStringLiteral("sao p"));
    QCOMPARE(names(), QStringList{QStringLiteral("São Paulo")});
    search->setText(QStringLiteral("8"));
    QCOMPARE(names(), QStringList{QStringLiteral("Monaco")});
    search->setText(QStringLiteral("nowhere"));
    QCOMPARE(names(), QStringList());
    search->clear();
    QCOMPARE(names().size(), 24);
    QCOMPARE(program.window->header()->title(), QStringLiteral("Monaco Grand Prix"));
}

void WindowTest::switchesTheThemeAtRunTime()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    const auto corner = [&] { return program.window->grab().toImage().pixelColor(4, 60); };
    QTRY_COMPARE(corner(), lightTokens().window);
    program.window->actions().themeDark->trigger();
    QTRY_COMPARE(corner(), darkTokens().window);
    QCOMPARE(program.preferences.theme(), ThemeMode::Dark);
    program.window->actions().themeLight->trigger();
    QTRY_COMPARE(corner(), lightTokens().window);
}

void WindowTest::keepsColumns()
{
    const auto program = predictedProgram();
    TableView* view = program->table(PageId::Prediction);
    view->showColumn(QStringLiteral("p_retire"), false);
    const int team = program->cell(view, 0, "team").column();
    view->horizontalHeader()->moveSection(view->horizontalHeader()->visualIndex(team), 0);
    view->sortByColumn(program->cell(view, 0, "p_points").column(), Qt::DescendingOrder);

    MainWindow again(program->tracker, program->clock, program->preferences, program->dialogs,
                     program->theme);
    TableView* other = again.page(PageId::Prediction)->currentTable()->view();
    QVERIFY(!other->isColumnShown(QStringLiteral("p_retire")));
    QCOMPARE(other->horizontalHeader()->logicalIndex(0), team);
    QCOMPARE(other->horizontalHeader()->sortIndicatorSection(),
             view->horizontalHeader()->sortIndicatorSection());
    other->resetColumns();
    QVERIFY(other->isColumnShown(QStringLiteral("p_retire")));
    QCOMPARE(other->horizontalHeader()->visualIndex(team), team);
}

void WindowTest::runsABacktest()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    QSignalSpy progress(&program.windowModel(), &WindowModel::workProgress);
    program.windowModel().backtest(2024, 2025, Stage::Grid);
    QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
    QVERIFY(progress.count() > 0);
    QTRY_COMPARE(program.window->currentPage(), program.window->page(PageId::Record));
    QVERIFY(!program.window->currentPage()->isEmpty());
    QCOMPARE(program.table(PageId::Record)->model()->rowCount(), 3); // both seasons and all
}

void WindowTest::cancelsABacktest()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    connect(&program.windowModel(), &WindowModel::workProgress, this, [&program] {
        program.window->statusStrip()->findChild<QPushButton*>(QStringLiteral("cancelWork"))->click();
    });
    program.windowModel().backtest(2010, 2025, Stage::Grid);
    QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
    QTRY_VERIFY(program.window->messages()->text().startsWith(QStringLiteral("Stopped.")));
}

void WindowTest::namesEveryControl()
{
    const auto program = predictedProgram();
    for (int page = 0; page < 4; ++page) {
        program->window->showPage(PageId(page));
        QTest::qWait(50);
        for (const QWidget* widget : program->window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
                widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                (widget->parentWidget() && !widget->parentWidget()->accessibleName().isEmpty());
            QVERIFY2(named, widget->metaObject()->className());
        }
    }
}

void WindowTest::cutsNothingWhenNarrow()
{
    const auto program = predictedProgram();
    program->window->resize(1000, 700);
    QTest::qWait(50);
    QCOMPARE(program->window->size(), QSize(1000, 700));
    for (const QPushButton* button : program->window->findChildren<QPushButton*>())
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    const TableView* view = program->table(PageId::Prediction);
    QVERIFY(view->isColumnHidden(program->cell(const_cast<TableView*>(view), 0, "team").column()));
}

QTEST_MAIN(WindowTest)
#include "WindowTest.moc"

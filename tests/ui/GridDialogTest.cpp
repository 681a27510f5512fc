#include "Weekend.h"

#include "ui/dialogs/GridDialog.h"
#include "ui/theme/Style.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTreeWidget>

using namespace parcferme;

namespace {

enum Column { Grid, Name, Qualified, Penalty, Predicted, Win };

// The dialog over a weekend whose qualifying is published, with its first forecast.
struct OpenGrid
{
    explicit OpenGrid(Weekend& weekend) : windowModel(weekend.program.windowModel())
    {
        QTRY_VERIFY_WITH_TIMEOUT(weekend.program.window->actions().enterGrid->isEnabled(), 30000);
        weekend.program.window->actions().enterGrid->trigger();
        dialog = weekend.program.window->findChild<GridDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        rows = dialog->findChild<QTreeWidget*>(QStringLiteral("gridRows"));
        save = dialog->findChild<QPushButton*>(QStringLiteral("gridSave"));
        problem = dialog->findChild<QLabel*>(QStringLiteral("gridProblem"));
        QTRY_VERIFY_WITH_TIMEOUT(!text(0, Predicted).isEmpty(), 30000);
    }
    int rowOf(const QString& name) const
    {
        for (int row = 0; row < rows->topLevelItemCount(); ++row)
            if (text(row, Name) == name)
                return row;
        return -1;
    }
    QString text(int row, int column) const { return rows->topLevelItem(row)->text(column); }
    // Key by key into the row's penalty.
    QLineEdit* type(int row, const QString& penalty) const
    {
        rows->setCurrentItem(rows->topLevelItem(row), Penalty);
        rows->editItem(rows->topLevelItem(row), Penalty);
        auto* editor = rows->findChild<QLineEdit*>();
        if (editor)
            QTest::keyClicks(editor, penalty);
        return editor;
    }

    WindowModel& windowModel;
    GridDialog* dialog = nullptr;
    QTreeWidget* rows = nullptr;
    QPushButton* save = nullptr;
    QLabel* problem = nullptr;
};

} // namespace

class GridDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void aTypedPenaltyMovesTheForecastAtOnce()
    {
        Weekend weekend;
        weekend.open();
        weekend.qualify();
        const OpenGrid grid(weekend);
        QCOMPARE(grid.text(0, Grid), QStringLiteral("1"));
        const QString before = grid.text(0, Win);
        QVERIFY(grid.type(0, QStringLiteral("pit")));
        QCOMPARE(grid.text(0, Grid), QStringLiteral("pit lane")); // the editor is still open
        QCOMPARE(grid.text(1, Grid), QStringLiteral("1"));
        QTRY_VERIFY_WITH_TIMEOUT(grid.text(0, Win) != before, 30000);

        // The page behind shows the same trial, and nothing is stored.
        const ForecastView* shown = grid.windowModel.shown();
        QVERIFY(shown && shown->manualGrid);
        QCOMPARE(shown->prediction.kind, PredictionKind::Preview);
        QVERIFY(shown->forecast.stage == predictor::Stage::Grid);
        QVERIFY(!grid.windowModel.raceView()->manualGrid);
    }

    void cancelForgetsTheTrial()
    {
        Weekend weekend;
        weekend.open();
        weekend.qualify();
        const OpenGrid grid(weekend);
        grid.type(2, QStringLiteral("+5"));
        QCOMPARE(grid.text(2, Grid), QStringLiteral("8"));
        QTRY_VERIFY_WITH_TIMEOUT(grid.windowModel.shown(), 30000);
        grid.dialog->reject();
        QVERIFY(!grid.windowModel.shown());
    }

    void theNewestTrialWins()
    {
        Weekend weekend;
        weekend.open();
        weekend.qualify();
        const OpenGrid grid(weekend);
        QSignalSpy tried(&grid.windowModel, &WindowModel::gridTried);
        std::vector<ManualGrid::Slot> places;
        for (const QualifyingRow& row : grid.windowModel.raceView()->qualifying)
            places.push_back({row.driver, int(places.size()) + 1});
        for (int i = 1; i < 6; ++i) {
            std::swap(places[0].driver, places[size_t(i)].driver);
            grid.windowModel.tryGrid(places);
        }
        QTRY_COMPARE_WITH_TIMEOUT(tried.count(), 1, 30000);
        const auto& entries = grid.windowModel.shown()->forecast.drivers;
        const auto first =
            std::find_if(entries.begin(), entries.end(), [](const auto& driver) { return driver.grid == 1; });
        QVERIFY(first != entries.end());
        QCOMPARE(QString::fromStdString(first->driver), places[0].driver);
    }

    void rowsMoveByKeyAndAWrongPenaltyCannotBeSaved()
    {
        Weekend weekend;
        weekend.open();
        weekend.qualify();
        const OpenGrid grid(weekend);
        const QString pole = grid.text(0, Name);
        grid.rows->setCurrentItem(grid.rows->topLevelItem(0), Penalty);
        QTest::keyClick(grid.rows, Qt::Key_Down, Qt::AltModifier);
        if (grid.text(1, Name) != pole) // no shortcuts where no window is active
            QVERIFY(QMetaObject::invokeMethod(grid.dialog->findChildren<QShortcut*>().back(), "activated"));
        QCOMPARE(grid.text(1, Name), pole);
        QCOMPARE(grid.text(1, Grid), QStringLiteral("2"));

        grid.type(3, QStringLiteral("five"));
        QVERIFY(!grid.save->isEnabled());
        QVERIFY(grid.problem->text().contains(QStringLiteral("five")));
    }

    // No source has the qualifying. Somebody new drives for one of the race before; the grid opens the
    // window.
    void withoutQualifyingTheFieldIsEntered()
    {
        Weekend weekend;
        weekend.open();
        QAction* enter = weekend.program.window->actions().enterGrid;
        QVERIFY(!enter->isEnabled()); // before qualifying
        weekend.passTo(QStringLiteral("2026-06-06T19:00:00Z"));
        QTRY_VERIFY_WITH_TIMEOUT(enter->isEnabled(), 30000);
        WindowModel& windowModel = weekend.program.windowModel();
        QVERIFY(!windowModel.raceView()->overview.window.open);
        const auto field = weekend.rows.size();
        {
            const OpenGrid grid(weekend);
            QCOMPARE(size_t(grid.rows->topLevelItemCount()), field);
            auto* name = grid.dialog->findChild<QLineEdit*>(QStringLiteral("gridName"));
            QVERIFY(name);
            name->setText(QStringLiteral("Nobody"));
            name->setFocus();
            QTest::keyClick(name, Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(grid.problem->text().contains(QStringLiteral("Nobody")), 30000);
            QVERIFY(grid.dialog->isVisible()); // Return adds, and does not save

            const QString leaves = grid.text(5, Name);
            grid.rows->setCurrentItem(grid.rows->topLevelItem(5), Penalty);
            QTest::mouseClick(grid.dialog->findChild<QPushButton*>(QStringLiteral("gridTakeOff")),
                              Qt::LeftButton);
            QCOMPARE(grid.rowOf(leaves), -1);
            name->setText(QStringLiteral("Ana Nováková"));
            QTest::keyClick(name, Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(grid.rowOf(QStringLiteral("Ana Nováková")) >= 0, 30000);
            QVERIFY(name->text().isEmpty());
            QTest::mouseClick(grid.save, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(windowModel.raceView()->manualGrid.has_value(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(windowModel.raceView()->overview.window.open, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(!windowModel.isBusy() && windowModel.shown(), 30000);
        weekend.program.press(weekend.program.window->tools()->predictButton());
        QTRY_VERIFY_WITH_TIMEOUT(windowModel.raceView()->prediction.has_value(), 30000);
        const ForecastView& frozen = *windowModel.raceView()->prediction;
        QCOMPARE(frozen.prediction.kind, PredictionKind::Live);
        QVERIFY(frozen.manualGrid);
        QCOMPARE(frozen.prediction.entries.size(), field);
        QVERIFY(std::ranges::find(frozen.prediction.entries, QStringLiteral("novakova"),
                                  &PredictionEntry::driver) != frozen.prediction.entries.end());
        QCOMPARE(windowModel.raceView()->people.drivers.value(QStringLiteral("novakova")).familyName,
                 QStringLiteral("Nováková"));
    }

    void savedWithTheMarkManual()
    {
        Weekend weekend;
        weekend.open();
        weekend.qualify();
        {
            const OpenGrid grid(weekend);
            grid.type(0, QStringLiteral("back of grid"));
            QTest::mouseClick(grid.save, Qt::LeftButton);
        }
        WindowModel& windowModel = weekend.program.windowModel();
        QTRY_VERIFY_WITH_TIMEOUT(windowModel.raceView()->manualGrid.has_value(), 30000);
        QCOMPARE(windowModel.raceView()->manualGrid->places.back().driver,
                 windowModel.raceView()->qualifying.front().driver);
        QTRY_VERIFY_WITH_TIMEOUT(!windowModel.isBusy() && windowModel.shown(), 30000);
        QVERIFY(windowModel.shown()->manualGrid);

        // Frozen with it, and the header says so.
        weekend.program.press(weekend.program.window->tools()->predictButton());
        QTRY_VERIFY_WITH_TIMEOUT(windowModel.raceView()->prediction.has_value(), 30000);
        QVERIFY(windowModel.raceView()->prediction->manualGrid);
        QCOMPARE(windowModel.raceView()->prediction->prediction.kind, PredictionKind::Live);
    }
};

QTEST_MAIN(GridDialogTest)
#include "GridDialogTest.moc"

#include "Program.h"

#include "ui/theme/Style.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

using namespace parcferme;

// What every table can do, on the prediction's.
class TableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void theColumnMenuHidesAndShows()
    {
        const auto program = predictedProgram();
        TableView* view = program->table(PageId::Prediction);
        auto* button = program->window->findChild<QPushButton*>(QStringLiteral("predictionColumns"));
        QAction* retire = actionOf(*button->menu(), QStringLiteral("Retire %"));
        QVERIFY(retire && retire->isChecked());
        retire->trigger();
        QVERIFY(!view->isColumnShown(QStringLiteral("p_retire")));
        QVERIFY(view->isColumnHidden(program->cell(view, 0, "p_retire").column()));
        retire = actionOf(*button->menu(), QStringLiteral("Retire %"));
        QVERIFY(!retire->isChecked());
        retire->trigger();
        QVERIFY(view->isColumnShown(QStringLiteral("p_retire")));
    }

    void theCopyHasTheHeaderAndTheShownColumnsInTheirOrder()
    {
        const auto program = predictedProgram();
        TableView* view = program->table(PageId::Prediction);
        view->showColumn(QStringLiteral("team"), false);
        const int win = program->cell(view, 0, "p_win").column();
        view->horizontalHeader()->moveSection(view->horizontalHeader()->visualIndex(win), 0);
        program->window->actions().copy->trigger();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 21);
        QStringList header = lines.front().split(u'\t');
        QCOMPARE(header.front(), QStringLiteral("Win %"));
        QVERIFY(header.contains(QStringLiteral("Driver")));
        QVERIFY(!header.contains(QStringLiteral("Team")));
        QVERIFY2(lines[1].split(u'\t').front().toDouble() > 40, qPrintable(lines[1])); // as it is shown
        QCOMPARE(lines[1].split(u'\t').size(), header.size());

        // Of several selected rows only these.
        view->selectRow(2);
        view->selectionModel()->select(view->model()->index(4, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        program->window->actions().copy->trigger();
        QCOMPARE(QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts).size(), 3);
    }

    void theColumnSortedBeforeBreaksTies()
    {
        const auto program = predictedProgram();
        TableView* view = program->table(PageId::Prediction);
        const int team = program->cell(view, 0, "team").column();
        const int position = program->cell(view, 0, "predicted_position").column();
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            view->sortByColumn(position, order);
            view->sortByColumn(team, Qt::AscendingOrder);
            int ties = 0;
            for (int row = 1; row < view->model()->rowCount(); ++row) {
                const auto at = [&](int r, int column) { return view->model()->index(r, column); };
                if (at(row - 1, team).data().toString() != at(row, team).data().toString())
                    continue;
                ++ties;
                const double above = at(row - 1, position).data(ValueRole).toDouble();
                const double below = at(row, position).data(ValueRole).toDouble();
                QVERIFY(order == Qt::AscendingOrder ? above < below : above > below);
            }
            QCOMPARE(ties, 10);
        }
    }

    void theCountFollowsTheFilter()
    {
        const auto program = predictedProgram();
        const auto* count = program->window->findChild<QLabel*>(QStringLiteral("predictionCount"));
        QCOMPARE(count->text(), QStringLiteral("20 drivers"));
        QLineEdit* filter = program->window->currentPage()->currentTable()->filter();
        filter->setText(QStringLiteral("ferrari"));
        QVERIFY(count->text().startsWith(QStringLiteral("2 ")));
        QVERIFY(count->text().endsWith(QStringLiteral("20")));
        filter->setText(QStringLiteral("nobody"));
        QCOMPARE(program->table(PageId::Prediction)->model()->rowCount(), 0);
        filter->clear();
        QCOMPARE(count->text(), QStringLiteral("20 drivers"));
    }

private:
    static QAction* actionOf(QMenu& menu, const QString& text)
    {
        Q_EMIT menu.aboutToShow();
        for (QAction* action : menu.actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
};

QTEST_MAIN(TableTest)
#include "TableTest.moc"

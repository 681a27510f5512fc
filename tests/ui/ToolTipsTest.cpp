#include "Program.h"

#include "ui/table/TableView.h"
#include "ui/theme/Style.h"
#include "ui/window/Actions.h"

#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QTabBar>

using namespace parcferme;

namespace {

// What a fan does not know and an analyst wants to know exactly.
const QRegularExpression& shortWords()
{
    static const QRegularExpression words(
        QStringLiteral(
            "\\b(MAE|ECE|RPS|CRPS|Brier|Spearman|Kendall|hash|stage)\\b|bootstrap|climatology|log loss|"
            "\\bskill\\b|coverage|calibration|mean error|\\b80 %|\\b95 %|±"),
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

// Many digits after the point are no words but noise.
bool isRounded(const QString& text)
{
    static const QRegularExpression digits(QStringLiteral("\\d\\.\\d{5,}"));
    return !text.contains(digits);
}

// What shows when the mouse rests on it: its own, or that of what it stands in.
QString toolTipOf(const QWidget* widget)
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget())
        if (!widget->toolTip().isEmpty())
            return widget->toolTip();
    return {};
}

} // namespace

// Every short word says what it means where it stands.
class ToolTipsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void everyHeadingExplainsItsWord()
    {
        const auto program = predictedProgram();
        MainWindow& window = *program->window;
        QStringList silent;
        const auto look = [&](const QWidget& widget, const QString& where) {
            for (const TableView* table : widget.findChildren<TableView*>()) {
                const QAbstractItemModel* model = table->model();
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QString title = model->headerData(column, Qt::Horizontal).toString();
                    const QString words =
                        model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
                    if (title.contains(shortWords()) && words.isEmpty())
                        silent << QStringLiteral("%1: %2, %3").arg(where, table->objectName(), title);
                    if (!isRounded(words))
                        silent << words;
                }
            }
            for (const QLabel* label : widget.findChildren<QLabel*>())
                if (label->isVisible() && label->text().size() < 60 && label->text().contains(shortWords()) &&
                    toolTipOf(label).isEmpty())
                    silent << QStringLiteral("%1: label %2 \"%3\"")
                                  .arg(where, label->objectName(), label->text());
        };
        for (const PageId page :
             {PageId::Prediction, PageId::Result, PageId::Metrics, PageId::Season, PageId::Record}) {
            window.showPage(page);
            QTest::qWait(200);
            look(window, QStringLiteral("page %1").arg(int(page)));
        }
        auto* tabs = window.findChild<QTabBar*>(QStringLiteral("recordPlayers"));
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(200);
            look(window, tabs->tabText(tab));
        }
        for (QAction* action : {window.actions().backtest, window.actions().ledger}) {
            action->trigger();
            QTRY_VERIFY(!window.findChildren<QDialog*>().isEmpty());
            for (QDialog* dialog : window.findChildren<QDialog*>()) {
                look(*dialog, dialog->windowTitle());
                dialog->close();
            }
        }
        silent.removeDuplicates();
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    }
};

QTEST_MAIN(ToolTipsTest)
#include "ToolTipsTest.moc"

#include "Program.h"

#include "ui/theme/Style.h"

#include <QMessageBox>

using namespace parcferme;

class ClosingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void anIdleWindowJustCloses()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        QVERIFY(program.window->close());
    }

    void whatIsMadeAgainInAMomentIsNoReasonToAsk()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.windowModel().preview();
        QVERIFY(program.windowModel().isBusy());
        QVERIFY(program.window->close());
    }

    void aBacktestUnderWayIsAskedFor()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.windowModel().backtest(2001, 2025, Stage::Grid);
        QVERIFY(!program.window->close());
        QVERIFY(program.window->isVisible());
        QMessageBox* question = questionOf(program);
        QVERIFY(question && question->text().contains(QStringLiteral("backtest")));
        QVERIFY(!program.window->close());
        QCOMPARE(program.window->findChildren<QMessageBox*>().size(), 1); // asked once
        question->reject();
        QVERIFY(program.window->isVisible());
        QVERIFY(program.windowModel().isBusy());

        QVERIFY(!program.window->close());
        QTRY_VERIFY(questionOf(program));
        QTest::mouseClick(questionOf(program)->findChild<QPushButton*>(QStringLiteral("closeAnyway")),
                          Qt::LeftButton);
        QVERIFY(!program.window->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
    }

    void theQuestionGoesWhenTheWorkIsDone()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.windowModel().backtest(2025, 2025, Stage::Grid);
        QVERIFY(!program.window->close());
        QTRY_VERIFY_WITH_TIMEOUT(!program.windowModel().isBusy(), 120000);
        QTRY_VERIFY(!questionOf(program));
        QVERIFY(program.window->isVisible());
    }

private:
    // The one that shows: those that were answered go at the next turn of the loop.
    static QMessageBox* questionOf(const Program& program)
    {
        for (QMessageBox* box : program.window->findChildren<QMessageBox*>())
            if (box->isVisible())
                return box;
        return nullptr;
    }
};

QTEST_MAIN(ClosingTest)
#include "ClosingTest.moc"

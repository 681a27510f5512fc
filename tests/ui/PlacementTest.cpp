#include "Program.h"

#include "ui/theme/Style.h"
#include "ui/window/Placement.h"

#include <QScreen>

using namespace parcferme;

// Where the window opens. Runs without a display (on a screen smaller than the window would like), and on an
// X server of the size that laptops mostly have.
class PlacementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void itLiesInTheRoom_data();
    void itLiesInTheRoom();
    void theFirstStartFitsTheScreen();
    void whatAnotherScreenLeftFitsThisOne();
    void aPlaceThatFitsIsKept();

private:
    static QRect available() { return QGuiApplication::primaryScreen()->availableGeometry(); }
};

void PlacementTest::itLiesInTheRoom_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("placed");
    QTest::newRow("inside") << QRect(100, 60, 1000, 700) << QRect(100, 60, 1000, 700);
    QTest::newRow("too wide and high") << QRect(0, 0, 1440, 900) << QRect(0, 40, 1366, 728);
    QTest::newRow("only too wide") << QRect(10, 60, 1440, 700) << QRect(0, 60, 1366, 700);
    QTest::newRow("right of the screen") << QRect(1920, 100, 1200, 700) << QRect(166, 68, 1200, 700);
    QTest::newRow("above and left") << QRect(-500, -300, 1000, 700) << QRect(0, 40, 1000, 700);
    QTest::newRow("under the title bar") << QRect(50, 0, 1000, 700) << QRect(50, 40, 1000, 700);
}

void PlacementTest::itLiesInTheRoom()
{
    QFETCH(QRect, wanted);
    QTEST(placedIn(QRect(0, 40, 1366, 728), wanted), "placed");
}

void PlacementTest::theFirstStartFitsTheScreen()
{
    const Program program(QStringLiteral("2026-05-28T12:00:00Z"), Program::Size::AsItOpens);
    program.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(program.window.get()));
    QVERIFY2(available().contains(program.window->geometry()),
             qPrintable(QDebug::toString(program.window->geometry())));
    const QPushButton* button = program.window->tools()->syncSeasonButton();
    const QRect shown(button->mapToGlobal(QPoint()), button->size());
    QVERIFY(available().width() < 1000 || available().contains(shown));
}

void PlacementTest::whatAnotherScreenLeftFitsThisOne()
{
    QByteArray left;
    {
        QWidget large;
        large.setGeometry(2200, 1300, 1900, 1100);
        left = large.saveGeometry();
    }
    Program program(QStringLiteral("2026-05-28T12:00:00Z"), Program::Size::AsItOpens);
    program.preferences.setWindowState(QStringLiteral("geometry"), left);
    program.makeWindow();
    program.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(program.window.get()));
    // The platform without a display moves a window by its frame of 2 pixels when it shows, since Qt 6.8.
    QVERIFY2(available().marginsAdded({2, 2, 2, 2}).contains(program.window->geometry()),
             qPrintable(QDebug::toString(program.window->geometry())));
}

void PlacementTest::aPlaceThatFitsIsKept()
{
    const QRect place(available().left() + 2, available().top() + 45, std::min(1010, available().width() - 4),
                      705);
    QByteArray left;
    {
        QWidget small;
        small.setGeometry(place);
        left = small.saveGeometry();
    }
    Program program(QStringLiteral("2026-05-28T12:00:00Z"), Program::Size::AsItOpens);
    program.preferences.setWindowState(QStringLiteral("geometry"), left);
    program.makeWindow();
    QCOMPARE(program.window->geometry().topLeft(), place.topLeft());
    QCOMPARE(program.window->height(), place.height());
}

QTEST_MAIN(PlacementTest)
#include "PlacementTest.moc"

#include "Program.h"

#include "ui/table/CellDelegate.h"
#include "ui/table/TableView.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"
#include "ui/window/Placement.h"
#include "ui/window/RaceListDelegate.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>

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
    void everythingIsInReach_data();
    void everythingIsInReach();
    void aLowWindowIsForTheRows();
    void theListTakesItsPartOfANarrowWindow();
    void longWordsGiveWayToTheName();

private:
    static QStringList outOfReach(const QWidget& window);
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

// Controls that show in part or not at all; what is in a scroll area is scrolled to.
QStringList PlacementTest::outOfReach(const QWidget& window)
{
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QAbstractButton*>(widget) ||
                             qobject_cast<const QComboBox*>(widget) || qobject_cast<const QLineEdit*>(widget);
        if (!control || !widget->isVisible() || widget->window() != &window)
            continue;
        bool scrolled = false;
        for (const QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
            scrolled = scrolled || qobject_cast<const QAbstractScrollArea*>(above);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        const bool seen = widget->visibleRegion().boundingRect() == widget->rect();
        if (!scrolled && !(window.rect().contains(place) && seen))
            cut << QStringLiteral("%1 %2 at %3,%4 %5x%6")
                       .arg(QString::fromLatin1(widget->metaObject()->className()),
                            widget->accessibleName() + widget->objectName())
                       .arg(place.x())
                       .arg(place.y())
                       .arg(place.width())
                       .arg(place.height());
    }
    return cut;
}

void PlacementTest::everythingIsInReach_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("a small window") << QSize(1000, 700);
    QTest::newRow("the laptop at 125 %") << QSize(1092, 560);
    QTest::newRow("the laptop at 150 %") << QSize(910, 480);
}

void PlacementTest::everythingIsInReach()
{
    QFETCH(QSize, size);
    const auto program = predictedProgram();
    MainWindow& window = *program->window;
    window.setMinimumSize(1, 1); // whatever it asks for itself
    window.resize(size);
    QTRY_COMPARE(window.size(), size);
    for (const PageId page :
         {PageId::Prediction, PageId::Result, PageId::Metrics, PageId::Record, PageId::Season}) {
        window.showPage(page);
        QTest::qWait(300); // layouts come to a rest
        const QStringList cut = outOfReach(window);
        QVERIFY2(cut.isEmpty(),
                 qPrintable(QStringLiteral("page %1: %2").arg(int(page)).arg(cut.join(u'\n'))));
    }
    program->chooseRace(2026, QStringLiteral("Monaco")); // a preview with its notice, and a warning
    window.showPage(PageId::Prediction);
    program->windowModel().preview();
    QTRY_VERIFY_WITH_TIMEOUT(program->windowModel().shown(), 30000);
    QTest::qWait(300);
    const QStringList cut = outOfReach(window);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

// The scores are in reach without words that fill the page, and without a bar over the last of the three
// rows.
void PlacementTest::aLowWindowIsForTheRows()
{
    const auto program = predictedProgram();
    MainWindow& window = *program->window;
    window.resize(910, 480);
    window.messages()->dismiss();
    window.showPage(PageId::Metrics);
    QTRY_VERIFY(window.currentPage()->currentTable());
    TableView* scores = window.currentPage()->currentTable()->view();
    QTRY_VERIFY(scores->isVisible());
    const auto* verdict = window.findChild<Banner*>(QStringLiteral("metricsVerdict"));
    const auto rows = [&] { return scores->viewport()->height() / scores->rowHeight(0); };
    QTRY_VERIFY2(rows() >= 4, qPrintable(QString::number(rows())));
    QVERIFY(!scores->horizontalScrollBar()->isVisible());
    QVERIFY(verdict->toolTip().contains(QStringLiteral("Mean error")));
    QVERIFY(verdict->text().contains(QStringLiteral("Mean error"))); // for a screen reader

    window.resize(910, 800);
    QTRY_VERIFY(verdict->toolTip().isEmpty());
    window.resize(910, 480);

    program->windowModel().setPlayers(PlayerView::Compare);
    window.showPage(PageId::Result);
    auto* compared = window.findChild<TableView*>(QStringLiteral("result-compare-scores"));
    QVERIFY(compared);
    QTRY_VERIFY(compared->isVisible());
    QTRY_VERIFY(!compared->horizontalScrollBar()->isVisible());
    QTRY_VERIFY(compared->columnWidth(0) >=
                CellDelegate::neededWidth(compared->font(), compared->model()->index(1, 0)));
}

void PlacementTest::theListTakesItsPartOfANarrowWindow()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    const auto* list = program.window->findChild<RaceListPanel*>();
    program.window->resize(1100, 700);
    QTRY_COMPARE(program.window->width(), 1100);
    QTRY_COMPARE(list->width(), 240);
    program.window->resize(1000, 700);
    QTRY_COMPARE(list->width(), 219);
    program.window->resize(910, 480);
    QTRY_COMPARE(list->width(), 188);
    program.window->resize(1440, 900);
    QTRY_COMPARE(list->width(), 240);
}

// "12 Netherlands" before "Frozen": the icon says as much, the tooltip says all.
void PlacementTest::longWordsGiveWayToTheName()
{
    QStandardItemModel races(1, 3);
    races.setItem(0, 0, new QStandardItem(QStringLiteral("12")));
    races.setItem(0, 1, new QStandardItem(QStringLiteral("Netherlands")));
    races.setItem(0, 2, new QStandardItem);
    RaceListDelegate delegate;
    const auto painted = [&](const QString& words, bool compact) {
        delegate.setCompact(compact);
        RaceBadge badge;
        badge.text = words;
        badge.icon = RaceBadge::Icon::Lock;
        badge.tone = RaceBadge::Tone::Accent;
        races.item(0, 2)->setData(QVariant::fromValue(badge), BadgeRole);
        QImage image(240, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = qApp->palette();
        option.font = qApp->font();
        option.fontMetrics = QFontMetrics(option.font);
        delegate.paint(&painter, option, races.index(0, 1));
        return image;
    };
    const QString shortWord = QStringLiteral("Open"), longWords = QStringLiteral("Frozen and locked");
    QVERIFY(painted(shortWord, false) != painted(shortWord, true));
    QCOMPARE(painted(longWords, false), painted(longWords, true));
}

QTEST_MAIN(PlacementTest)
#include "PlacementTest.moc"

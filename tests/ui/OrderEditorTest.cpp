#include "ui/picks/OrderEditor.h"
#include "tables/PickOrderModel.h"
#include "tables/SortFilterModel.h"
#include "ui/picks/LiftedRow.h"
#include "ui/picks/OrderView.h"
#include "ui/theme/Style.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;
using namespace Qt::StringLiterals;

namespace {

const QStringList Field = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};

PickOrder full()
{
    return {Field, Field};
}

// Of each row the driver; in brackets who has no place.
QString words(const PickOrder& order)
{
    QStringList rows;
    for (int row = 0; row < order.size(); ++row)
        rows << (order.placedAt(row) ? order.driverAt(row) : u'(' + order.driverAt(row) + u')');
    return rows.join(u' ');
}

// A window with the view of an order of many, models checked from the first change on.
struct Shown
{
    explicit Shown(const PickOrder& order, QSize size = {700, 500}, bool buttons = false)
        : preferences(home.filePath(u"preferences.ini"_s)), tester(&model)
    {
        form.buttons = buttons;
        view = new OrderView(u"picks"_s, &model, editor, preferences, &window);
        proxyTester = std::make_unique<QAbstractItemModelTester>(view->sorted());
        QObject::connect(&editor, &OrderEditor::changed, &window, [this] { fill(); });
        QObject::connect(view, &OrderView::said, &window, [this](const QString& words) {
            heard << words;
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
            QCOMPARE(view->accessibleDescription(), words); // what a reader says of it
#endif
        });
        editor.open(order, [](const QString& driver) { return driver.toUpper(); });
        window.resize(size);
        view->setGeometry(QRect(QPoint(20, 0), size - QSize(20, 0)));
        window.show();
        view->selectRow(0);
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    void fill()
    {
        std::vector<PickOrderModel::Line> lines;
        for (int row = 0; row < editor.order().size(); ++row)
            lines.push_back({editor.order().driverAt(row), {}, editor.order().placedAt(row), {}, {}});
        model.show(lines, {}, form);
    }
    QString order() const { return words(editor.order()); }
    QString chosen() const { return view->currentIndex().data(DriverRole).toString(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(view, key, modifiers); }
    QPoint middleOf(int row) const { return view->visualRect(view->sorted()->index(row, 1)).center(); }
    void choose(int row) { view->selectRow(row); }

    QTemporaryDir home;
    Preferences preferences;
    PickOrderModel model;
    QAbstractItemModelTester tester;
    std::unique_ptr<QAbstractItemModelTester> proxyTester;
    PickOrderModel::Form form;
    OrderEditor editor;
    QWidget window;
    OrderView* view = nullptr;
    QStringList heard;
};

} // namespace

class OrderEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void othersMakeRoomTowardsThePlaceThatIsLeft()
    {
        QCOMPARE(words(full().moved(3, 1)), u"a d b c e"_s);
        QCOMPARE(words(full().moved(0, 4)), u"b c d e a"_s);
        QCOMPARE(words(full().moved(2, 2)), u"a b c d e"_s);
    }

    void anEmptyPlaceIsFilledAndStopsThoseWhoMakeRoom()
    {
        const PickOrder gap(Field, {u"a"_s, u"b"_s, QString(), u"d"_s, u"e"_s});
        QCOMPARE(words(gap), u"a b (c) d e"_s);
        QCOMPARE(gap.filled(), 4);
        // Nobody else moves; who waited there waits in the row that is left.
        QCOMPARE(words(gap.moved(0, 2)), u"(c) b a d e"_s);
        // Only as far as the gap.
        QCOMPARE(words(gap.moved(4, 1)), u"a e b d (c)"_s);
        // From outside one looks behind first.
        const PickOrder top(Field, {u"a"_s, u"b"_s});
        QCOMPARE(words(top), u"a b (c) (d) (e)"_s);
        QCOMPARE(words(top.moved(4, 0)), u"e a b (d) (c)"_s);
        const PickOrder end(Field, {QString(), QString(), u"c"_s, u"d"_s, u"e"_s});
        QCOMPARE(words(end.moved(0, 4)), u"(b) c d e a"_s); // behind is none, so towards the place left
        QCOMPARE(words(full().cleared(1)), u"a (b) c d e"_s);
        QCOMPARE(full().cleared(0).winner(), QString());
    }

    void whoIsNotOfTheFieldIsLeftOut()
    {
        const PickOrder order({u"a"_s, u"b"_s}, {u"x"_s, u"b"_s, u"a"_s});
        QCOMPARE(words(order), u"(a) b"_s);
    }

    void keysMoveTheRowAndItStaysChosen()
    {
        Shown shown(full());
        shown.choose(2);
        shown.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.order(), u"a c b d e"_s);
        QCOMPARE(shown.chosen(), u"c"_s);
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.key(Qt::Key_End, Qt::AltModifier);
        QCOMPARE(shown.order(), u"a b d e c"_s);
        shown.key(Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(shown.order(), u"c a b d e"_s);
        shown.key(Qt::Key_Up, Qt::AltModifier); // there is no further
        QCOMPARE(shown.order(), u"c a b d e"_s);
        shown.key(Qt::Key_Down);
        QCOMPARE(shown.chosen(), u"a"_s);
        QCOMPARE(shown.order(), u"c a b d e"_s);
    }

    void digitsAndEnterGoToThatPlace()
    {
        Shown shown(full());
        QSignalSpy typed(shown.view, &OrderView::placeTyped);
        shown.key(Qt::Key_4);
        QCOMPARE(shown.view->typedPlace(), u"4"_s);
        QCOMPARE(shown.order(), u"a b c d e"_s); // not before Enter
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.order(), u"b c d a e"_s);
        QVERIFY(shown.view->typedPlace().isEmpty());
        QCOMPARE(typed.count(), 2);
        shown.key(Qt::Key_9);
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.heard.last(), u"There is no place 9."_s);
        shown.key(Qt::Key_1);
        shown.key(Qt::Key_Escape);
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.order(), u"b c d a e"_s);
    }

    void spaceLiftsAndDropsAndEscapePutsBack()
    {
        Shown shown(full());
        QSignalSpy settled(&shown.editor, &OrderEditor::settled);
        shown.choose(3);
        shown.key(Qt::Key_Space);
        QCOMPARE(shown.editor.lifted(), u"d"_s);
        QTRY_VERIFY(shown.window.findChild<LiftedRow*>() &&
                    shown.window.findChild<LiftedRow*>()->isVisible());
        shown.key(Qt::Key_Up);
        shown.key(Qt::Key_Up);
        QCOMPARE(shown.order(), u"a d b c e"_s); // others make room at once
        QCOMPARE(shown.chosen(), u"d"_s);
        QCOMPARE(settled.count(), 0); // nothing is saved on the way
        shown.key(Qt::Key_Escape);
        QCOMPARE(shown.order(), u"a b c d e"_s);
        QTRY_VERIFY(!shown.window.findChild<LiftedRow*>()->isVisible());
        QCOMPARE(settled.count(), 0);
        shown.key(Qt::Key_Space);
        shown.key(Qt::Key_Up);
        shown.key(Qt::Key_Space);
        QCOMPARE(shown.order(), u"a b d c e"_s);
        QCOMPARE(settled.count(), 1);
        // One step, however far he was carried.
        shown.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.order(), u"a b c d e"_s);
        QCOMPARE(settled.count(), 2);
        QCOMPARE(shown.editor.steps().count(), 1);
    }

    void eachStepIsUndoneAndMadeAgain()
    {
        Shown shown(full());
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.key(Qt::Key_Delete);
        QCOMPARE(shown.order(), u"b (a) c d e"_s);
        shown.editor.startFrom(PickOrder(Field, {}), u"All places are empty."_s);
        QCOMPARE(shown.editor.order().filled(), 0);
        for (int i = 0; i < 3; ++i)
            shown.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.order(), u"a b c d e"_s);
        shown.key(Qt::Key_Z, Qt::ControlModifier); // nothing more
        QCOMPARE(shown.order(), u"a b c d e"_s);
        shown.editor.redo();
        QCOMPARE(shown.order(), u"b a c d e"_s);
    }

    void eachMoveIsSaid()
    {
        Shown shown(full());
        shown.choose(2);
        shown.heard.clear();
        shown.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.heard.last(), u"C, now 2, was 3."_s);
        shown.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.heard.last(), u"C, now 3, was 2."_s);
        shown.key(Qt::Key_Space);
        QCOMPARE(shown.heard.last(), u"C lifted, place 3"_s);
        shown.key(Qt::Key_Down);
        QCOMPARE(shown.heard.last(), u"C, now 4, was 3."_s);
        shown.key(Qt::Key_Escape);
        QCOMPARE(shown.heard.last(), u"C put back, place 3"_s);
        shown.key(Qt::Key_Delete);
        QCOMPARE(shown.heard.last(), u"C, now without a place, was 3."_s);
    }

    void aRowIsDragged()
    {
        Shown shown(full());
        QSignalSpy settled(&shown.editor, &OrderEditor::settled);
        QWidget* viewport = shown.view->viewport();
        const QPoint from = shown.middleOf(3);
        const QPoint to = shown.middleOf(1);
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QTest::mouseMove(viewport, from - QPoint(0, 2)); // not yet a drag
        QVERIFY(shown.editor.lifted().isEmpty());
        QTest::mouseMove(viewport, from - QPoint(0, 15));
        QCOMPARE(shown.editor.lifted(), u"d"_s);
        QTest::mouseMove(viewport, to);
        QCOMPARE(shown.order(), u"a d b c e"_s);
        // It goes with the pointer, eight pixels to the left, over where the others are.
        const auto* lifted = shown.window.findChild<LiftedRow*>();
        QVERIFY(lifted && lifted->isVisible());
        const QPoint left = viewport->mapTo(&shown.window, QPoint(0, 0));
        QVERIFY(lifted->geometry().left() < left.x() - 7);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
        QCOMPARE(shown.order(), u"a d b c e"_s);
        QVERIFY(!lifted->isVisible() || QTest::qWaitFor([&] { return !lifted->isVisible(); }));
        QCOMPARE(settled.count(), 1);
        QCOMPARE(shown.chosen(), u"d"_s);
        shown.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.order(), u"a b c d e"_s);
    }

    void escapeWhileDraggingPutsBack()
    {
        Shown shown(full());
        QWidget* viewport = shown.view->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, shown.middleOf(0));
        QTest::mouseMove(viewport, shown.middleOf(3));
        QCOMPARE(shown.order(), u"b c d a e"_s);
        shown.key(Qt::Key_Escape);
        QCOMPARE(shown.order(), u"a b c d e"_s);
        QTest::mouseMove(viewport, shown.middleOf(4));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.middleOf(4));
        QCOMPARE(shown.order(), u"a b c d e"_s);
    }

    void atTheEdgeTheListScrolls()
    {
        QStringList many;
        for (int i = 0; i < 22; ++i)
            many << u"driver%1"_s.arg(i);
        Shown shown(PickOrder(many, many), {700, 220});
        QWidget* viewport = shown.view->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, shown.middleOf(0));
        QTest::mouseMove(viewport, {60, viewport->height() + 10});
        QTRY_COMPARE(shown.editor.order().rowOf(u"driver0"_s), 21);
        QTRY_COMPARE(shown.view->verticalScrollBar()->value(), shown.view->verticalScrollBar()->maximum());
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, {60, viewport->height() + 10});
        QCOMPARE(shown.editor.order().rowOf(u"driver0"_s), 21);
    }

    void buttonsMoveInANarrowWindow()
    {
        Shown shown(full(), {700, 500}, true);
        const auto press = [&](int row, const char* key) {
            const QModelIndex cell = shown.view->sorted()->index(row, shown.model.column(QLatin1String(key)));
            QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {},
                              shown.view->visualRect(cell).center());
        };
        press(2, "up");
        QCOMPARE(shown.order(), u"a c b d e"_s);
        press(1, "down");
        QCOMPARE(shown.order(), u"a b c d e"_s);
        press(0, "up");
        QCOMPARE(shown.order(), u"a b c d e"_s);
        // They are no data.
        for (const int column : shown.view->shownColumns())
            QVERIFY(!shown.view->sorted()->headerData(column, Qt::Horizontal).toString().isEmpty());
        QCOMPARE(shown.view->sorted()
                     ->index(1, shown.model.column(u"up"_s))
                     .data(Qt::AccessibleTextRole)
                     .toString(),
                 u"Move b up"_s);
    }

    void aLockedOrderDoesNotMove()
    {
        Shown shown(full());
        shown.editor.setEditable(false);
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.key(Qt::Key_Space);
        shown.key(Qt::Key_Delete);
        QWidget* viewport = shown.view->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, shown.middleOf(0));
        QTest::mouseMove(viewport, shown.middleOf(3));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.middleOf(3));
        QCOMPARE(shown.order(), u"a b c d e"_s);
        QVERIFY(shown.editor.lifted().isEmpty());
    }

    void theRowsOfTheTable()
    {
        PickOrderModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<PickOrderModel::Line> lines = {{u"a"_s, {}, true, 4, 0}, {u"b"_s, {}, false, 1, 2}};
        model.show(lines, {}, {});
        const auto text = [&](int row, const char* key) {
            return model.index(row, model.column(QLatin1String(key))).data().toString();
        };
        QCOMPARE(text(0, "position"), u"1"_s);
        QCOMPARE(text(0, "against"), u"▲ 3"_s);
        QCOMPARE(text(0, "qualified"), u"PL"_s);
        QCOMPARE(text(1, "position"), u"–"_s); // a place that is empty
        QCOMPARE(text(1, "against"), u"–"_s);
        PickOrderModel::Form hidden;
        hidden.hidesModel = true;
        hidden.gridKnown = true;
        model.show(lines, {}, hidden);
        QCOMPARE(model.column(u"model"_s), -1);
        QCOMPARE(model.column(u"against"_s), -1);
        QVERIFY(model.column(u"grid"_s) > 0);
        QCOMPARE(model.rowCount(), 2);
    }
};

QTEST_MAIN(OrderEditorTest)
#include "OrderEditorTest.moc"

#include "Dialogs.h"
#include "Language.h"

#include "ui/theme/FocusRing.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QDialogButtonBox>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

using namespace parcferme;

namespace {

bool canHaveFocus(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

QChar mnemonicOf(const QString& text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(ushort(keys[0].key()));
}

// Letter by letter who answers to it. Texts of the same control in several places (two tables on a page)
// count once.
class Letters
{
public:
    void add(const QString& text)
    {
        const QChar letter = mnemonicOf(text);
        if (letter.isNull())
            return;
        const auto other = texts_.constFind(letter);
        if (other != texts_.constEnd() && *other != text)
            clashes_ << *other + QStringLiteral(" / ") + text;
        texts_.insert(letter, text);
    }
    QString clashes() const { return clashes_.join(u'\n'); }

private:
    QHash<QChar, QString> texts_;
    QStringList clashes_;
};

void addControls(Letters& letters, const QWidget& window)
{
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            letters.add(button->text());
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy())
            letters.add(label->text());
    }
}

void addMenu(const QMenu& menu, QStringList& clashes)
{
    Letters letters;
    for (const QAction* action : menu.actions()) {
        letters.add(action->text());
        if (!action->isSeparator() && mnemonicOf(action->text()).isNull())
            clashes << action->text() + QStringLiteral(" has none");
        if (action->menu())
            addMenu(*action->menu(), clashes);
    }
    if (!letters.clashes().isEmpty())
        clashes << letters.clashes();
}

void addActions(const QMenu& menu, QList<QAction*>& actions)
{
    for (QAction* action : menu.actions()) {
        if (action->menu())
            addActions(*action->menu(), actions);
        else if (!action->isSeparator())
            actions << action;
    }
}

QList<QAction*> allActions(const Program& program)
{
    QList<QAction*> actions;
    for (const QAction* menu : program.window->menuBar()->actions())
        addActions(*menu->menu(), actions);
    return actions;
}

// Where Tab leads from the widget with the focus, once around.
QList<QWidget*> tabOrder()
{
    QList<QWidget*> order;
    for (int step = 0; step < 200; ++step) {
        QWidget* now = QApplication::focusWidget();
        if (!now || order.contains(now))
            break;
        order << now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return order;
}

} // namespace

// The program without a mouse. Runs without a display, and on a real X server for the focus.
class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mnemonicsAreUnique_data() { addLanguages(); }
    void mnemonicsAreUnique();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void tabReachesEverythingInDialogs();
    void shortcutsAreListed_data() { addLanguages(); }
    void shortcutsAreListed();
    void shortcutsWork();
    void dialogsOpenAndCloseByKey();
    void menusOpenByKey();
    void focusIsSeen();
    void lifecycleWithoutAMouse();
};

void KeyboardTest::mnemonicsAreUnique()
{
    QFETCH(QString, language);
    const Language speaks(language);
    const auto program = predictedProgram();
    QStringList clashes;
    for (const QAction* menu : program->window->menuBar()->actions())
        addMenu(*menu->menu(), clashes);
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
    for (int page = 0; page < 4; ++page) {
        program->window->showPage(PageId(page));
        Letters letters;
        for (const QAction* menu : program->window->menuBar()->actions())
            letters.add(menu->text());
        addControls(letters, *program->window);
        QVERIFY2(letters.clashes().isEmpty(), qPrintable(letters.clashes()));
    }
    forEveryDialog(*program, [](const QDialog& dialog) {
        Letters letters;
        addControls(letters, dialog);
        QVERIFY2(letters.clashes().isEmpty(), qPrintable(letters.clashes()));
    });
}

void KeyboardTest::tabReachesEverything_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("prediction") << 0;
    QTest::newRow("result") << 1;
    QTest::newRow("metrics") << 2;
    QTest::newRow("track record") << 3;
}

void KeyboardTest::tabReachesEverything()
{
    QFETCH(int, page);
    const auto program = predictedProgram();
    MainWindow& window = *program->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPage(PageId(page));
    QTRY_VERIFY_WITH_TIMEOUT(!window.currentPage()->isEmpty(), 60000);
    window.tools()->seasonBox()->setFocus(Qt::TabFocusReason);
    const QList<QWidget*> order = tabOrder();
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (canHaveFocus(widget) && widget->window() == &window && !qobject_cast<QMenuBar*>(widget))
            QVERIFY2(order.contains(widget) || order.contains(widget->focusProxy()),
                     qPrintable(QStringLiteral("%1 \"%2\" %3")
                                    .arg(QString::fromLatin1(widget->metaObject()->className()),
                                         widget->objectName(), widget->accessibleName())));
    // From top to bottom: tools, message, list, header, tabs, page, status line.
    const QList<QWidget*> areas = {window.tools(),  window.messages(),    window.raceList(),
                                   window.header(), window.currentPage(), window.statusStrip()};
    int area = 0;
    for (const QWidget* widget : order) {
        for (int i = 0; i < areas.size(); ++i)
            if (areas[i] == widget || areas[i]->isAncestorOf(widget)) {
                QVERIFY2(i >= area, qPrintable(widget->accessibleName()));
                area = i;
            }
    }
}

void KeyboardTest::tabReachesEverythingInDialogs()
{
    const auto program = predictedProgram();
    forEveryDialog(*program, [&program](QDialog& dialog) {
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_VERIFY(dialog.focusWidget());
        // What comes from the tracker may still turn a button on.
        QTRY_VERIFY(!program->windowModel().isBusy());
        dialog.focusWidget()->setFocus(Qt::TabFocusReason);
        const QList<QWidget*> order = tabOrder();
        for (QWidget* widget : dialog.findChildren<QWidget*>())
            if (canHaveFocus(widget) && !widget->focusProxy() &&
                !widget->objectName().startsWith(QStringLiteral("qt_")))
                QVERIFY2(order.contains(widget),
                         qPrintable(dialog.windowTitle() + u' ' + widget->objectName() + u' ' +
                                    QString::fromLatin1(widget->metaObject()->className()) +
                                    QStringLiteral(" of %1 reached, last %2")
                                        .arg(order.size())
                                        .arg(QString::fromLatin1(
                                            QApplication::focusWidget()
                                                ? QApplication::focusWidget()->metaObject()->className()
                                                : "none"))));
    });
}

void KeyboardTest::shortcutsAreListed()
{
    QFETCH(QString, language);
    const Language speaks(language);
    const auto program = predictedProgram();
    program->window->actions().shortcuts->trigger();
    auto* dialog = program->window->findChild<QDialog*>();
    QVERIFY(dialog);
    QStringList shown;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        shown << label->text();
    QSet<QKeySequence> keys;
    for (const QAction* action : allActions(*program)) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->text()));
        keys.insert(action->shortcut());
        QVERIFY2(shown.contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->text()));
        QVERIFY2(shown.contains(action->text().remove(u'&').remove(QChar(0x2026)).trimmed()),
                 qPrintable(action->text()));
    }
    QVERIFY(keys.size() >= 20);
}

void KeyboardTest::shortcutsWork()
{
    const auto program = predictedProgram();
    MainWindow& window = *program->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (int page = 3; page >= 0; --page) {
        QTest::keyClick(&window, Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
        QCOMPARE(window.currentPage(), window.page(PageId(page)));
    }
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(window.tools()->search()->hasFocus());
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window.currentPage()->currentTable()->filter()->hasFocus());
    program->dialogs.answer = program->home.filePath(QStringLiteral("out.csv"));
    QSignalSpy exported(window.currentPage()->currentTable(), &TablePanel::exported);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(exported.count(), 1);
    QTest::keyClick(&window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(program->preferences.hideResults());
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(!program->windowModel().resultsHidden());
    QTest::keyClick(&window, Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(window.header()->title(), QStringLiteral("Qatar Grand Prix"));
    QTest::keyClick(&window, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(window.header()->title(), QStringLiteral("Abu Dhabi Grand Prix"));
    QTest::keyClick(&window, Qt::Key_Home, Qt::AltModifier);
    QTRY_COMPARE(program->windowModel().season(), 2026);
}

void KeyboardTest::dialogsOpenAndCloseByKey()
{
    const auto program = predictedProgram();
    MainWindow& window = *program->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QList<QPair<Qt::Key, Qt::KeyboardModifiers>> keys = {{Qt::Key_F1, {}},
                                                               {Qt::Key_Slash, Qt::ControlModifier},
                                                               {Qt::Key_B, Qt::ControlModifier},
                                                               {Qt::Key_Comma, Qt::ControlModifier}};
    for (const auto& [key, modifiers] : keys) {
        window.activateWindow(); // without a window manager nobody else does it after a dialog
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, key, modifiers);
        QPointer<QDialog> dialog = window.findChild<QDialog*>();
        QVERIFY2(dialog, qPrintable(QKeySequence(key | modifiers).toString()));
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }
}

void KeyboardTest::menusOpenByKey()
{
    const auto program = predictedProgram();
    MainWindow& window = *program->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->actions().contains(window.actions().predict));
    QTest::keyClick(menu, Qt::Key_Right);
    QTRY_VERIFY(QApplication::activePopupWidget() && QApplication::activePopupWidget() != menu);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void KeyboardTest::focusIsSeen()
{
    const auto program = predictedProgram();
    const FocusRing ring(*qApp);
    MainWindow& window = *program->window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.messages()->dismiss();
    window.tools()->seasonBox()->setFocus(Qt::TabFocusReason);
    for (QWidget* widget : tabOrder()) {
        // Pictures of the same state, with the focus and without.
        window.raceList()->view()->setFocus(Qt::TabFocusReason);
        if (widget == window.raceList()->view())
            window.tools()->search()->setFocus(Qt::TabFocusReason);
        QTest::qWait(0);
        const QRect area =
            QRect(widget->mapTo(&window, QPoint()), widget->size()).adjusted(-4, -4, 4, 4) & window.rect();
        const QImage without = window.grab(area).toImage();
        widget->setFocus(Qt::TabFocusReason);
        QTest::qWait(0);
        QVERIFY2(window.grab(area).toImage() != without,
                 qPrintable(QStringLiteral("%1 \"%2\" %3")
                                .arg(QString::fromLatin1(widget->metaObject()->className()),
                                     widget->objectName(), widget->accessibleName())));
    }
}

// Season, race, predict, sync, and to the figures: keys only.
void KeyboardTest::lifecycleWithoutAMouse()
{
    Program program(QStringLiteral("2026-05-28T12:00:00Z"));
    program.open();
    MainWindow& window = *program.window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QComboBox* season = window.tools()->seasonBox();
    QTRY_VERIFY(season->findData(2025) >= 0);
    season->setFocus(Qt::TabFocusReason);
    QTest::keyClick(season, Qt::Key_Down);
    QTRY_COMPARE(program.windowModel().season(), 2025);
    QTRY_VERIFY(!program.windowModel().races().empty() &&
                program.windowModel().races().front().race.year == 2025);
    QListView* list = window.raceList()->view();
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_End);
    QTRY_COMPARE(window.header()->title(), QStringLiteral("Abu Dhabi Grand Prix"));
    QTRY_VERIFY(window.actions().predict->isEnabled());
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().raceView() && program.windowModel().raceView()->prediction,
                             60000);
    QTRY_VERIFY(window.actions().syncResults->isEnabled());
    QTest::keyClick(&window, Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(
        program.windowModel().raceView() && !program.windowModel().raceView()->evaluations.empty(), 60000);
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!window.currentPage()->isEmpty(), 60000);
}

QTEST_MAIN(KeyboardTest)
#include "KeyboardTest.moc"

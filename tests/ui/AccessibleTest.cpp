#include "Dialogs.h"
#include "Language.h"

#include "ui/window/RaceHeader.h"
#include "ui/window/StatusStrip.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTabBar>

using namespace parcferme;

namespace {

QString nameOf(const QWidget* widget)
{
    return QStringLiteral("%1 \"%2\" in %3")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                                    : QString());
}

void verifyNamed(const QWidget& window)
{
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
            widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface, qPrintable(nameOf(widget)));
        // As a screen reader hears it: its own name, its text, or the label beside it.
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(nameOf(widget)));
    }
}

// What is seen of it in its window: the rest may be scrolled away.
QRect placeOf(const QWidget* widget)
{
    return widget->visibleRegion().boundingRect().translated(widget->mapTo(widget->window(), QPoint()));
}

// A control that is smaller than what it says is cut; one that lies on another hides it.
void verifyWhole(const QWidget& window)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    std::vector<std::pair<const QWidget*, QRect>> shown;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool isText =
            (label && !label->text().isEmpty()) || qobject_cast<const QAbstractButton*>(widget) ||
            qobject_cast<const QComboBox*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
            qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QTabBar*>(widget) ||
            qobject_cast<const QMenuBar*>(widget);
        // What stands inside a field is drawn without a frame of its own: the field's size counts.
        if (!isText || qobject_cast<const QLineEdit*>(widget->parentWidget()) ||
            qobject_cast<const QComboBox*>(widget->parentWidget()) ||
            widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QSize least = widget->minimumSizeHint();
        if (label && label->wordWrap())
            least = QSize(0, label->heightForWidth(label->width()));
        const QString text = label ? label->text()
                             : qobject_cast<const QAbstractButton*>(widget)
                                 ? qobject_cast<const QAbstractButton*>(widget)->text()
                                 : QString();
        QVERIFY2(widget->width() >= least.width() && widget->height() >= least.height(),
                 qPrintable(QStringLiteral("%1 \"%2\": %3 x %4 of %5 x %6")
                                .arg(nameOf(widget), text)
                                .arg(widget->width())
                                .arg(widget->height())
                                .arg(least.width())
                                .arg(least.height())));
        // Within its parent, and so within the window.
        if (const QWidget* parent = widget->parentWidget(); parent && !widget->isWindow())
            QVERIFY2(parent->rect().adjusted(-1, -1, 1, 1).contains(widget->geometry()),
                     qPrintable(nameOf(widget) + u' ' + text));
        shown.emplace_back(widget, placeOf(widget).adjusted(1, 1, -1, -1));
    }
    for (const auto& [one, place] : shown)
        for (const auto& [other, otherPlace] : shown)
            if (one != other && !one->isAncestorOf(other) && !other->isAncestorOf(one) &&
                one->window() == other->window())
                QVERIFY2(!place.intersects(otherPlace),
                         qPrintable(nameOf(one) + QStringLiteral(" lies on ") + nameOf(other)));
}

} // namespace

// What a screen reader hears, and what large text does.
class AccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryControl();
    void namesEveryControlOfDialogs();
    void saysCellsWithTheirColumn();
    void cutsNothing_data();
    void cutsNothing();
};

void AccessibleTest::namesEveryControl()
{
    const auto program = predictedProgram();
    for (int page = 0; page < 4; ++page) {
        program->window->showPage(PageId(page));
        QTRY_VERIFY_WITH_TIMEOUT(!program->window->currentPage()->isEmpty(), 60000);
        verifyNamed(*program->window);
    }
}

void AccessibleTest::namesEveryControlOfDialogs()
{
    const auto program = predictedProgram();
    forEveryDialog(*program, [](const QDialog& dialog) { verifyNamed(dialog); });
}

void AccessibleTest::saysCellsWithTheirColumn()
{
    const auto program = predictedProgram();
    TableView* view = program->table(PageId::Prediction);
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(view);
    QVERIFY(table && table->tableInterface());
    QAccessibleInterface* cell =
        table->tableInterface()->cellAt(0, program->cell(view, 0, "driver").column());
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Driver: Max Verstappen"));
}

void AccessibleTest::cutsNothing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("points");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"en_GB", "de_DE"}) {
        const QString name = QString::fromLatin1(language);
        QTest::addRow("%s, least", language) << name << 10.0 << QSize(1000, 700);
        QTest::addRow("%s, usual", language) << name << 10.0 << QSize(1440, 900);
        QTest::addRow("%s, text of 200 %%", language) << name << 20.0 << QSize(1920, 1080);
    }
}

void AccessibleTest::cutsNothing()
{
    QFETCH(QString, language);
    QFETCH(double, points);
    QFETCH(QSize, size);
    const Language speaks(language);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(points);
    QApplication::setFont(font);
    const auto restore = qScopeGuard([&] { QApplication::setFont(before); });
    const auto program = predictedProgram();
    program->window->resize(size);
    for (int page = 0; page < 4; ++page) {
        program->window->showPage(PageId(page));
        QTRY_VERIFY_WITH_TIMEOUT(!program->window->currentPage()->isEmpty(), 60000);
        QCoreApplication::processEvents();
        QCOMPARE(program->window->size(), size);
        verifyWhole(*program->window);
        if (QTest::currentTestFailed())
            return;
    }
    program->windowModel().backtest(2025, 2025,
                                    Stage::Grid); // its words are longer than those of what is stored
    QTRY_VERIFY_WITH_TIMEOUT(!program->windowModel().isBusy(), 120000);
    QTRY_VERIFY(program->window->currentPage() == program->window->page(PageId::Record));
    QTRY_VERIFY(program->window->findChild<QLabel*>(QStringLiteral("backtestSpan"))->isVisible());
    verifyWhole(*program->window);
    if (QTest::currentTestFailed())
        return;
    forEveryDialog(*program, [](const QDialog& dialog) { verifyWhole(dialog); });
}

QTEST_MAIN(AccessibleTest)
#include "AccessibleTest.moc"

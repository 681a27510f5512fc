#include "ui/window/MessageBar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace parcferme;

class MessageBarTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalCollapseToTheNewest()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        const auto* counter = bar.findChild<QLabel*>(QStringLiteral("messageCount"));
        bar.show({Severity::Info, QStringLiteral("First."), {}, {}, {}});
        QVERIFY(!counter->isVisible());
        bar.show({Severity::Error, QStringLiteral("Second:"), QStringLiteral("All is kept."), {}, {}});
        QCOMPARE(bar.count(), 2);
        QVERIFY(counter->isVisible());
        QVERIFY(counter->text().startsWith(u'2'));
        QCOMPARE(bar.text(), QStringLiteral("Second: All is kept."));
        QCOMPARE(bar.severity(), Severity::Error);
        bar.findChild<QToolButton*>(QStringLiteral("messageClose"))->click();
        QVERIFY(!bar.isVisible());
        bar.show({Severity::Info, QStringLiteral("Third."), {}, {}, {}});
        QCOMPARE(bar.count(), 1);
        QVERIFY(!counter->isVisible());
    }

    void detailsShowWhenAskedFor()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        auto* button = bar.findChild<QPushButton*>(QStringLiteral("messageDetails"));
        bar.show({Severity::Error, QStringLiteral("It failed:"), {}, QStringLiteral("Where and when"), {}});
        QVERIFY(button->isVisible());
        QVERIFY(bar.details().isEmpty());
        button->click();
        QCOMPARE(bar.details(), QStringLiteral("Where and when"));
        bar.show({Severity::Info, QStringLiteral("Other."), {}, {}, {}});
        QVERIFY(!button->isVisible());
        QVERIFY(bar.details().isEmpty());
    }

    void retryDoesItAgainAndCloses()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        int again = 0;
        bar.show({Severity::Error, QStringLiteral("It failed:"), {}, {}, [&again] { ++again; }});
        bar.findChild<QPushButton*>(QStringLiteral("messageRetry"))->click();
        QCOMPARE(again, 1);
        QVERIFY(!bar.isVisible());
        bar.show({Severity::Info, QStringLiteral("Nothing to repeat."), {}, {}, {}});
        QVERIFY(!bar.findChild<QPushButton*>(QStringLiteral("messageRetry"))->isVisible());
    }
};

QTEST_MAIN(MessageBarTest)
#include "MessageBarTest.moc"

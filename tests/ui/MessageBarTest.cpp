#include "ui/window/MessageBar.h"

#include <QPushButton>
#include <QSignalSpy>
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
        auto* counter = bar.findChild<QPushButton*>(QStringLiteral("messageCount"));
        bar.show({Severity::Info, QStringLiteral("First."), {}, {}, {}});
        QVERIFY(!counter->isVisible());
        bar.show({Severity::Error, QStringLiteral("Second:"), QStringLiteral("All is kept."), {}, {}});
        QCOMPARE(bar.messages().size(), size_t(2));
        QVERIFY(counter->isVisible());
        QVERIFY(counter->text().startsWith(u'2'));
        QCOMPARE(bar.text(), QStringLiteral("Second: All is kept."));
        QCOMPARE(bar.severity(), Severity::Error);
        bar.findChild<QToolButton*>(QStringLiteral("messageClose"))->click();
        QVERIFY(!bar.isVisible());
        bar.show({Severity::Info, QStringLiteral("Third."), {}, {}, {}});
        QCOMPARE(bar.messages().size(), size_t(3)); // those of the session
        QVERIFY(counter->isVisible());
        QSignalSpy wanted(&bar, &MessageBar::listWanted);
        counter->click();
        QCOMPARE(wanted.count(), 1);
    }

    void aMessageLeavesWithItsRace()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        bar.raceOpened(1);
        Message told{Severity::Done, QStringLiteral("Judged: 2."), {}, {}, {}};
        told.subject = Message::Subject{};
        told.subject->race.id = 1;
        told.subject->race.year = 2026;
        told.subject->race.name = QStringLiteral("Monaco Grand Prix");
        told.whileHidden = QStringLiteral("Judged.");
        bar.show(told);
        QCOMPARE(bar.text(), QStringLiteral("Monaco 2026 – Judged: 2."));
        bar.setHidden({HiddenRaces::Which::All});
        QCOMPARE(bar.text(), QStringLiteral("Monaco 2026 – Judged."));
        bar.raceOpened(1);
        QVERIFY(bar.isVisible());
        bar.raceOpened(2);
        QVERIFY(!bar.isVisible());
        // It may come when another race is open already.
        bar.show(told);
        bar.raceOpened(2);
        QVERIFY(bar.isVisible());
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

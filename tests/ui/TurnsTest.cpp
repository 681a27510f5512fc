#include "ui/base/Turns.h"

#include <QAbstractEventDispatcher>
#include <QStringList>
#include <QTest>

#include <memory>

using namespace parcferme;

class TurnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsRunInOrderAndOneATurn()
    {
        QStringList done;
        int turn = 0;
        QList<int> turns;
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
                [&] { ++turn; });
        for (const char* part : {"first", "second", "third"})
            Turns::later(this, [&, part] {
                done << QString::fromLatin1(part);
                turns << turn;
            });
        QVERIFY(done.isEmpty()); // nothing happens at once
        QTRY_COMPARE(done.join(u' '), QStringLiteral("first second third"));
        QVERIFY(turns[0] < turns[1] && turns[1] < turns[2]);
        QAbstractEventDispatcher::instance()->disconnect(this);
    }

    void aPartMayAskForAnother()
    {
        QStringList done;
        Turns::later(this, [&] {
            done << QStringLiteral("outer");
            Turns::later(this, [&] { done << QStringLiteral("inner"); });
        });
        Turns::later(this, [&] { done << QStringLiteral("next"); });
        QTRY_COMPARE(done.join(u' '), QStringLiteral("outer next inner"));
    }

    void whoIsGoneDoesNothing()
    {
        int done = 0;
        auto owner = std::make_unique<QObject>();
        Turns::later(owner.get(), [&] { ++done; });
        Turns::later(this, [&] { done += 10; });
        owner.reset();
        QTRY_COMPARE(done, 10);
    }
};

QTEST_MAIN(TurnsTest)
#include "TurnsTest.moc"

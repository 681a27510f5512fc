#include "core/Progress.h"

#include <QTest>

using namespace parcferme;

class ProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesShareOneState()
    {
        QList<int> seen;
        const Progress kept([&](const Progress::Step& step) { seen.append(step.done); });
        const Progress given = kept;
        given.report(1, 3, QStringLiteral("Results"));
        given.report(2, 3, QStringLiteral("Results"));
        QCOMPARE(seen, QList<int>({1, 2}));
        QVERIFY(!given.cancelled());
        kept.cancel();
        QVERIFY(given.cancelled());
    }
};

QTEST_GUILESS_MAIN(ProgressTest)
#include "ProgressTest.moc"

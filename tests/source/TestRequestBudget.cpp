#include "source/RequestBudget.h"
#include "source/WholeFile.h"

#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;
using namespace std::chrono_literals;

namespace {

const QDateTime& start()
{
    static const QDateTime time(QDate(2026, 6, 8), QTime(12, 0), QTimeZone::utc());
    return time;
}

constexpr RequestBudget::Limits Rules{300ms, 4, 500};

} // namespace

class TestRequestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spacing();
    void fourASecond();
    void soManyAnHour();
    void twoCopiesShareIt();
    void survivesARestart();
    void waitsForTheOtherCopy();
    void clockSetBack();
    void damagedFile();
    void folderThatCannotBeWritten();
};

void TestRequestBudget::spacing()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget(folder.path(), clock, Rules);
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 300ms);
    clock.set(start().addMSecs(299));
    QCOMPARE(budget.take(), 1ms);
    clock.set(start().addMSecs(300));
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.left(), 498);
}

void TestRequestBudget::fourASecond()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget(folder.path(), clock, {0ms, 4, 500});
    for (int i = 0; i < 4; ++i)
        QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 1000ms);
    clock.set(start().addMSecs(1000));
    QCOMPARE(budget.take(), 0ms);
}

void TestRequestBudget::soManyAnHour()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget(folder.path(), clock, {1ms, 10'000, 50});
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(budget.take(), 0ms);
        clock.set(clock.now().addMSecs(1));
    }
    QCOMPARE(budget.left(), 0);
    QCOMPARE(budget.take(), std::chrono::milliseconds(3'600'000 - 50));
    clock.set(start().addMSecs(3'600'000));
    QCOMPARE(budget.take(), 0ms);
}

void TestRequestBudget::twoCopiesShareIt()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget one(folder.path(), clock, Rules);
    RequestBudget two(folder.path(), clock, Rules);
    QCOMPARE(one.take(), 0ms);
    QCOMPARE(two.take(), 300ms);
    clock.set(start().addMSecs(300));
    QCOMPARE(two.take(), 0ms);
    QCOMPARE(one.take(), 300ms);
    QCOMPARE(one.left(), 498);
    QCOMPARE(two.left(), 498);
}

void TestRequestBudget::survivesARestart()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    QCOMPARE(RequestBudget(folder.path(), clock, Rules).take(), 0ms);
    RequestBudget restarted(folder.path(), clock, Rules);
    QCOMPARE(restarted.left(), 499);
    QCOMPARE(restarted.take(), 300ms);
}

void TestRequestBudget::waitsForTheOtherCopy()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    RequestBudget budget(folder.path(), clock, Rules);
    QLockFile other(folder.filePath(QStringLiteral("requests.lock")));
    QVERIFY(other.tryLock());
    QVERIFY(budget.take() > 0ms);
    QCOMPARE(budget.left(), 500);
    other.unlock();
    QCOMPARE(budget.take(), 0ms);
}

void TestRequestBudget::clockSetBack()
{
    const QTemporaryDir folder;
    FixedClock clock(start().addDays(1));
    RequestBudget budget(folder.path(), clock, Rules);
    QCOMPARE(budget.take(), 0ms);
    clock.set(start());
    QCOMPARE(budget.take(), 300ms); // not a day
    clock.set(start().addMSecs(300));
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.left(), 498);
}

void TestRequestBudget::damagedFile()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    for (const char* content : {"", "rubbish", "parcferme requests 1\n12x\n", "parcferme requests 1\n-5\n"}) {
        QVERIFY(writeWholeFile(folder.filePath(QStringLiteral("requests")), content));
        RequestBudget budget(folder.path(), clock, Rules);
        QCOMPARE(budget.left(), 500);
        QCOMPARE(budget.take(), 0ms);
        QCOMPARE(budget.left(), 499);
    }
}

void TestRequestBudget::folderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(writeWholeFile(file, "in the way"));
    FixedClock clock(start());
    RequestBudget budget(file, clock, Rules);
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 300ms); // counted all the same
    QCOMPARE(budget.left(), 499);
}

QTEST_GUILESS_MAIN(TestRequestBudget)
#include "TestRequestBudget.moc"

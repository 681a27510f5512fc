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

const RequestLimits& rules()
{
    static const RequestLimits limits{{{4, 1s}, {500, 1h}}, 300ms};
    return limits;
}

// The times of one host's requests.
RequestBudget budgetIn(const QString& folder, const Clock& clock, const RequestLimits& limits = rules())
{
    return {folder, QStringLiteral("api.example"), clock, limits};
}

const QString File = QStringLiteral("api.example.requests");

} // namespace

class RequestBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spacing();
    void fourASecond();
    void soManyAnHour();
    void soManyAMinute();
    void hostsAreCountedApart();
    void twoCopiesShareIt();
    void survivesARestart();
    void waitsForTheOtherCopy();
    void clockSetBack();
    void damagedFile();
    void folderThatCannotBeWritten();
};

void RequestBudgetTest::spacing()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget = budgetIn(folder.path(), clock);
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 300ms);
    clock.set(start().addMSecs(299));
    QCOMPARE(budget.take(), 1ms);
    clock.set(start().addMSecs(300));
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.left(), 498);
}

void RequestBudgetTest::fourASecond()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget = budgetIn(folder.path(), clock, {{{4, 1s}, {500, 1h}}, 0ms});
    for (int i = 0; i < 4; ++i)
        QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 1000ms);
    clock.set(start().addMSecs(1000));
    QCOMPARE(budget.take(), 0ms);
}

void RequestBudgetTest::soManyAnHour()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget = budgetIn(folder.path(), clock, {{{50, 1h}}, 1ms});
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(budget.take(), 0ms);
        clock.set(clock.now().addMSecs(1));
    }
    QCOMPARE(budget.left(), 0);
    QCOMPARE(budget.take(), std::chrono::milliseconds(3'600'000 - 50));
    clock.set(start().addMSecs(3'600'000));
    QCOMPARE(budget.take(), 0ms);
}

// As OpenF1 wants it.
void RequestBudgetTest::soManyAMinute()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget budget = budgetIn(folder.path(), clock, {{{30, 1min}, {3, 1s}}, 0ms});
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(budget.left(), 30 - i);
        if (i % 3 == 0 && i > 0)
            QCOMPARE(budget.take(), 1000ms);
        clock.set(start().addSecs(i / 3));
        QCOMPARE(budget.take(), 0ms);
    }
    QCOMPARE(budget.left(), 0);
    QCOMPARE(budget.take(), std::chrono::milliseconds(51s)); // sixty after the first three
    clock.set(start().addSecs(60));
    QCOMPARE(budget.left(), 3);
    QCOMPARE(budget.take(), 0ms);
}

void RequestBudgetTest::hostsAreCountedApart()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    RequestBudget one(folder.path(), QStringLiteral("one.example"), clock, rules());
    RequestBudget other(folder.path(), QStringLiteral("127.0.0.1:8000"), clock, {{{1, 1h}}, 0ms});
    QCOMPARE(one.take(), 0ms);
    QCOMPARE(other.take(), 0ms);
    QCOMPARE(one.left(), 499);
    QCOMPARE(other.left(), 0);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("127.0.0.1_8000.requests"))));
}

void RequestBudgetTest::twoCopiesShareIt()
{
    const QTemporaryDir folder;
    FixedClock clock(start());
    RequestBudget one = budgetIn(folder.path(), clock);
    RequestBudget two = budgetIn(folder.path(), clock);
    QCOMPARE(one.take(), 0ms);
    QCOMPARE(two.take(), 300ms);
    clock.set(start().addMSecs(300));
    QCOMPARE(two.take(), 0ms);
    QCOMPARE(one.take(), 300ms);
    QCOMPARE(one.left(), 498);
    QCOMPARE(two.left(), 498);
}

void RequestBudgetTest::survivesARestart()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    QCOMPARE(budgetIn(folder.path(), clock).take(), 0ms);
    RequestBudget restarted = budgetIn(folder.path(), clock);
    QCOMPARE(restarted.left(), 499);
    QCOMPARE(restarted.take(), 300ms);
}

void RequestBudgetTest::waitsForTheOtherCopy()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    RequestBudget budget = budgetIn(folder.path(), clock);
    QLockFile other(folder.filePath(File + QStringLiteral(".lock")));
    QVERIFY(other.tryLock());
    QVERIFY(budget.take() > 0ms);
    QCOMPARE(budget.left(), 500);
    other.unlock();
    QCOMPARE(budget.take(), 0ms);
}

void RequestBudgetTest::clockSetBack()
{
    const QTemporaryDir folder;
    FixedClock clock(start().addDays(1));
    RequestBudget budget = budgetIn(folder.path(), clock);
    QCOMPARE(budget.take(), 0ms);
    clock.set(start());
    QCOMPARE(budget.take(), 300ms); // not a day
    clock.set(start().addMSecs(300));
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.left(), 498);
}

void RequestBudgetTest::damagedFile()
{
    const QTemporaryDir folder;
    const FixedClock clock(start());
    for (const char* content : {"", "rubbish", "parcferme requests 1\n12x\n", "parcferme requests 1\n-5\n"}) {
        QVERIFY(writeWholeFile(folder.filePath(File), content));
        RequestBudget budget = budgetIn(folder.path(), clock);
        QCOMPARE(budget.left(), 500);
        QCOMPARE(budget.take(), 0ms);
        QCOMPARE(budget.left(), 499);
    }
}

void RequestBudgetTest::folderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(writeWholeFile(file, "in the way"));
    FixedClock clock(start());
    RequestBudget budget = budgetIn(file, clock);
    QCOMPARE(budget.take(), 0ms);
    QCOMPARE(budget.take(), 300ms); // counted all the same
    QCOMPARE(budget.left(), 499);
}

QTEST_GUILESS_MAIN(RequestBudgetTest)
#include "RequestBudgetTest.moc"

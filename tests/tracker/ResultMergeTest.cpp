#include "tracker/ResultMerge.h"
#include "support/RaceSample.h"

#include <QTest>

using namespace parcferme;
using sample::row;

class ResultMergeTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<ResultRow> rows()
    {
        std::vector<ResultRow> rows = {row(1, "norris", 5000.001, 25), row(2, "piastri", 5010.5, 18),
                                       row(3, "alonso", 0)};
        rows[2].classification = Classification::Retired;
        rows[2].status = QStringLiteral("Gearbox");
        rows[2].time.reset();
        rows[2].laps = 12;
        return rows;
    }

private Q_SLOTS:
    void sameResultInOtherWordsIsNoRevision()
    {
        auto fetched = rows();
        fetched[2].status = QStringLiteral("Retired");
        fetched[2].classification = Classification::NotClassified;
        fetched[2].grid = 0;
        fetched[0].time = 5000.0014;
        QVERIFY(!isNewResult(rows(), fetched));
    }

    // The same source corrects any field.
    void whatTheSourceItselfCorrectsCounts_data()
    {
        QTest::addColumn<int>("field");
        QTest::newRow("grid") << 0;
        QTest::newRow("status") << 1;
        QTest::newRow("number") << 2;
    }

    void whatTheSourceItselfCorrectsCounts()
    {
        QFETCH(int, field);
        auto fetched = rows();
        QVERIFY(!isNewResult(rows(), fetched, true));
        if (field == 0)
            fetched[1].grid = 17;
        else if (field == 1)
            fetched[2].status = QStringLiteral("Engine");
        else
            fetched[0].number = 99;
        QVERIFY(isNewResult(rows(), fetched, true));
        QVERIFY(!isNewResult(rows(), fetched, false));
        fetched = rows();
        fetched[1].grid.reset();
        fetched[0].number.reset();
        fetched[2].status.clear();
        QVERIFY(!isNewResult(rows(), fetched, true));
    }

    // The bundled history has no laps of who was disqualified; the source has, and nothing was corrected.
    void lapsThatWereNotKnownAreNoRevision()
    {
        auto stored = rows();
        stored[2].classification = Classification::Disqualified;
        auto fetched = stored;
        stored[2].laps.reset();
        stored[2].time.reset();
        fetched[2].laps = 19;
        fetched[2].time.reset();
        QVERIFY(!isNewResult(stored, fetched, false));
        QVERIFY(isNewResult(stored, fetched, true));
        fetched[2].position = 7;
        QVERIFY(isNewResult(stored, fetched, false));
    }

    // What the source leaves out is no correction; what it says is.
    void omissionsAreNoRevision()
    {
        auto fetched = rows();
        for (ResultRow& row : fetched) {
            row.laps.reset();
            row.time.reset();
            row.points = 0;
        }
        const QStringList drivers = {QStringLiteral("norris"), QStringLiteral("piastri"),
                                     QStringLiteral("alonso")};
        QVERIFY(isNewResult(rows(), fetched));
        QVERIFY(!isNewResult(rows(), withStoredFacts(rows(), fetched, drivers)));
        QVERIFY(isNewResult(rows(), withStoredFacts(rows(), fetched, {drivers[1]}))); // norris has 0 points
        std::swap(fetched[0].position, fetched[1].position);
        const auto swapped = withStoredFacts(rows(), fetched, drivers);
        QVERIFY(isNewResult(rows(), swapped));
        QVERIFY(!swapped[0].time); // the time of another place says nothing of this one
        fetched = rows();
        fetched[1].laps = 49;
        fetched[1].time.reset();
        QVERIFY(!withStoredFacts(rows(), fetched, {})[1].time); // lapped now
    }

    void whatMakesARevision_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("order") << 0;
        QTest::newRow("disqualified") << 1;
        QTest::newRow("laps") << 2;
        QTest::newRow("time") << 3;
        QTest::newRow("points") << 4;
        QTest::newRow("a starter more") << 5;
        QTest::newRow("a starter less") << 6;
        QTest::newRow("time gone") << 7;
    }

    void whatMakesARevision()
    {
        QFETCH(int, change);
        auto fetched = rows();
        switch (change) {
        case 0:
            std::swap(fetched[0].position, fetched[1].position);
            break;
        case 1:
            fetched[0].classification = Classification::Disqualified;
            break;
        case 2:
            fetched[1].laps = 49;
            break;
        case 3:
            fetched[1].time = 5010.6;
            break;
        case 4:
            fetched[1].points = 0;
            break;
        case 5:
            fetched.push_back(row(4, "stroll", 5020));
            break;
        case 6:
            fetched.pop_back();
            break;
        case 7:
            fetched[1].time.reset();
            break;
        default:
            QFAIL("no such change");
        }
        QVERIFY(isNewResult(rows(), fetched));
    }

    void orderOfNonStartersIsNoResult()
    {
        auto stored = rows();
        stored.push_back(row(4, "stroll", 0));
        stored[3].classification = Classification::DidNotStart;
        auto fetched = stored;
        fetched[3].position = 22;
        fetched[3].classification = Classification::Excluded;
        QVERIFY(!isNewResult(stored, fetched));
    }

    void richerReasonStays()
    {
        auto fetched = rows();
        fetched[2].status = QStringLiteral("Retired");
        fetched[0].points = 26;
        const auto merged = withRicherReasons(rows(), fetched);
        QCOMPARE(merged[2].status, QStringLiteral("Gearbox"));
        QCOMPARE(merged[0].points, 26.0);
    }

    void reasonOfAnotherFateDoesNotStay()
    {
        auto fetched = rows();
        fetched[2].classification = Classification::Disqualified;
        fetched[2].status = QStringLiteral("Disqualified");
        QCOMPARE(withRicherReasons(rows(), fetched)[2].status, QStringLiteral("Disqualified"));
    }
};

QTEST_GUILESS_MAIN(ResultMergeTest)
#include "ResultMergeTest.moc"

#include "Seasons.h"

#include "season/Standings.h"

#include <QTest>

using namespace parcferme;
using namespace parcferme::season;
using test::facts;
using test::row;

// Who can still win a title, and since when it is decided.
class SeasonTitleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayWhatIsNeeded()
    {
        const Standings after = driverStandings(
            facts(2, {row(1, "a", "x", 1, 25), row(1, "b", "y", 2, 18), row(1, "c", "z", 0, 0)}), 1);
        const Contest& leader = after.lines[0].contest;
        QVERIFY(leader.canWin && !leader.champion && !leader.since && !leader.needs);
        QCOMPARE(leader.leadsBy, std::optional(7.0));
        QCOMPARE(after.lines[1].contest.needs, std::optional(Needs{8, "a"}));
        // 25 behind with 25 left: level at best, and then a win each, but the leader has nothing more.
        QVERIFY(after.lines[2].contest.canWin);
        QCOMPARE(after.lines[2].contest.needs, std::optional(Needs{25, "a"}));
        QVERIFY(!after.decided);
    }

    void sayThatATitleIsDecided()
    {
        std::vector<ResultRow> rows;
        for (int round = 1; round <= 4; ++round) {
            rows.push_back(row(round, "a", "x", 1, 25));
            rows.push_back(row(round, "b", "y", 2, 18));
        }
        const SeasonFacts season = facts(4, rows);
        // 7 ahead each: 21 after three is less than a race, and 28 after four is enough.
        QVERIFY(!driverStandings(season, 3).decided);
        const Standings end = driverStandings(season, 4);
        QVERIFY(end.decided);
        QCOMPARE(end.lines[0].contest.since, std::optional(4));
        QVERIFY(!end.lines[1].contest.canWin);
        QVERIFY(!end.lines[1].contest.needs);
        QCOMPARE(end.left, PointsLeft());
    }

    void rememberSinceWhen()
    {
        std::vector<ResultRow> rows;
        for (const int round : {1, 2, 3, 4, 6}) {
            rows.push_back(row(round, "a", "x", 1, 25));
            rows.push_back(row(round, "b", "y", 10, 1));
        }
        // 96 ahead after four of seven, 75 left. Round 5 is not fetched: to come, and no round of its own.
        const SeasonFacts season = facts(7, rows);
        QVERIFY(!driverStandings(season, 3).decided);
        QCOMPARE(driverStandings(season, 4).lines[0].contest.since, std::optional(4));
        QCOMPARE(driverStandings(season, 5).lines[0].contest.since, std::optional(4));
        QCOMPARE(driverStandings(season, 6).lines[0].contest.since, std::optional(4));
        QCOMPARE(driverStandings(season, 6).left.races, 2);
    }

    void aCorrectionMovesTheDay()
    {
        std::vector<ResultRow> rows;
        for (int round = 1; round <= 3; ++round) {
            rows.push_back(row(round, "a", "x", 1, 25));
            rows.push_back(row(round, "b", "y", 2, 10));
        }
        // 30 ahead after two of three.
        QCOMPARE(driverStandings(facts(3, rows), 3).lines[0].contest.since, std::optional(2));
        rows[0] = row(1, "a", "x", 0, 0);
        rows[1] = row(1, "b", "y", 1, 17);
        QCOMPARE(driverStandings(facts(3, rows), 3).lines[0].contest.since, std::optional(3));
    }
};

QTEST_APPLESS_MAIN(SeasonTitleTest)
#include "SeasonTitleTest.moc"

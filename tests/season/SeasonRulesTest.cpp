#include "Seasons.h"

#include "season/Contest.h"
#include "season/PointsRules.h"

#include <QTest>

using namespace parcferme;
using namespace parcferme::season;

namespace {

constexpr Event RaceEvent{5, Session::Race, false};
constexpr Event LastRaceEvent{5, Session::Race, true};
constexpr Event SprintEvent{5, Session::Sprint, false};

} // namespace

class SeasonRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsChangeWithTheYears_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<std::vector<int>>("races");
        QTest::addColumn<std::vector<int>>("sprints");
        const std::vector<int> old = {10, 6, 4, 3, 2, 1};
        const std::vector<int> eight = {10, 8, 6, 5, 4, 3, 2, 1};
        const std::vector<int> ten = {25, 18, 15, 12, 10, 8, 6, 4, 2, 1};
        const std::vector<int> none;
        QTest::newRow("2000") << 2000 << old << none;
        QTest::newRow("2002") << 2002 << old << none;
        QTest::newRow("2003") << 2003 << eight << none;
        QTest::newRow("2009") << 2009 << eight << none;
        QTest::newRow("2010") << 2010 << ten << none;
        QTest::newRow("2020") << 2020 << ten << none;
        QTest::newRow("2021") << 2021 << ten << std::vector<int>{3, 2, 1};
        QTest::newRow("2022") << 2022 << ten << std::vector<int>{8, 7, 6, 5, 4, 3, 2, 1};
        QTest::newRow("2026") << 2026 << ten << std::vector<int>{8, 7, 6, 5, 4, 3, 2, 1};
    }

    void pointsChangeWithTheYears()
    {
        QFETCH(int, year);
        QFETCH(std::vector<int>, races);
        QFETCH(std::vector<int>, sprints);
        QCOMPARE(pointsByPlace(year, RaceEvent), races);
        QCOMPARE(pointsByPlace(year, SprintEvent), sprints);
    }

    void theLastRaceOf2014CountsTwice()
    {
        QCOMPARE(pointsByPlace(2014, LastRaceEvent).front(), 50);
        QCOMPARE(pointsByPlace(2014, LastRaceEvent).back(), 2);
        QCOMPARE(pointsByPlace(2014, RaceEvent).front(), 25);
        QCOMPARE(pointsByPlace(2013, LastRaceEvent).front(), 25);
        QCOMPARE(pointsByPlace(2015, LastRaceEvent).front(), 25);
        QCOMPARE(mostForTeam(2014, LastRaceEvent), 86);
    }

    void theFastestLapCountedFor2019To2024()
    {
        QCOMPARE(mostForDriver(2018, RaceEvent), 25);
        QCOMPARE(mostForDriver(2019, RaceEvent), 26);
        QCOMPARE(mostForDriver(2024, RaceEvent), 26);
        QCOMPARE(mostForDriver(2025, RaceEvent), 25);
        QCOMPARE(mostForTeam(2024, RaceEvent), 44);
        QCOMPARE(mostForTeam(2025, RaceEvent), 43);
        // Not in sprints.
        QCOMPARE(mostForDriver(2024, SprintEvent), 8);
        QCOMPARE(mostForTeam(2024, SprintEvent), 15);
        QCOMPARE(mostForTeam(2021, SprintEvent), 5);
        QCOMPARE(mostForTeam(2002, RaceEvent), 16);
    }

    void pointsLeftOf2026AfterRound11()
    {
        // 12 races and 2 sprints to go, 316 points left.
        SeasonFacts facts;
        facts.season = 2026;
        facts.calendar = test::weekends(23);
        facts.calendar[11].sprint = facts.calendar[16].sprint = true;
        QCOMPARE(pointsLeft(2026, eventsLeft(facts, 11)).races, 23);
        for (int round = 1; round <= 11; ++round)
            facts.rows.push_back(test::row(round, "a", "x", 1, 25));
        QCOMPARE(pointsLeft(2026, eventsLeft(facts, 11)), (PointsLeft{12, 2, 316, 12 * 43 + 2 * 15}));
    }

    void whatIsNotFetchedIsToCome()
    {
        SeasonFacts facts;
        facts.season = 2025;
        facts.calendar = {{3, false}, {1, false}, {2, true}};
        facts.rows = {test::row(1, "a", "x", 1, 25), test::row(2, "a", "x", 1, 8, Session::Sprint),
                      test::row(3, "a", "x", 1, 25)};
        // The race of round 2 has no rows; the calendar may be in any order.
        QCOMPARE(eventsLeft(facts, 3), (std::vector<Event>{{2, Session::Race, false}}));
        // As of round 1 neither the later rows nor the later sprint are known.
        QCOMPARE(eventsLeft(facts, 1),
                 (std::vector<Event>{
                     {2, Session::Sprint, false}, {2, Session::Race, false}, {3, Session::Race, true}}));
    }

    void countbackGoesPlaceByPlace()
    {
        Countback a;
        Countback b;
        QVERIFY(a == b);
        a.add(2, true);
        b.add(3, true, 5);
        QVERIFY(a > b);
        b.add(1, true);
        QVERIFY(b > a);
        a.add(1, true);
        QVERIFY(a > b); // a win each, but a second place
        QCOMPARE(a.at(1), 1);
        QCOMPARE(b.upTo(3), 6);
        QCOMPARE(b.upTo(2), 1);
    }

    void countbackEndsWithPlacesOfTheUnclassified()
    {
        Countback a;
        Countback b;
        a.add(15, false);
        b.add(17, false);
        QVERIFY(a > b);
        b.add(20, true); // any place of a classified car is more than that
        QVERIFY(b > a);
        a.add(0, true); // no place at all
        QCOMPARE(a.upTo(20), 0);
        QCOMPARE(b.at(0), 0);
    }

    void whoCanStillWin_data()
    {
        QTest::addColumn<double>("rival");
        QTest::addColumn<int>("rivalWins");
        QTest::addColumn<int>("leaderWins");
        QTest::addColumn<bool>("can");
        QTest::addColumn<double>("needs");
        // The leader has 100 points; two races of 25 points are left.
        QTest::newRow("within reach") << 60.0 << 0 << 9 << true << 41.0;
        QTest::newRow("exactly within reach, fewer wins") << 50.0 << 0 << 3 << false << 0.0;
        QTest::newRow("exactly within reach, wins decide") << 50.0 << 2 << 3 << true << 50.0;
        QTest::newRow("exactly within reach, level on wins too") << 50.0 << 1 << 3 << true << 50.0;
        QTest::newRow("half a point short") << 49.5 << 9 << 0 << false << 0.0;
        QTest::newRow("half a point more") << 50.5 << 0 << 9 << true << 50.0;
        QTest::newRow("more wins: level points are enough") << 80.0 << 4 << 3 << true << 20.0;
        QTest::newRow("fewer wins: one more") << 80.0 << 2 << 3 << true << 21.0;
        QTest::newRow("level on points") << 100.0 << 0 << 3 << true << 1.0;
        QTest::newRow("half a point behind: no tie") << 99.5 << 9 << 3 << true << 1.0;
    }

    void whoCanStillWin()
    {
        QFETCH(double, rival);
        QFETCH(int, rivalWins);
        QFETCH(int, leaderWins);
        QFETCH(bool, can);
        QFETCH(double, needs);
        Score first{100, {}};
        first.places.add(1, true, leaderWins);
        Score second{rival, {}};
        second.places.add(1, true, rivalWins);
        const std::vector<Event> left = {{1, Session::Race, false}, {2, Session::Race, true}};
        QCOMPARE(canOvertake(2025, second, first, left, Contestants::Drivers), can);
        if (can)
            QCOMPARE(pointsNeeded(2025, second, first, left, Contestants::Drivers), needs);
        QVERIFY(!canOvertake(2025, second, first, {}, Contestants::Drivers));
    }

    void aTeamCanWinWithBothCars()
    {
        const std::vector<Event> left = {{1, Session::Race, true}};
        Score first{100, {}};
        first.places.add(1, true, 1);
        Score second{57, {}};
        // 43 points: level, a win each, and a second place more.
        QVERIFY(canOvertake(2025, second, first, left, Contestants::Teams));
        QVERIFY(!canOvertake(2025, second, first, left, Contestants::Drivers));
        first.places.add(2, true);
        QVERIFY(canOvertake(2025, second, first, left, Contestants::Teams)); // level there too
        first.places.add(2, true);
        QVERIFY(!canOvertake(2025, second, first, left, Contestants::Teams));
        second.points = 58;
        QVERIFY(canOvertake(2025, second, first, left, Contestants::Teams));
    }

    void sprintsAreNoWins()
    {
        const std::vector<Event> left = {{1, Session::Sprint, true}};
        Score first{100, {}};
        first.places.add(1, true, 1);
        const Score second{92, {}};
        QVERIFY(!canOvertake(2025, second, first, left, Contestants::Drivers));
    }
};

QTEST_APPLESS_MAIN(SeasonRulesTest)
#include "SeasonRulesTest.moc"

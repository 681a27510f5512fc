#include "Seasons.h"

#include "season/Standings.h"

#include <QTest>

using namespace parcferme;
using namespace parcferme::season;
using test::facts;
using test::row;

namespace {

std::vector<std::string> order(const Standings& standings)
{
    std::vector<std::string> ids;
    for (const Standing& line : standings.lines)
        ids.push_back(line.id);
    return ids;
}

std::vector<int> positions(const Standings& standings)
{
    std::vector<int> result;
    for (const Standing& line : standings.lines)
        result.push_back(line.position);
    return result;
}

using Ids = std::vector<std::string>;

} // namespace

class SeasonStandingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addRacesAndSprintsUpToARound()
    {
        const SeasonFacts season = facts(3, {
                                                row(1, "a", "x", 1, 25),
                                                row(1, "b", "y", 2, 18),
                                                row(2, "b", "y", 1, 8, Session::Sprint),
                                                row(2, "a", "x", 3, 6, Session::Sprint),
                                                row(2, "b", "y", 1, 25),
                                                row(2, "a", "x", 0, 0),
                                                row(3, "a", "x", 1, 25),
                                            });
        const Standings two = driverStandings(season, 2);
        QCOMPARE(order(two), (Ids{"b", "a"}));
        QCOMPARE(two.lines[0].points, 18.0 + 8 + 25);
        QCOMPARE(two.lines[1].points, 25.0 + 6);
        // A sprint is no win and no podium; a retirement neither.
        QCOMPARE(two.lines[0].wins, 1);
        QCOMPARE(two.lines[0].podiums, 2);
        QCOMPARE(two.lines[1].podiums, 1);
        QCOMPARE(two.left, (PointsLeft{1, 0, 25, 43}));
        QCOMPARE(order(driverStandings(season, 1)), (Ids{"a", "b"}));
        QCOMPARE(driverStandings(season, 3).lines[0].id, std::string("a"));
    }

    void takePointsAsTheSourceGivesThem()
    {
        // Halved, doubled, and taken from who was disqualified: he is last and unclassified, whatever he had
        // won.
        SeasonFacts season =
            facts(2, {row(1, "a", "x", 1, 12.5), row(1, "b", "y", 2, 9), row(2, "b", "y", 1, 50)});
        QCOMPARE(driverStandings(season, 2).lines[0].points, 59.0);
        QCOMPARE(driverStandings(season, 2).lines[1].points, 12.5);
        season.rows[0] = row(1, "a", "x", 0, 0);
        const Standings after = driverStandings(season, 1);
        QCOMPARE(order(after), (Ids{"b", "a"}));
        QCOMPARE(after.lines[1].points, 0.0);
        QCOMPARE(after.lines[1].wins, 0);
    }

    void breakTiesByTheCountback()
    {
        const Standings tied = driverStandings(
            facts(3, {row(1, "a", "x", 2, 18), row(1, "b", "y", 3, 15), row(1, "c", "z", 4, 12),
                      row(2, "a", "x", 3, 15), row(2, "b", "y", 2, 18), row(2, "c", "z", 1, 21)}),
            2);
        // c has won; a and b have the same places and share a position, in the order of their ids.
        QCOMPARE(order(tied), (Ids{"c", "a", "b"}));
        QCOMPARE(positions(tied), (std::vector<int>{1, 2, 2}));
        QCOMPARE(tied.lines[0].contest.leadsBy, std::optional(0.0));
    }

    void shareALeadThatNothingTellsApart()
    {
        const Standings tied = driverStandings(facts(3, {row(1, "a", "x", 1, 25), row(1, "b", "y", 2, 18),
                                                         row(2, "a", "x", 2, 18), row(2, "b", "y", 1, 25)}),
                                               2);
        QCOMPARE(positions(tied), (std::vector<int>{1, 1}));
        QVERIFY(!tied.lines[0].contest.leadsBy);
        QCOMPARE(tied.lines[1].contest.needs, std::optional(Needs{1, "a"}));
        QVERIFY(!tied.decided);
    }

    void tellWhoMoved()
    {
        const SeasonFacts season = facts(4, {
                                                row(1, "a", "x", 1, 25),
                                                row(1, "b", "y", 2, 18),
                                                row(1, "c", "z", 3, 15),
                                                row(2, "c", "z", 1, 8, Session::Sprint),
                                                row(2, "c", "z", 1, 25),
                                                row(2, "b", "y", 2, 18),
                                                row(2, "a", "x", 9, 2),
                                                row(2, "d", "z", 3, 15),
                                            });
        for (const Standing& line : driverStandings(season, 1).lines)
            QVERIFY(!line.moved);
        const Standings two = driverStandings(season, 2);
        QCOMPARE(order(two), (Ids{"c", "b", "a", "d"}));
        QCOMPARE(two.lines[0].moved, std::optional(2));
        QCOMPARE(two.lines[1].moved, std::optional(0));
        QCOMPARE(two.lines[2].moved, std::optional(-2));
        QVERIFY(!two.lines[3].moved); // was not there
        // A later round that is not run yet changes nothing.
        QCOMPARE(driverStandings(season, 4).lines[0].moved, std::optional(2));
    }

    void compareASprintWithTheRaceBefore()
    {
        SeasonFacts season = facts(
            2, {row(1, "a", "x", 2, 18), row(1, "b", "y", 3, 15), row(2, "b", "y", 1, 8, Session::Sprint)});
        season.calendar[1].sprint = true;
        const Standings after = driverStandings(season, 2);
        QCOMPARE(after.lines[0].moved, std::optional(1));
        QCOMPARE(after.left, (PointsLeft{1, 0, 25, 43}));
    }

    void compareWithTheLastGrandPrixThatIsThere()
    {
        // Of round 2 only the sprint is fetched: the race before round 3 is that of round 1.
        const Standings after =
            driverStandings(facts(3, {row(1, "a", "x", 2, 18), row(1, "b", "y", 3, 15),
                                      row(2, "b", "y", 1, 8, Session::Sprint), row(3, "b", "y", 9, 2)}),
                            3);
        QCOMPARE(after.lines[0].id, std::string("b"));
        QCOMPARE(after.lines[0].moved, std::optional(1));
        QCOMPARE(after.lines[1].moved, std::optional(-1));
    }

    void knowADriverOfTwoTeams()
    {
        const SeasonFacts season =
            facts(4, {row(1, "a", "x", 1, 25), row(2, "a", "y", 1, 25), row(3, "a", "x", 1, 25)});
        const Standing driver = driverStandings(season, 3).lines.front();
        QCOMPARE(driver.points, 75.0);
        QCOMPARE(driver.teams, (Ids{"x", "y"}));
        QCOMPARE(driver.team, std::string("x"));
        QCOMPARE(driverStandings(season, 2).lines.front().team, std::string("y"));
        // What he scored stays with the team he scored it for.
        const Standings teams = teamStandings(season, 3);
        QCOMPARE(order(teams), (Ids{"x", "y"}));
        QCOMPARE(teams.lines[0].points, 50.0);
        QCOMPARE(teams.lines[1].points, 25.0);
    }

    void addBothCarsOfATeam()
    {
        const Standings teams = teamStandings(
            facts(2, {row(1, "a", "x", 1, 25), row(1, "b", "x", 2, 18), row(1, "c", "y", 3, 15)}), 1);
        QCOMPARE(teams.lines[0].points, 43.0);
        QCOMPARE(teams.lines[0].podiums, 2);
        QCOMPARE(teams.lines[0].contest.leadsBy, std::optional(28.0));
        QCOMPARE(teams.lines[1].contest.needs, std::optional(Needs{29, "x"}));
    }

    void countARenamedTeamAsOne()
    {
        SeasonFacts season = facts(2, {row(1, "a", "old", 1, 25), row(2, "a", "new", 1, 25)});
        QCOMPARE(teamStandings(season, 2).lines.size(), std::size_t(2));
        season.lineage = [](std::string_view team) { return team == "old" ? "new" : std::string(team); };
        const Standings teams = teamStandings(season, 2);
        QCOMPARE(order(teams), Ids{"new"});
        QCOMPARE(teams.lines[0].points, 50.0);
        QCOMPARE(teams.lines[0].teams, (Ids{"old", "new"}));
        QCOMPARE(teamStandings(season, 1).lines[0].team, std::string("old"));
    }

    void applyRulingsFromTheirRoundOn()
    {
        const SeasonFacts season = facts(4, {row(1, "a", "x", 1, 25), row(1, "b", "y", 2, 18),
                                             row(2, "a", "x", 1, 25), row(2, "b", "y", 2, 18)});
        const TeamDecision fine{2025, "x", 2, 15.0};
        QCOMPARE(teamStandings(season, 1, {&fine, 1}).lines[0].points, 25.0);
        QCOMPARE(teamStandings(season, 2, {&fine, 1}).lines[0].id, std::string("y"));
        QCOMPARE(teamStandings(season, 2, {&fine, 1}).lines[1].points, 35.0);
        const TeamDecision large{2025, "x", 2, 500.0};
        QCOMPARE(teamStandings(season, 2, {&large, 1}).lines[1].points, 0.0);
        const TeamDecision anotherYear{2024, "x", 2, 15.0};
        QCOMPARE(teamStandings(season, 2, {&anotherYear, 1}).lines[0].points, 50.0);
        // Drivers keep theirs.
        QCOMPARE(driverStandings(season, 2).lines[0].points, 50.0);
    }

    void shutOutATeam()
    {
        const SeasonFacts season =
            facts(4, {row(1, "a", "x", 1, 25), row(1, "b", "y", 2, 18), row(1, "c", "z", 3, 15)});
        const TeamDecision out{2025, "x", 1, std::nullopt};
        const Standings teams = teamStandings(season, 1, {&out, 1});
        QCOMPARE(order(teams), (Ids{"y", "z", "x"}));
        QCOMPARE(positions(teams), (std::vector<int>{1, 2, 0}));
        const Standing& last = teams.lines.back();
        QVERIFY(last.shutOut);
        QCOMPARE(last.points, 0.0);
        QCOMPARE(last.wins, 1);
        QVERIFY(!last.contest.canWin);
        QVERIFY(!last.contest.needs);
    }

    void areAllLevelBeforeTheFirstRound()
    {
        SeasonFacts season = facts(2, {row(1, "a", "x", 1, 25)});
        QVERIFY(driverStandings(season, 0).lines.empty());
        QVERIFY(!driverStandings(season, 0).decided);
        season.entrants = {{"b", "y"}, {"a", "x"}};
        const Standings start = driverStandings(season, 0);
        QCOMPARE(order(start), (Ids{"a", "b"}));
        QCOMPARE(positions(start), (std::vector<int>{0, 0}));
        for (const Standing& line : start.lines) {
            QVERIFY(line.contest.canWin && !line.contest.needs && !line.contest.leadsBy &&
                    !line.contest.champion);
            QCOMPARE(line.points, 0.0);
        }
        QCOMPARE(start.lines[1].team, std::string("y"));
        QCOMPARE(start.left.races, 2);
        // Afterwards they are still in the table, with the team of their rows.
        season.entrants[1].team = "other";
        QCOMPARE(order(driverStandings(season, 1)), (Ids{"a", "b"}));
        QCOMPARE(driverStandings(season, 1).lines[0].team, std::string("x"));
    }
};

QTEST_APPLESS_MAIN(SeasonStandingsTest)
#include "SeasonStandingsTest.moc"

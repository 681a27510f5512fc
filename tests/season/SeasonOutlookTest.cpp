#include "Seasons.h"

#include "season/Outlook.h"
#include "season/Simulation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace parcferme;
using namespace parcferme::season;

namespace {

const std::vector<Event> Left = {
    {2, Session::Race, false}, {3, Session::Sprint, true}, {3, Session::Race, true}};

Outcomes played(const Origin& origin, int count = 500)
{
    SimulationSettings settings;
    settings.count = count;
    return *simulate(origin, Left, settings);
}

double sumOf(const std::vector<Expectation>& sides, double Expectation::* chance)
{
    return std::accumulate(sides.begin(), sides.end(), 0.0,
                           [&](double sum, const Expectation& side) { return sum + side.*chance; });
}

// The plain way: sorted, number ceil(q n).
Spread spreadOf(std::vector<double> sample)
{
    std::ranges::sort(sample);
    const auto at = [&](double tenths) {
        return sample[static_cast<std::size_t>(std::ceil(tenths * static_cast<double>(sample.size()) / 10)) -
                      1];
    };
    const double sum = std::accumulate(sample.begin(), sample.end(), 0.0);
    return {sum / static_cast<double>(sample.size()), at(1), at(5), at(9)};
}

bool near(const Spread& a, const Spread& b)
{
    return std::abs(a.mean - b.mean) < 1e-9 && a.low == b.low && a.median == b.median && a.high == b.high;
}

} // namespace

class SeasonOutlookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCountedFromTheSimulations_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("seven") << 7;
        QTest::newRow("ten") << 10;
        QTest::newRow("five hundred") << 500;
    }

    void isCountedFromTheSimulations()
    {
        QFETCH(int, count);
        Origin origin = test::origin(10);
        origin.drivers = {{"d03", 30.5, 2, false}};
        origin.teams = {{"t01", 40, 3, false}};
        const Outcomes outcomes = played(origin, count);
        const SeasonOutlook end = outlook(outcomes);
        QCOMPARE(end.simulations, static_cast<std::size_t>(count));
        std::vector<double> driver;
        std::vector<double> team;
        double wins = 0;
        for (std::size_t k = 0; k < outcomes.count(); ++k) {
            driver.push_back(30.5 + outcomes.gain(k, 3));
            team.push_back(40 + outcomes.gain(k, 2) + outcomes.gain(k, 3));
            wins += outcomes.winsGained(k, 3);
        }
        QVERIFY(near(end.drivers[3].final, spreadOf(driver)));
        QCOMPARE(end.drivers[3].points, 30.5);
        QCOMPARE(end.drivers[3].team, std::string("t01"));
        QVERIFY(std::abs(end.drivers[3].wins - 2 - wins / count) < 1e-9);
        QCOMPARE(end.teams[1].id, std::string("t01"));
        QVERIFY(near(end.teams[1].final, spreadOf(team)));
        QCOMPARE(end.teams[1].points, 40.0);
        QVERIFY(end.teams[1].wins >= 3);
    }

    void thereIsOneChampionAndThreeAreOnThePodium()
    {
        const SeasonOutlook end = outlook(played(test::origin(10)));
        QVERIFY(std::abs(sumOf(end.drivers, &Expectation::pTitle) - 1) < 1e-9);
        QVERIFY(std::abs(sumOf(end.teams, &Expectation::pTitle) - 1) < 1e-9);
        QVERIFY(std::abs(sumOf(end.drivers, &Expectation::pTopThree) - 3) < 1e-9);
        QVERIFY(std::abs(sumOf(end.teams, &Expectation::pTopThree) - 3) < 1e-9);
        for (const Expectation& driver : end.drivers)
            QVERIFY(driver.pTitle <= driver.pTopThree && driver.pTopThree <= 1);
    }

    void theTopThreeAreThoseWithTheMostPoints()
    {
        const Outcomes outcomes = played(test::origin(10));
        std::vector<int> counts(10);
        for (std::size_t k = 0; k < outcomes.count(); ++k) {
            std::vector<std::size_t> order(10);
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::ranges::stable_sort(order, std::greater(), [&](std::size_t driver) {
                return std::pair(outcomes.gain(k, driver), outcomes.winsGained(k, driver));
            });
            for (std::size_t place = 0; place < 3; ++place)
                ++counts[order[place]];
        }
        const SeasonOutlook end = outlook(outcomes);
        for (std::size_t driver = 0; driver < 10; ++driver)
            QVERIFY(std::abs(end.drivers[driver].pTopThree - counts[driver] / 500.0) < 1e-9);
    }

    void whoIsNotInTheLineupKeepsHisPoints()
    {
        Origin origin = test::origin(4);
        origin.drivers = {{"zz", 7, 1, false}, {"aa", 500, 9, false}, {"d00", 10, 0, false}};
        origin.teams = {{"gone", 500, 9, false}};
        const Outcomes outcomes = played(origin);
        const SeasonOutlook end = outlook(outcomes);
        QCOMPARE(end.drivers.size(), std::size_t(6));
        QCOMPARE(end.drivers[4].id, std::string("aa"));
        QCOMPARE(end.drivers[4].final, (Spread{500, 500, 500, 500}));
        QCOMPARE(end.drivers[4].wins, 9.0);
        QCOMPARE(end.drivers[4].pTitle, 1.0);
        QCOMPARE(end.drivers[5].final.mean, 7.0);
        QCOMPARE(end.teams.back().pTitle, 1.0);
        QCOMPARE(outcomes.place(0, 0, 4), 0);
        QCOMPARE(outcomes.points(0, 0, 4), 0);
    }

    void whoIsShutOutIsNoChampion()
    {
        Origin origin = test::origin(4);
        origin.teams = {{"t00", 900, 9, true}};
        const SeasonOutlook end = outlook(played(origin));
        QCOMPARE(end.teams[0].pTitle, 0.0);
        QCOMPARE(end.teams[1].pTitle, 1.0);
        // Nor anybody, if all are.
        origin.teams.push_back({"t01", 0, 0, true});
        QCOMPARE(outlook(played(origin)).teams[1].pTitle, 0.0);
    }

    void winsBreakATieOfDriversOnly()
    {
        Origin origin = test::origin(4);
        for (Starter& starter : origin.lineup)
            starter.pRetire = 1;
        origin.drivers = {{"d00", 10, 0, false}, {"d02", 10, 1, false}};
        origin.teams = {{"t00", 10, 0, false}, {"t01", 10, 1, false}};
        const SeasonOutlook end = outlook(*simulate(origin, {{2, Session::Race, false}}));
        QCOMPARE(end.drivers[2].pTitle, 1.0);
        QCOMPARE(end.teams[0].pTitle, 1.0);
    }

    void canBeOfSomeSimulations()
    {
        const Outcomes outcomes = played(test::origin(10));
        QCOMPARE(outlook(outcomes, allOf(outcomes)), outlook(outcomes));
        const SeasonOutlook one = outlook(outcomes, {7});
        QCOMPARE(one.simulations, std::size_t(1));
        QCOMPARE(one.drivers[4].final.mean, static_cast<double>(outcomes.gain(7, 4)));
        const SeasonOutlook none = outlook(outcomes, {});
        QCOMPARE(none.drivers[4].final, Spread());
        QCOMPARE(none.drivers[4].pTitle, 0.0);
    }

    void thePathEndsAtTheEnd()
    {
        Origin origin = test::origin(10);
        origin.drivers = {{"d03", 30.5, 2, false}};
        origin.teams = {{"t01", 40, 3, false}};
        const Outcomes outcomes = played(origin);
        const SeasonOutlook end = outlook(outcomes);
        const auto driver = path(outcomes, Contestants::Drivers, 3);
        // One point per weekend, its sprint included.
        QCOMPARE(driver.size(), std::size_t(2));
        QCOMPARE(driver[0].round, 2);
        QCOMPARE(driver[1].round, 3);
        QVERIFY(near(driver[1].points, end.drivers[3].final));
        QVERIFY(driver[0].points.mean > 30.5 && driver[0].points.mean < driver[1].points.mean);
        const auto team = path(outcomes, Contestants::Teams, 1);
        QVERIFY(near(team.back().points, end.teams[1].final));
        // All at once are the same as each alone.
        const auto drivers = paths(outcomes, Contestants::Drivers);
        QCOMPARE(drivers.size(), outcomes.drivers().size());
        QVERIFY(drivers[3] == driver);
        const auto teams = paths(outcomes, Contestants::Teams);
        QCOMPARE(teams.size(), outcomes.teams().size());
        QVERIFY(teams[1] == team);
    }
};

QTEST_APPLESS_MAIN(SeasonOutlookTest)
#include "SeasonOutlookTest.moc"

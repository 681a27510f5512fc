#include "Seasons.h"

#include "season/Outlook.h"
#include "season/PointsRules.h"
#include "season/Simulation.h"

#include <QTest>

#include <chrono>
#include <limits>
#include <numeric>
#include <thread>

using namespace parcferme;
using namespace parcferme::season;

namespace {

const std::vector<Event> ThreeEvents = {
    {2, Session::Race, false}, {3, Session::Sprint, true}, {3, Session::Race, true}};

SimulationSettings few(int count = 300)
{
    SimulationSettings settings;
    settings.count = count;
    return settings;
}

// How often the strongest driver wins the first race.
int winsOfTheFirst(const Outcomes& outcomes)
{
    int wins = 0;
    for (std::size_t k = 0; k < outcomes.count(); ++k)
        wins += outcomes.place(k, 0, 0) == 1 ? 1 : 0;
    return wins;
}

} // namespace

class SeasonSimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRepeatable()
    {
        const Origin origin = test::origin(10);
        const auto first = simulate(origin, ThreeEvents, few());
        const auto again = simulate(origin, ThreeEvents, few());
        QCOMPARE(outlook(*first), outlook(*again));
        SimulationSettings other = few();
        other.seed = 2;
        QVERIFY(outlook(*simulate(origin, ThreeEvents, other)) != outlook(*first));
    }

    void aSimulationIsTheSameAmongMoreOfThem()
    {
        const Origin origin = test::origin(10);
        const auto short_ = simulate(origin, ThreeEvents, few(100));
        const auto longer = simulate(origin, ThreeEvents, few(300));
        for (std::size_t k = 0; k < 100; ++k) {
            for (std::size_t driver = 0; driver < 10; ++driver)
                QCOMPARE(short_->gain(k, driver), longer->gain(k, driver));
        }
    }

    void theOrderOfTheLineupDoesNotMatter()
    {
        Origin origin = test::origin(10);
        const auto expected = outlook(*simulate(origin, ThreeEvents, few()));
        std::ranges::reverse(origin.lineup);
        QCOMPARE(outlook(*simulate(origin, ThreeEvents, few())), expected);
    }

    void placesArePermutations()
    {
        const auto outcomes = simulate(test::origin(10), ThreeEvents, few());
        for (std::size_t k = 0; k < outcomes->count(); ++k) {
            for (std::size_t event = 0; event < ThreeEvents.size(); ++event) {
                std::vector<int> seen(11);
                for (std::size_t driver = 0; driver < 10; ++driver)
                    ++seen[static_cast<std::size_t>(outcomes->place(k, event, driver))];
                const int finishers = 10 - seen[0];
                for (int place = 1; place <= 10; ++place)
                    QCOMPARE(seen[static_cast<std::size_t>(place)], place <= finishers ? 1 : 0);
            }
        }
    }

    void gainsAreThePointsOfAllEvents_data()
    {
        QTest::addColumn<int>("season");
        QTest::newRow("2002, six places") << 2002;
        QTest::newRow("2014, doubled at the end") << 2014;
        QTest::newRow("2024, fastest lap") << 2024;
        QTest::newRow("2026") << 2026;
    }

    void gainsAreThePointsOfAllEvents()
    {
        QFETCH(int, season);
        const auto outcomes = simulate(test::origin(12, season), ThreeEvents, few());
        for (std::size_t k = 0; k < outcomes->count(); ++k) {
            for (std::size_t driver = 0; driver < 12; ++driver) {
                int points = 0;
                int wins = 0;
                for (std::size_t event = 0; event < ThreeEvents.size(); ++event) {
                    points += outcomes->points(k, event, driver);
                    wins +=
                        ThreeEvents[event].session == Session::Race && outcomes->place(k, event, driver) == 1
                            ? 1
                            : 0;
                }
                QCOMPARE(outcomes->gain(k, driver), points);
                QCOMPARE(outcomes->winsGained(k, driver), wins);
            }
        }
    }

    void theFastestLapGoesToAFinisherOfTheFirstTen()
    {
        const std::vector<Event> one = {{2, Session::Race, false}};
        const auto outcomes = simulate(test::origin(16, 2024), one, few(2000));
        const std::vector<int> table = pointsByPlace(2024, one[0]);
        int given = 0;
        for (std::size_t k = 0; k < outcomes->count(); ++k) {
            for (std::size_t driver = 0; driver < 16; ++driver) {
                const int place = outcomes->place(k, 0, driver);
                const int ofPlace =
                    place >= 1 && place <= 10 ? table[static_cast<std::size_t>(place) - 1] : 0;
                if (outcomes->points(k, 0, driver) == ofPlace)
                    continue;
                QCOMPARE(outcomes->points(k, 0, driver), ofPlace + 1);
                QVERIFY(place >= 1 && place <= 10);
                ++given;
            }
        }
        // The chances of the ten places add up to 0.9.
        QVERIFY2(given > 1740 && given < 1860, qPrintable(QString::number(given)));
    }

    void droppingOutIsHalfAsLikelyInASprint()
    {
        Origin origin = test::origin(10);
        for (Starter& starter : origin.lineup)
            starter.pRetire = 0.4;
        const auto outcomes =
            simulate(origin, {{2, Session::Sprint, false}, {2, Session::Race, false}}, few(2000));
        int out[2] = {0, 0};
        for (std::size_t k = 0; k < outcomes->count(); ++k) {
            for (std::size_t event = 0; event < 2; ++event) {
                for (std::size_t driver = 0; driver < 10; ++driver)
                    out[event] += outcomes->place(k, event, driver) == 0 ? 1 : 0;
            }
        }
        QVERIFY(out[0] > 3800 && out[0] < 4200);
        QVERIFY(out[1] > 7750 && out[1] < 8250);
    }

    void certainRetirementsAndNone()
    {
        Origin origin = test::origin(4);
        for (Starter& starter : origin.lineup)
            starter.pRetire = 1;
        const auto all = outlook(*simulate(origin, {{2, Session::Race, false}}, few()));
        for (const Expectation& driver : all.drivers)
            QCOMPARE(driver.final, Spread());
        // Nobody has anything: the first of the list is champion, as the rules of the simulation want it.
        QCOMPARE(all.drivers[0].pTitle, 1.0);
        origin.lineup[3].pRetire = 0;
        const auto one = outlook(*simulate(origin, {{2, Session::Race, false}}, few()));
        QCOMPARE(one.drivers[3].final, (Spread{25, 25, 25, 25}));
        QCOMPARE(one.drivers[3].wins, 1.0);
    }

    void strengthAndScaleMatter()
    {
        Origin origin = test::origin(10);
        const int wins = winsOfTheFirst(*simulate(origin, ThreeEvents, few(2000)));
        SimulationSettings wide = few(2000);
        wide.scale = 20;
        const int wideWins = winsOfTheFirst(*simulate(origin, ThreeEvents, wide));
        QVERIFY2(wideWins < wins, qPrintable(QStringLiteral("%1 and %2").arg(wins).arg(wideWins)));
        origin.lineup[0].mu += 1;
        QVERIFY(winsOfTheFirst(*simulate(origin, ThreeEvents, few(2000))) > wins);
        // Later in the season more is known of everybody.
        origin = test::origin(10);
        origin.round = 20;
        QVERIFY(winsOfTheFirst(*simulate(origin, ThreeEvents, few(2000))) > wins);
    }

    void withoutRacesEverythingStays()
    {
        Origin origin = test::origin(4);
        origin.drivers = {{"d01", 12.5, 1, false}, {"d00", 12.5, 0, false}};
        const auto outcomes = simulate(origin, {}, few());
        const SeasonOutlook end = outlook(*outcomes);
        QCOMPARE(end.drivers[1].final, (Spread{12.5, 12.5, 12.5, 12.5}));
        // Level on points: who has won more.
        QCOMPARE(end.drivers[1].pTitle, 1.0);
        QCOMPARE(end.drivers[0].pTitle, 0.0);
        QVERIFY(path(*outcomes, Contestants::Drivers, 0).empty());
    }

    void stopsWhenAsked()
    {
        std::stop_source source;
        QVERIFY(simulate(test::origin(10), ThreeEvents, few(), source.get_token()).has_value());
        source.request_stop();
        QVERIFY(!simulate(test::origin(10), ThreeEvents, few(), source.get_token()).has_value());
    }

    void stopsInTheMiddle()
    {
        // So many that the word comes when some are through and most are not.
        std::stop_source source;
        bool through = true;
        std::thread work([&] {
            through =
                simulate(test::origin(3), {{2, Session::Race, false}}, few(4'000'000), source.get_token())
                    .has_value();
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        source.request_stop();
        work.join();
        QVERIFY(!through);
    }

    void refusesWhatCannotBeSimulated_data()
    {
        QTest::addColumn<Origin>("origin");
        QTest::addColumn<std::vector<Event>>("left");
        QTest::addColumn<int>("count");
        const auto broken = [](auto change) {
            Origin origin = test::origin(4);
            change(origin);
            return origin;
        };
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("no lineup") << Origin{} << ThreeEvents << 10;
        QTest::newRow("too many") << test::origin(300) << ThreeEvents << 10;
        QTest::newRow("sigma") << broken([](Origin& o) { o.sigma = 0; }) << ThreeEvents << 10;
        QTest::newRow("sigma nan") << broken([&](Origin& o) { o.sigma = nan; }) << ThreeEvents << 10;
        QTest::newRow("round") << broken([](Origin& o) { o.round = -1; }) << ThreeEvents << 10;
        QTest::newRow("mu") << broken([&](Origin& o) { o.lineup[1].mu = nan; }) << ThreeEvents << 10;
        QTest::newRow("chance") << broken([](Origin& o) { o.lineup[1].pRetire = 1.5; }) << ThreeEvents << 10;
        QTest::newRow("chance nan") << broken([&](Origin& o) { o.lineup[1].pRetire = nan; }) << ThreeEvents
                                    << 10;
        QTest::newRow("twice") << broken([](Origin& o) { o.lineup[1].driver = "d00"; }) << ThreeEvents << 10;
        QTest::newRow("nothing to do") << test::origin(4) << ThreeEvents << 0;
        QTest::newRow("order") << test::origin(4)
                               << std::vector<Event>{{3, Session::Race, true}, {2, Session::Race, false}}
                               << 10;
        QTest::newRow("sprint after")
            << test::origin(4) << std::vector<Event>{{3, Session::Race, true}, {3, Session::Sprint, true}}
            << 10;
        QTest::newRow("too many races") << test::origin(4) << std::vector<Event>(201) << 10;
    }

    void refusesWhatCannotBeSimulated()
    {
        QFETCH(Origin, origin);
        QFETCH(std::vector<Event>, left);
        QFETCH(int, count);
        QVERIFY(!breaches(origin, left, few(count)).empty());
        QVERIFY(!simulate(origin, left, few(count)).has_value());
        QVERIFY(breaches(test::origin(4), ThreeEvents, few()).empty());
    }

    void refusesANegativeScale()
    {
        SimulationSettings settings = few();
        settings.scale = -1;
        QVERIFY(!simulate(test::origin(4), ThreeEvents, settings).has_value());
    }
};

QTEST_APPLESS_MAIN(SeasonSimulationTest)
#include "SeasonSimulationTest.moc"

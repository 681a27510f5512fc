#include "Seasons.h"

#include "season/Simulation.h"
#include "season/WhatIf.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace parcferme;
using namespace parcferme::season;

namespace {

const std::vector<Event> Left = {
    {2, Session::Race, false}, {3, Session::Sprint, true}, {3, Session::Race, true}};
constexpr std::size_t Drivers = 10;

Outcomes played(int count)
{
    SimulationSettings settings;
    settings.count = count;
    return *simulate(test::origin(static_cast<int>(Drivers), 2024), Left, settings);
}

using Kind = Condition::Kind;

} // namespace

class SeasonWhatIfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectsTheSimulationsInWhichItHappens_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("points");
        QTest::newRow("wins") << Kind::Wins << 0;
        QTest::newRow("is on the podium") << Kind::OnThePodium << 0;
        QTest::newRow("does not score") << Kind::ScoresAtMost << 0;
        QTest::newRow("scores at most 7") << Kind::ScoresAtMost << 7;
        QTest::newRow("drops out") << Kind::DropsOut << 0;
    }

    void selectsTheSimulationsInWhichItHappens()
    {
        QFETCH(Kind, kind);
        QFETCH(int, points);
        const Outcomes outcomes = played(500);
        for (std::size_t event = 0; event < Left.size(); ++event) {
            const Selection found = simulationsWith(outcomes, {event, 1, kind, points});
            QVERIFY(!found.empty() && found.size() < outcomes.count());
            for (std::size_t k = 0; k < outcomes.count(); ++k) {
                const int place = outcomes.place(k, event, 1);
                const bool expected = kind == Kind::Wins          ? place == 1
                                      : kind == Kind::OnThePodium ? place >= 1 && place <= 3
                                      : kind == Kind::DropsOut    ? place == 0
                                                                  : outcomes.points(k, event, 1) <= points;
                QCOMPARE(std::ranges::binary_search(found, static_cast<std::uint32_t>(k)), expected);
            }
        }
    }

    void theDriversShareOutTheWins()
    {
        const Outcomes outcomes = played(500);
        std::size_t sum = 0;
        for (std::size_t driver = 0; driver < Drivers; ++driver)
            sum += simulationsWith(outcomes, {0, driver, Kind::Wins, 0}).size();
        QCOMPARE(sum, std::size_t(500));
    }

    void countsTheSameSimulations()
    {
        const Outcomes outcomes = played(4000);
        const Condition condition{0, 0, Kind::Wins, 0};
        const Conditional so = whatIf(outcomes, condition);
        QVERIFY(so.outlook.has_value());
        QCOMPARE(so.simulations, so.outlook->simulations);
        QCOMPARE(*so.outlook, outlook(outcomes, simulationsWith(outcomes, condition)));
        // To win helps, and it helps him at the others' cost.
        const SeasonOutlook now = outlook(outcomes);
        QVERIFY(so.outlook->drivers[0].pTitle > now.drivers[0].pTitle);
        QVERIFY(so.outlook->drivers[1].pTitle < now.drivers[1].pTitle);
        QVERIFY(so.outlook->drivers[0].final.mean > now.drivers[0].final.mean);
    }

    void somethingAndItsOppositeMakeTheWhole()
    {
        const Outcomes outcomes = played(4000);
        const SeasonOutlook now = outlook(outcomes);
        const Selection out = simulationsWith(outcomes, {2, 0, Kind::ScoresAtMost, 0});
        Selection rest;
        std::ranges::set_difference(allOf(outcomes), out, std::back_inserter(rest));
        const auto share = static_cast<double>(out.size()) / static_cast<double>(outcomes.count());
        const double mixed = share * outlook(outcomes, out).drivers[0].pTitle +
                             (1 - share) * outlook(outcomes, rest).drivers[0].pTitle;
        QVERIFY(std::abs(mixed - now.drivers[0].pTitle) < 1e-12);
    }

    void isSilentAboutWhatIsTooRare()
    {
        const Condition unlikely{0, Drivers - 1, Kind::Wins, 0};
        // As many simulations as make it happen just too seldom, and one more often.
        const Outcomes many = played(20000);
        const Selection found = simulationsWith(many, unlikely);
        QVERIFY(found.size() > TooRareBelow);
        const Conditional rare = whatIf(played(static_cast<int>(found[TooRareBelow - 1])), unlikely);
        QCOMPARE(rare.simulations, TooRareBelow - 1);
        QVERIFY(!rare.outlook);
        const Conditional enough = whatIf(played(static_cast<int>(found[TooRareBelow - 1]) + 1), unlikely);
        QCOMPARE(enough.simulations, TooRareBelow);
        QVERIFY(enough.outlook.has_value());
        QCOMPARE(TooRareBelow, std::size_t(200));
    }

    void knowsOnlyWhatIsThere()
    {
        const Outcomes outcomes = played(300);
        QVERIFY(simulationsWith(outcomes, {Left.size(), 0, Kind::DropsOut, 0}).empty());
        QVERIFY(simulationsWith(outcomes, {0, Drivers, Kind::DropsOut, 0}).empty());
        QVERIFY(!whatIf(outcomes, {0, Drivers, Kind::DropsOut, 0}).outlook);
    }
};

QTEST_APPLESS_MAIN(SeasonWhatIfTest)
#include "SeasonWhatIfTest.moc"

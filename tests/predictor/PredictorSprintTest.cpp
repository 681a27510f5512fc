#include "History.h"
#include "Races.h"

#include "predictor/Forecast.h"
#include "predictor/Model.h"
#include "predictor/Validation.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace parcferme;
using namespace parcferme::predictor;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-12;
}

// Its sprint ended in the reverse of the order of its entries.
RaceFacts withSprint(RaceFacts race)
{
    const int n = static_cast<int>(race.entries.size());
    for (int k = 0; k < n; ++k)
        race.entries[static_cast<std::size_t>(k)].sprintPosition = n - k;
    return race;
}

Model learntOf(int season)
{
    Model model;
    for (int round = 1; round <= 22; ++round) {
        const RaceFacts race = test::race(season, round, 10);
        model.advance(race);
        model.learn(race);
    }
    return model;
}

} // namespace

// The weekend's sprint: as evidence for the Grand Prix, and forecast itself.
class PredictorSprintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSprintMovesTheOrderRatingAlone()
    {
        Model model = learntOf(2015);
        const RaceFacts race = withSprint(test::race(2016, 1, 10));
        model.advance(race);
        const ForecastInputs before = model.inputs(race, Stage::Grid);
        model.seeSprint(race);
        const ForecastInputs after = model.inputs(race, Stage::Grid);
        for (std::size_t k = 0; k < 10; ++k) {
            QVERIFY(!before.drivers[k].ratingOrderBeforeSprint);
            QCOMPARE(*after.drivers[k].ratingOrderBeforeSprint, before.drivers[k].ratingOrder);
            QVERIFY(after.drivers[k].ratingOrder != before.drivers[k].ratingOrder);
            QCOMPARE(after.drivers[k].ratingQualifying, before.drivers[k].ratingQualifying);
            QCOMPARE(after.drivers[k].ratingPace, before.drivers[k].ratingPace);
        }
        QVERIFY(after.drivers[0].ratingOrder < before.drivers[0].ratingOrder); // he was last
        QVERIFY(after.retirement == before.retirement && after.strength == before.strength);
        const Forecast made = forecast(after);
        QCOMPARE(made.drivers[0].ratingOrderBeforeSprint, after.drivers[0].ratingOrderBeforeSprint);
    }

    // It weighs as much as a race, whose observation has the same noise.
    void theSprintCountsLikeARace()
    {
        Model sprint;
        Model race;
        RaceFacts facts = test::race(2015, 1, 6);
        for (EntryFacts& entry : facts.entries)
            entry.sprintPosition = entry.result->position;
        sprint.advance(facts);
        sprint.seeSprint(facts);
        const ForecastInputs seen = sprint.inputs(facts, Stage::Nothing);
        race.advance(facts);
        race.learn(facts);
        const ForecastInputs learnt = race.inputs(facts, Stage::Nothing);
        for (std::size_t k = 0; k < 6; ++k)
            QVERIFY(near(seen.drivers[k].ratingOrder, learnt.drivers[k].ratingOrder));
    }

    void whatWasSeenStaysAndIsObservedFromTheNextRaceOn()
    {
        Model model;
        RaceFacts race = withSprint(test::race(2015, 1, 6));
        model.advance(race);
        model.seeSprint(race);
        QCOMPARE(model.inputs(race, Stage::Nothing).drivers[0].unseenRatings, 3);
        for (EntryFacts& entry : race.entries)
            entry.result.reset(); // the Grand Prix was called off
        model.learn(race);
        race.round = 2;
        model.advance(race);
        const ForecastInputs next = model.inputs(race, Stage::Nothing);
        QCOMPARE(next.drivers[0].unseenRatings, 2);
        QVERIFY(next.drivers[0].ratingOrder < next.drivers[5].ratingOrder);
        QVERIFY(!next.drivers[0].ratingOrderBeforeSprint);
    }

    void twoPositionsAreNoSprint()
    {
        Model model = learntOf(2015);
        RaceFacts race = test::race(2016, 1, 10);
        model.advance(race);
        const ForecastInputs before = model.inputs(race, Stage::Grid);
        race.entries[0].sprintPosition = 2;
        race.entries[1].sprintPosition = 1;
        race.entries[2].sprintPosition = 0; // cannot be
        model.seeSprint(race);
        QVERIFY(model.inputs(race, Stage::Grid) == before);
    }

    void theSprintsOwnForecast()
    {
        Model model = learntOf(2015);
        RaceFacts sprint = test::race(2016, 1, 10);
        model.advance(sprint);
        std::ranges::reverse(sprint.entries); // the order carries no meaning
        sprint.entries[0].grid = 0;           // d10
        sprint.entries[1].grid.reset();       // d09 is not in it
        const ForecastInputs inputs = model.sprintInputs(sprint, Stage::Grid);
        QCOMPARE(inputs.drivers.size(), std::size_t(9));
        const Forecast made = forecast(inputs);
        QVERIFY(made.session == Session::Sprint && made.stage == Stage::Grid);
        QVERIFY(breaches(made).empty());
        QVERIFY(!made.timesKnown() && made.winnerTime == 0 && !made.lapSeconds);
        QCOMPARE(made.drivers.back().startingPosition, 9);

        // Against a Grand Prix of the same field without a qualifying time.
        RaceFacts race = sprint;
        std::erase_if(race.entries, [](const EntryFacts& e) { return !e.grid; });
        for (EntryFacts& entry : race.entries)
            entry.qualifyingMs = {};
        const Forecast grandPrix = forecast(model.inputs(race, Stage::Grid));
        QVERIFY(near(made.sigma, .85 * grandPrix.sigma));
        for (std::size_t k = 0; k < 9; ++k) {
            const DriverForecast& own = made.drivers[k];
            QCOMPARE(own.inputs, grandPrix.drivers[k].inputs);
            QVERIFY(near(own.mu, .8 * grandPrix.drivers[k].mu + .25 * own.inputs[0]));
            QVERIFY(near(own.pRetire, .5 * grandPrix.drivers[k].pRetire));
        }
    }

    void withoutItsGridTheRatingsAloneDecide()
    {
        Model model = learntOf(2015);
        RaceFacts sprint = test::race(2016, 1, 10);
        model.advance(sprint);
        const Forecast grandPrix = forecast(model.inputs(sprint, Stage::Nothing));
        QVERIFY(forecast(model.sprintInputs(sprint, Stage::Nothing)).stage == Stage::Nothing);
        for (EntryFacts& entry : sprint.entries)
            entry.grid.reset();
        const Forecast made = forecast(model.sprintInputs(sprint, Stage::Grid));
        QVERIFY(made.stage == Stage::Nothing);
        QCOMPARE(made.sigma, grandPrix.sigma);
        for (std::size_t k = 0; k < 10; ++k) {
            QCOMPARE(made.drivers[k].mu, grandPrix.drivers[k].mu);
            QVERIFY(near(made.drivers[k].pRetire, .5 * grandPrix.drivers[k].pRetire));
        }
        QVERIFY(!warnings(made).empty());
    }

    void sessionsHaveNames()
    {
        for (const Session session : {Session::Race, Session::Sprint})
            QVERIFY(sessionFromString(toString(session)) == session);
        QVERIFY(!sessionFromString("grid"));
    }

    // A change of a weekend's sprint moves no forecast made before it.
    void aLaterSprintChangesNothingEarlier()
    {
        Model model = learntOf(2015);
        const RaceFacts race = test::race(2016, 1, 10);
        model.advance(race);
        Model other = model;
        QVERIFY(model.inputs(race, Stage::Grid) == other.inputs(withSprint(race), Stage::Grid));
    }
};

QTEST_APPLESS_MAIN(PredictorSprintTest)
#include "PredictorSprintTest.moc"

#include "History.h"
#include "Races.h"

#include "predictor/Forecast.h"
#include "predictor/Model.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace parcferme;
using namespace parcferme::predictor;

namespace {

// Another result, another grid, other times: nothing of it may be seen before its moment.
RaceFacts scrambled(RaceFacts race)
{
    const auto n = static_cast<int>(race.entries.size());
    for (EntryFacts& entry : race.entries) {
        if (!entry.result)
            continue;
        entry.result->position = n + 1 - entry.result->position;
        entry.result->classification =
            entry.result->position % 3 == 0 ? Classification::DidNotStart : Classification::Retired;
        entry.result->status = "Fire";
        entry.result->laps = 1;
        entry.result->time = 1.0;
    }
    return race;
}

Model learntUntil(int season)
{
    Model model;
    for (const RaceFacts& race : test::history()) {
        if (race.season > season)
            break;
        model.advance(race);
        model.learn(race);
    }
    return model;
}

} // namespace

class PredictorModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstForecastIsTheFirstRaceOf2008()
    {
        Model model;
        for (const RaceFacts& race : test::history()) {
            model.advance(race);
            QCOMPARE(model.canForecast(), race.season >= 2008);
            model.learn(race);
            if (race.season > 2008)
                break;
        }
    }

    void aShortHistoryWaitsForTheTwentyFirstRaceOfTheFit()
    {
        Model model;
        for (int round = 1; round <= 21; ++round) {
            const RaceFacts race = test::race(2015, round, 10);
            model.advance(race);
            QCOMPARE(model.canForecast(), round == 21);
            model.learn(race);
        }
    }

    void theResultIsNeverSeen()
    {
        const Model before = learntUntil(2023);
        for (const RaceFacts& race : test::history()) {
            if (race.season != 2024)
                continue;
            Model own = before;
            Model other = before;
            own.advance(race);
            other.advance(scrambled(race));
            for (const Stage stage : {Stage::Nothing, Stage::Qualifying, Stage::Grid})
                QVERIFY(own.inputs(race, stage) == other.inputs(scrambled(race), stage));
        }
    }

    void eachStageSeesOnlyWhatItMay()
    {
        Model model = learntUntil(2024);
        RaceFacts race = *std::ranges::find(test::history(), 2025, &RaceFacts::season);
        model.advance(race);
        const ForecastInputs qualifying = model.inputs(race, Stage::Qualifying);
        const ForecastInputs nothing = model.inputs(race, Stage::Nothing);
        for (EntryFacts& entry : race.entries)
            entry.grid = 21 - *entry.grid;
        QVERIFY(model.inputs(race, Stage::Qualifying) == qualifying);
        QVERIFY(!(model.inputs(race, Stage::Grid) == qualifying));
        for (EntryFacts& entry : race.entries) {
            entry.qualifyingMs = {};
            entry.qualifyingPosition = 5;
        }
        QVERIFY(model.inputs(race, Stage::Nothing) == nothing);
        QVERIFY(!(model.inputs(race, Stage::Qualifying) == qualifying));
    }

    void inputsChangeNothing()
    {
        Model model = learntUntil(2010);
        const RaceFacts race = *std::ranges::find(test::history(), 2011, &RaceFacts::season);
        model.advance(race);
        Model untouched = model;
        for (int k = 0; k < 3; ++k)
            (void)forecast(model.inputs(race, Stage::Nothing));
        model.learn(race);
        untouched.learn(race);
        QVERIFY(model.inputs(race, Stage::Grid) == untouched.inputs(race, Stage::Grid));
    }

    void aRaceWithoutResultIsNotLearnt()
    {
        Model model = learntUntil(2010);
        RaceFacts race = *std::ranges::find(test::history(), 2011, &RaceFacts::season);
        for (EntryFacts& entry : race.entries)
            entry.result.reset();
        QVERIFY(!hasResult(race));
        model.advance(race);
        const ForecastInputs before = model.inputs(race, Stage::Grid);
        const int learnt = model.racesLearnt();
        model.learn(race);
        QCOMPARE(model.racesLearnt(), learnt);
        QVERIFY(model.inputs(race, Stage::Grid) == before);
    }

    void whoDidNotStartIsNoObservation()
    {
        Model model;
        RaceFacts race = test::race(2015, 1, 6);
        race.entries[5].result->classification = Classification::DidNotStart;
        model.advance(race);
        model.learn(race);
        const ForecastInputs after = model.inputs(race, Stage::Grid);
        QCOMPARE(after.drivers[4].racesStarted, 1);
        QCOMPARE(after.drivers[5].racesStarted, 0);
        QCOMPARE(after.drivers[5].unseenRatings, 3);
        QCOMPARE(after.drivers[5].driverAccidents, DecayedCount{});
        QCOMPARE(after.retirement.circuit, (DecayedCount{0, 5}));
    }

    void aDisqualifiedCarIsAStarterButNoRetirement()
    {
        Model model;
        RaceFacts race = test::race(2015, 1, 6);
        race.entries[5].result->classification = Classification::Disqualified;
        model.advance(race);
        model.learn(race);
        const ForecastInputs after = model.inputs(race, Stage::Grid);
        QCOMPARE(after.drivers[5].racesStarted, 1);
        QCOMPARE(after.retirement.circuit, (DecayedCount{0, 6}));
        QCOMPARE(after.drivers[5].unseenRatings, 2); // his qualifying was seen, his race was not
    }

    void renamedTeamsShareTheirRecord()
    {
        Model model;
        RaceFacts race = test::race(2015, 1, 6);
        race.entries[0].team = "force_india";
        race.entries[1].team = "force_india";
        model.advance(race);
        model.learn(race);
        race.round = 2;
        race.entries[0].team = "racing_point";
        model.advance(race);
        const ForecastInputs after = model.inputs(race, Stage::Grid);
        QCOMPARE(after.drivers[0].team, std::string("racing_point"));
        QCOMPARE(after.drivers[0].lineage, std::string("aston_martin"));
        QCOMPARE(after.drivers[0].unseenRatings, 0);
    }

    void oddRacesNeitherCrashNorPoison()
    {
        Model model = learntUntil(2024);
        RaceFacts odd = test::race(2025, 1, 5);
        odd.lapsPlanned = 0;
        odd.courseKm = std::numeric_limits<double>::infinity();
        odd.entries[0].result->laps = 0;
        odd.entries[1].result->time = 1e300;
        odd.entries[2].qualifyingMs = {std::numeric_limits<int>::max(), -1, 0};
        odd.entries[3].grid = std::numeric_limits<int>::max();
        odd.entries.push_back(odd.entries[4]);
        for (const RaceFacts& race : {RaceFacts{}, test::race(2025, 0, 1), odd}) {
            model.advance(race);
            (void)model.inputs(race, Stage::Grid);
            model.learn(race);
        }
        const RaceFacts race = *std::ranges::find(test::history(), 2025, &RaceFacts::season);
        model.advance(race);
        QVERIFY(!forecast(model.inputs(race, Stage::Grid)).drivers.empty());
    }
};

QTEST_APPLESS_MAIN(PredictorModelTest)
#include "PredictorModelTest.moc"

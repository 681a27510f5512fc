#include "Races.h"

#include "predictor/Field.h"
#include "predictor/Lineage.h"
#include "predictor/QualifyingGap.h"
#include "predictor/Rating.h"
#include "predictor/Retirement.h"
#include "predictor/Strength.h"
#include "predictor/WinnerTime.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace parcferme;
using namespace parcferme::predictor;

namespace {

bool near(double a, double b, double slack = 1e-12)
{
    return std::abs(a - b) <= slack;
}

std::vector<std::string> drivers(const std::vector<EntryFacts>& field)
{
    std::vector<std::string> ids;
    for (const EntryFacts& entry : field)
        ids.push_back(entry.driver);
    return ids;
}

SessionLaps session(std::optional<int> first, std::optional<int> second)
{
    return {first, second, std::nullopt};
}

const CourseFacts Course = {.circuit = "test", .laps = 50, .courseKm = 5.0, .poleLap = 90.0};

} // namespace

class PredictorPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineageFollowsTheTeam()
    {
        QCOMPARE(lineageOf("jordan"), std::string("aston_martin"));
        QCOMPARE(lineageOf("alphatauri"), std::string("rb"));
        QCOMPARE(lineageOf("bmw_sauber"), std::string("audi"));
        QCOMPARE(lineageOf("ferrari"), std::string("ferrari"));
        QCOMPARE(lineageOf("lotus_racing"), std::string("caterham"));
    }

    void startingOrderOfSlotsPitLaneAndUnknown()
    {
        // slots 2 and 5, pit lane twice by qualifying, unknown last, a tie by the order given
        const std::vector<int> start =
            startingOrder({{0, 3}, {5, 9}, {std::nullopt, 1}, {0, std::nullopt}, {2, 8}, {5, 1}});
        QCOMPARE(start, (std::vector<int>{4, 2, 6, 5, 1, 3}));
    }

    void theFieldIsKnownBeforeTheStart()
    {
        RaceFacts race = test::race(2024, 1, 4);
        race.entries[1].grid.reset();
        race.entries[3].grid.reset();
        race.entries[3].qualifyingPosition.reset();
        QCOMPARE(drivers(fieldOf(race)), (std::vector<std::string>{"d01", "d02", "d03"}));
        for (EntryFacts& entry : race.entries)
            entry.grid.reset();
        QCOMPARE(fieldOf(race).size(), std::size_t(4)); // no grid is published: everyone
        race.entries[2].result->classification = Classification::DidNotStart;
        QCOMPARE(fieldOf(race).size(), std::size_t(4)); // classification decides nothing
    }

    void oddNumbersAreUnknownAndDriversCountOnce()
    {
        RaceFacts race = test::race(2024, 1, 3);
        race.entries.push_back(race.entries[0]);
        race.entries[1].qualifyingMs[0] = 0;
        race.entries[1].result->time = std::numeric_limits<double>::quiet_NaN();
        race.entries[2].result->time = -1;
        const auto field = fieldOf(race);
        QCOMPARE(drivers(field), (std::vector<std::string>{"d01", "d02", "d03"}));
        QVERIFY(!field[1].qualifyingMs[0]);
        QVERIFY(!field[1].result->time && !field[2].result->time);
        race.entries.resize(2);
        QVERIFY(fieldOf(race).empty());
        QVERIFY(fieldOf(test::race(2024, 1, 101)).empty());
    }

    void finishOrderClosesUp()
    {
        RaceFacts race = test::race(2024, 1, 5);
        race.entries[0].result->classification = Classification::DidNotStart;
        race.entries[1].result = test::retired(9, "Engine");
        race.entries[2].result->classification = Classification::Disqualified;
        race.entries[2].result->position = 10;
        QCOMPARE(finishOrder(fieldOf(race)), (std::vector<int>{0, 3, 4, 1, 2}));
        QCOMPARE(winnerOf(fieldOf(race)), std::optional<std::size_t>(3));
    }

    void qualifyingGapsLevelTheSessions()
    {
        // Three drove both sessions and gained 1 %; the fourth stopped after Q1 and is as fast as the best.
        const std::vector<SessionLaps> laps = {session(100000, 99000),  session(101000, 99990),
                                               session(102000, 100980), session(100000, {}),
                                               session({}, {}),         session(110000, {})};
        const auto gaps = qualifyingGaps(laps);
        QVERIFY(near(*gaps[0], 0, 1e-9));
        QVERIFY(near(*gaps[1], 100 * std::log(1.01), 1e-9));
        QVERIFY(near(*gaps[3], 0, 1e-9));
        QVERIFY(!gaps[4]); // no time
        QVERIFY(!gaps[5]); // slower than 107 %
        QCOMPARE(bestLap(laps), std::optional(99.0));
        QVERIFY(!bestLap({}));
    }

    void qualifyingGapsAreCutAndSmallSessionsNotLevelled()
    {
        const auto gaps = qualifyingGaps({session(100000, 95000), session(106000, {}), session(100500, {})});
        QVERIFY(near(*gaps[0], 0));
        QCOMPARE(*gaps[1], 4.0);
        QCOMPARE(*gaps[2], 4.0); // one car in both sessions says nothing of the track
    }

    void mechanicalShareOfReasons()
    {
        for (const char* accident :
             {"Collision", "Accident", "Spun off", "Collision damage", "Puncture", "Illness"})
            QCOMPARE(mechanicalShare(accident), 0.0);
        for (const char* unknown : {"", " Retired ", "Not classified"})
            QCOMPARE(mechanicalShare(unknown), 0.5);
        QCOMPARE(mechanicalShare("Gearbox"), 1.0);
    }

    void retirementCountsForget()
    {
        Retirement retirement;
        RaceFacts race = test::race(2007, 1, 4);
        race.entries[0].result = test::retired(3, "Engine");
        race.entries[1].result = test::retired(4, "Retired");
        race.entries[3].result->classification = Classification::Disqualified;
        const auto field = fieldOf(race);
        std::vector<DriverInputs> inputs(4);
        for (std::size_t k = 0; k < 4; ++k) {
            inputs[k].driver = field[k].driver;
            inputs[k].lineage = field[k].team;
        }
        retirement.learn(race, field, inputs, features(inputs, Stage::Grid));
        const RetirementParameters now = retirement.records("test");
        QVERIFY(near(now.rate, (0.97 * 1 + 2) / (0.97 * 6 + 4)));
        QVERIFY(near(now.mechanical, (0.97 * .5 + 1.5) / (0.97 * 6 + 4)));
        QCOMPARE(now.circuit, (DecayedCount{2, 4}));
        QCOMPARE(retirement.driverAccidents("d01"), (DecayedCount{0, 1}));
        QCOMPARE(retirement.driverAccidents("d02"), (DecayedCount{.5, 1}));
        // two cars of one team: the count decays with each of them
        QVERIFY(near(retirement.teamMechanical("t1").total, 1.97));
        QCOMPARE(retirement.teamMechanical("t9"), DecayedCount{});
    }

    void retirementChanceByHand()
    {
        RetirementParameters parameters{
            .rate = .2, .mechanical = .1, .circuit = {}, .beta = {.1, .5, .5, .5, -.2, .2}};
        DriverInputs driver;
        driver.teamMechanical = {3, 15};
        const InputVector inputs = {1.0, 0, 0, 0, 0, 0, 0.5};
        const auto x = retirementInputs(parameters, driver, inputs);
        QVERIFY(near(x[1], std::log((3 + 1.5) / 30 / .1)));
        QVERIFY(near(x[2], 0));
        QVERIFY(near(x[3], 0));
        const double logit = std::log(.25) + .1 + .5 * x[1] - .2 + .1;
        QVERIFY(near(retirementChance(parameters, x), 1 / (1 + std::exp(-logit))));
    }

    void ratingLearnsDifferencesOnly()
    {
        const std::vector<Entrant> field = {{"a", "x"}, {"b", "y"}, {"c", "z"}};
        Rating plain(PaceRating);
        Rating shifted(PaceRating);
        plain.advance(2020, field);
        shifted.advance(2020, field);
        QVERIFY(plain.isUnseen(field[0]));
        plain.update(field, {0.0, -1.0, -2.0});
        shifted.update(field, {10.0, 9.0, 8.0});
        const auto strengths = plain.strengths(field);
        for (std::size_t k = 0; k < field.size(); ++k)
            QVERIFY(near(strengths[k], shifted.strengths(field)[k], 1e-9));
        QVERIFY(strengths[0] > strengths[1] && strengths[1] > strengths[2]);
        QVERIFY(near(strengths[0] + strengths[1] + strengths[2], 0));
        QVERIFY(!plain.isUnseen(field[0]));
        QVERIFY(plain.isUnseen({"a", "new"}));
    }

    void twoObservationsSayNothing()
    {
        const std::vector<Entrant> field = {{"a", "x"}, {"b", "y"}, {"c", "z"}};
        Rating rating(OrderRating);
        rating.advance(2020, field);
        rating.update(field, {1.0, -1.0, std::nullopt});
        QCOMPARE(rating.strengths(field), (std::vector<double>{0, 0, 0}));
        QVERIFY(rating.isUnseen(field[0]));
    }

    void winterPullsTeamsTogether()
    {
        const std::vector<Entrant> field = {{"a", "x"}, {"b", "y"}, {"c", "z"}};
        const RatingConstants still = {.noise = .1,
                                       .stepDriver = 0,
                                       .stepTeam = 0,
                                       .winterDriver = 0,
                                       .winterTeam = 0,
                                       .regulation = 0,
                                       .keep = .5,
                                       .newDriverMean = 0,
                                       .newDriverVariance = 0,
                                       .newTeamMean = 0,
                                       .newTeamVariance = 1};
        Rating rating(still);
        rating.advance(2020, field);
        rating.update(field, {1.0, 0.0, -1.0});
        const auto before = rating.strengths(field);
        rating.advance(2021, field);
        for (std::size_t k = 0; k < field.size(); ++k)
            QVERIFY(near(rating.strengths(field)[k], before[k] / 2));
        rating.advance(2022, field); // a full regulation change: squared
        for (std::size_t k = 0; k < field.size(); ++k)
            QVERIFY(near(rating.strengths(field)[k], before[k] / 8));
    }

    void strengthOfOneInputByHand()
    {
        Strength strength;
        const InputVector first = {1, 0, 0, 0, 0, 0, 0};
        const InputVector second = {-1, 0, 0, 0, 0, 0, 0};
        strength.learn({first, second}, {1, -1});
        const double w = std::pow(.5, 1 / 200.0);
        const StrengthParameters fit = strength.fit(Stage::Grid);
        QVERIFY(near(fit.weights[0], 2 * w / (20 + 2 * w)));
        QVERIFY(near(fit.sigma, .85 * std::sqrt(2 * std::pow(1 - fit.weights[0], 2) / 1)));
        QCOMPARE(strength.fit(Stage::Nothing).weights, InputVector{}); // the grid is not known then
    }

    void orderByStrengthBreaksTiesByStart()
    {
        QCOMPARE(orderByStrength({1.0, 2.0, 1.0}, {3, 2, 1}), (std::vector<int>{1, 2, 0}));
    }

    void winnerTimeFromPoleAndPast()
    {
        WinnerTimeParameters p;
        p.globalRatio = std::log(1.07);
        p.errorQuantiles = {-.05, -.04, -.03, 0, .03, .04, .05};
        const double a = std::log(90.0) + p.globalRatio;
        QVERIFY(near(winnerTime(p, Course)->seconds, 90 * 1.07 * 50, 1e-9));
        QVERIFY(near(winnerTime(p, Course)->quantiles[6], std::exp(a + 1.2 * 1.15 * .05) * 50, 1e-9));
        p.pastPace = a + .02;
        QVERIFY(near(winnerTime(p, Course)->seconds, std::exp(a + .4 * .02) * 50, 1e-9));
        p.pastPace = a - .1; // a wet qualifying: the past is trusted
        QVERIFY(near(winnerTime(p, Course)->seconds, std::exp(a - .09) * 50, 1e-9));
        p.pastPace = a + .1; // a wet race: the pole is trusted
        QVERIFY(near(winnerTime(p, Course)->seconds, std::exp(a) * 50, 1e-9));
    }

    void winnerTimeWithoutLapsOrPace()
    {
        WinnerTimeParameters p;
        p.fallbackPerKm = std::log(17.0);
        CourseFacts bare = {.circuit = "test", .laps = 50, .courseKm = 5.0, .poleLap = std::nullopt};
        QVERIFY(near(winnerTime(p, bare)->seconds, 17.0 * 5 * 50, 1e-9));
        bare.courseKm.reset();
        QVERIFY(!winnerTime(p, bare));
        bare = Course;
        bare.laps.reset();
        QVERIFY(!winnerTime(p, bare));
        QVERIFY(!courseOf("test", 0, -1.0, {}).laps);
        QVERIFY(!courseOf("test", 0, -1.0, {}).courseKm);
    }

    void aShortenedRaceTeachesNoPace()
    {
        WinnerTime model;
        model.learn(Course, 2000, 24); // under half the laps
        QVERIFY(!model.parameters(Course).pastPace);
        model.learn(Course, 2500, 25); // exactly half
        QVERIFY(near(*model.parameters(Course).pastPace, std::log(100.0)));
        // ratio 100/90 against 1.07: the deviation .0377 over (1 + 4)
        QVERIFY(near(model.parameters(Course).circuitOffset, (std::log(100 / 90.0) - std::log(1.07)) / 5));
        CourseFacts other = Course;
        other.courseKm = 5.06;
        QVERIFY(!model.parameters(other).pastPace); // another layout
    }
};

QTEST_APPLESS_MAIN(PredictorPartsTest)
#include "PredictorPartsTest.moc"

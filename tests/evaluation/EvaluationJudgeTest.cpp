#include "Races.h"

#include "evaluation/Judge.h"
#include "evaluation/Report.h"
#include "predictor/Pairs.h"
#include "predictor/Positions.h"

#include <QTest>

#include <cmath>
#include <tuple>

using namespace parcferme;
using namespace parcferme::evaluation;
using predictor::Classification;
using predictor::RaceFacts;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-12;
}

// A forecast of the test race's cars in the order of their ids, each five seconds behind the one ahead.
predictor::Forecast forecastOf(const RaceFacts& race)
{
    predictor::Forecast forecast;
    forecast.sigma = 0.5;
    forecast.confidence = 0.7;
    forecast.lapsKnown = forecast.gapsKnown = true;
    forecast.winnerTime = 5410;
    const auto n = static_cast<Eigen::Index>(race.entries.size());
    Eigen::VectorXd mu(n);
    const Eigen::VectorXd out = Eigen::VectorXd::Constant(n, .1);
    for (Eigen::Index k = 0; k < n; ++k)
        mu[k] = -.2 * static_cast<double>(k);
    const Eigen::MatrixXd positions = predictor::positionMatrix(mu, forecast.sigma, out);
    for (Eigen::Index k = 0; k < n; ++k) {
        predictor::DriverForecast driver;
        driver.driver = race.entries[static_cast<std::size_t>(k)].driver;
        driver.mu = mu[k];
        driver.pRetire = .1;
        const Eigen::VectorXd own = positions.row(k).transpose();
        driver.positions.assign(own.begin(), own.end());
        driver.pWin = own[0];
        driver.predictedPosition = static_cast<int>(k) + 1;
        driver.gap = 6.0 * static_cast<double>(k);
        driver.raceTime = forecast.winnerTime + driver.gap;
        forecast.drivers.push_back(driver);
    }
    return forecast;
}

} // namespace

class EvaluationJudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRaceAsForecast()
    {
        const RaceFacts race = test::race(2024, 3, 6);
        const auto judged = judge(forecastOf(race), race, {});
        QVERIFY(judged);
        QCOMPARE(judged->model.positionMae, 0.0);
        QCOMPARE(judged->model.winnerCorrect, 1.0);
        QCOMPARE(judged->order.front(), std::string("d01"));
        QCOMPARE(judged->pWin.size(), std::size_t(6));
        QVERIFY(near(judged->calibrationError, .7 - 1));
        // times: 10 s + 0, 1, .. 5; gaps: 0, 1, .. 5
        QVERIFY(near(*judged->model.timeMaeSeconds, 12.5));
        QVERIFY(near(*judged->model.gapMaeSeconds, 2.5));
    }

    // Cars 1 and 2 are of one team, the others of none that two have.
    void pairsByHand()
    {
        RaceFacts race = test::race(2024, 3, 6);
        predictor::Forecast forecast = forecastOf(race);
        for (std::size_t k = 0; k < forecast.drivers.size(); ++k)
            forecast.drivers[k].team = k < 2 ? "both" : "team" + std::to_string(k);
        std::swap(race.entries[0].result->position, race.entries[1].result->position);
        const auto judged = judge(forecast, race, {});
        for (std::size_t k = 0; k < judged->drivers.size(); ++k)
            QCOMPARE(judged->drivers[k].ahead.size(), judged->drivers.size() - k - 1);
        const double ahead = *predictor::chanceAhead(forecast, "d01", "d02");
        QCOMPARE(judged->drivers[0].ahead[0], ahead);
        QVERIFY(near(*judged->model.teammatesLogLoss, -std::log(1 - ahead))); // it went the other way
        const Report report = summarise({*judged});
        int pairs = 0;
        int hits = 0;
        for (const ReliabilityBin& bin : report.pairs.bins) {
            QVERIFY(bin.count == 0 || bin.meanForecast >= .5);
            pairs += bin.count;
            hits += bin.hits;
        }
        QCOMPARE(pairs, 15);
        QCOMPARE(hits, 14);
    }

    void whoDidNotStartDropsOut()
    {
        RaceFacts race = test::race(2024, 3, 6);
        const predictor::Forecast forecast = forecastOf(race);
        race.entries[0].result->classification = Classification::DidNotStart;
        const auto judged = judge(forecast, race, {});
        QCOMPARE(judged->model.starters, 5);
        QCOMPARE(judged->model.positionMae, 0.0);
        QCOMPARE(judged->drivers.front().driver, std::string("d02"));
        QCOMPARE(judged->drivers.front().predicted, 1);
        Eigen::VectorXd mu(5);
        mu << -.2, -.4, -.6, -.8, -1.0;
        const auto anew = predictor::positionMatrix(mu, .5, Eigen::VectorXd::Constant(5, .1));
        QVERIFY(near(judged->drivers.front().pWin, anew(0, 0)));
        QVERIFY(near(*judged->model.winnerLogLoss, -std::log(anew(0, 0))));
        // times stay as forecast, gaps to the official winner: car k was said to be 6 k, and is 5 (k - 1)
        // behind
        QVERIFY(near(*judged->model.gapMaeSeconds, (6 + 7 + 8 + 9 + 10) / 5.0));
        QCOMPARE(judged->order.size(), std::size_t(6)); // the whole forecast field
        QCOMPARE(judged->baselines.at("grid").starters, 5);
    }

    // A record of version 1.0.0.
    void withoutPositionsWhatIsThereIsScored()
    {
        RaceFacts race = test::race(2024, 3, 6);
        predictor::Forecast forecast = forecastOf(race);
        auto whole = judge(forecast, race, {});
        for (JudgedDriver& driver : whole->drivers)
            driver.ahead.clear(); // which needs strengths
        for (predictor::DriverForecast& driver : forecast.drivers) {
            const auto n = static_cast<Eigen::Index>(driver.positions.size());
            const Eigen::VectorXd own = Eigen::VectorXd::Map(driver.positions.data(), n);
            driver.pPodium = own.head(3).sum();
            driver.pPoints = own.sum();
            std::tie(driver.low80, driver.high80) = predictor::shortestInterval(own, .8);
            driver.positions.clear();
            driver.mu = 0;
        }
        forecast.sigma = 0;
        const auto judged = judge(forecast, race, {});
        QVERIFY(judged->drivers == whole->drivers);
        QCOMPARE(judged->model.positionMae, whole->model.positionMae);
        QCOMPARE(*judged->model.winnerLogLoss, *whole->model.winnerLogLoss);
        QVERIFY(near(*judged->model.podiumBrier, *whole->model.podiumBrier));
        QCOMPARE(*judged->model.coverage80, *whole->model.coverage80);
        QVERIFY(!judged->model.rps && !judged->model.coverage50 && !judged->model.coverage90);

        race.entries[0].result->classification = Classification::DidNotStart;
        const auto fewer = judge(forecast, race, {});
        QCOMPARE(fewer->model.starters, 5);
        QVERIFY(!fewer->model.winnerLogLoss && !fewer->model.winBrier && !fewer->model.coverage80);
        QCOMPARE(fewer->drivers.front().pWin, forecast.drivers[1].pWin);
    }

    void disqualifiedAndRetiredAreStarters()
    {
        RaceFacts race = test::race(2024, 3, 6);
        race.entries[0].result->classification = Classification::Disqualified;
        race.entries[0].result->position = 9;
        race.entries[1].result = test::retired(8, "Engine");
        const auto judged = judge(forecastOf(race), race, {});
        QCOMPARE(judged->model.starters, 6);
        QCOMPARE(judged->drivers[0].official, 6);
        QCOMPARE(judged->drivers[1].official, 5);
        QVERIFY(!judged->drivers[0].classified && !judged->drivers[1].classified);
        QVERIFY(near(judged->model.positionMae, (5 + 3 + 2 * 4) / 6.0));
        QVERIFY(near(*judged->model.positionMaeClassified, 2));
    }

    void lappedCarsHaveNoTime()
    {
        RaceFacts race = test::race(2024, 3, 4);
        race.entries[2].result->laps = 59; // with a time, as the live source has it
        race.entries[3].result->time.reset();
        const auto judged = judge(forecastOf(race), race, {});
        QVERIFY(near(*judged->model.gapMaeSeconds, .5)); // the first two
    }

    void gapsOfLappedCarsAreLaps()
    {
        RaceFacts race = test::race(2024, 3, 4);
        race.entries[2].result->laps = 59; // one lap down: the gap is 90 to 180 s
        race.entries[3].result->laps = 58; // 180 to 270 s
        predictor::Forecast forecast = forecastOf(race);
        forecast.lapSeconds = 90;
        const auto say = [&](std::size_t k, double low, double gap, double high, double lapped) {
            predictor::DriverForecast& driver = forecast.drivers[k];
            driver.gapLow = low;
            driver.gap = gap;
            driver.gapHigh = high;
            driver.pLapped = lapped;
        };
        say(0, 0, 0, 4, 0);
        say(1, 6, 8, 20, .1);      // 5 s in truth: 3 s off, under its interval
        say(2, 60, 100, 135, .6);  // in its lap; the interval holds half of it
        say(3, 100, 150, 300, .9); // 30 s short; all of it
        const auto judged = judge(forecast, race, {});
        QVERIFY(near(*judged->model.gapDistanceSeconds, (0 + 3 + 0 + 30) / 4.0));
        QVERIFY(near(*judged->model.gapCoverage80, (1 + 0 + .5 + 1) / 4));
        QVERIFY(near(*judged->model.lappedBrier, (0 + .01 + .16 + .01) / 4));

        forecast.drivers[1].pLapped.reset();
        QVERIFY(!judge(forecast, race, {})->model.lappedBrier);
        race.entries[1].result->laps = 59; // the winner alone on his lap
        QVERIFY(!judge(forecast, race, {})->model.gapCoverage80);
        forecast.lapSeconds.reset(); // a forecast of the first model
        QVERIFY(!judge(forecast, test::race(2024, 3, 4), {})->model.gapDistanceSeconds);
    }

    void aStoppedRaceIsLeftOut()
    {
        RaceFacts race = test::race(2024, 3, 4);
        predictor::Forecast forecast = forecastOf(race);
        forecast.winnerTime = 5400 / 1.25;
        QVERIFY(judge(forecast, race, {})->model.timeMaeSecondsNotStopped);
        QCOMPARE(judge(forecast, race, {})->model.timeMaeSecondsNotStopped,
                 judge(forecast, race, {})->model.timeMaeSeconds);
        forecast.winnerTime = 5399 / 1.25;
        QVERIFY(!judge(forecast, race, {})->model.timeMaeSecondsNotStopped);
        QVERIFY(judge(forecast, race, {})->model.timeMaeSeconds);
    }

    void withoutTimesTheScoreDoesNotExist()
    {
        RaceFacts race = test::race(2024, 3, 4);
        predictor::Forecast forecast = forecastOf(race);
        forecast.lapsKnown = false;
        QVERIFY(!judge(forecast, race, {})->model.timeMaeSeconds);
        QVERIFY(!judge(forecast, race, {})->model.gapMaeSeconds); // what was not said is not judged
        forecast.lapsKnown = true;
        QVERIFY(judge(forecast, race, {})->model.gapMaeSeconds);
        for (predictor::EntryFacts& entry : race.entries)
            entry.result->time.reset();
        QVERIFY(!judge(forecast, race, {})->model.gapMaeSeconds);
    }

    void aStarterThatWasNotForecastIsLeftOutAndCounted()
    {
        RaceFacts race = test::race(2024, 3, 5);
        const predictor::Forecast forecast = forecastOf(race);
        predictor::EntryFacts stranger = test::entry("z99", "t9", 6);
        stranger.result = test::finished(0); // ahead of all
        race.entries.push_back(stranger);
        const auto judged = judge(forecast, race, {});
        QCOMPARE(judged->notForecast, 1);
        QCOMPARE(judged->model.starters, 5);
        QCOMPARE(judged->drivers.front().official, 1);
    }

    void aRaceWithoutResultIsNotJudged()
    {
        RaceFacts race = test::race(2024, 3, 5);
        const predictor::Forecast forecast = forecastOf(race);
        for (predictor::EntryFacts& entry : race.entries)
            entry.result.reset();
        QVERIFY(!judge(forecast, race, {}));
        QVERIFY(!judge({}, test::race(2024, 3, 5), {}));
    }

    void baselinesOrder()
    {
        RaceFacts past = test::race(2024, 1, 4);
        BaselineWalk walk;
        std::swap(past.entries[0].result, past.entries[3].result); // d04 won, d01 was last
        walk.learn(past);
        RaceFacts race = test::race(2024, 2, 5);
        race.entries[0].grid = 0; // starts from the pit lane
        const BaselineForecasts baselines = walk.forecast(race, {"d01", "d02", "d03", "d04", "d05"});
        QCOMPARE(baselines.grid, (std::vector<int>{5, 1, 2, 3, 4}));
        QCOMPARE(baselines.qualifying, (std::vector<int>{1, 2, 3, 4, 5}));
        QCOMPARE(baselines.form, (std::vector<int>{4, 2, 3, 1, 5})); // d05 has none: 15
    }

    void formIsTheMeanOfTheLastFive()
    {
        BaselineWalk walk;
        for (int round = 1; round <= 6; ++round) {
            RaceFacts race = test::race(2024, round, 3);
            if (round == 1 || round >= 5) // d03 wins the first, forgotten one and the last two
                std::swap(race.entries[0].result, race.entries[2].result);
            walk.learn(race);
        }
        // d01: 1 1 1 3 3 = 1.8; d02: 2; d03: 3 3 3 1 1 = 2.2
        QCOMPARE(walk.forecast(test::race(2024, 7, 3), {"d01", "d02", "d03"}).form,
                 (std::vector<int>{1, 2, 3}));
    }

    void climatologyByHand()
    {
        BaselineWalk walk;
        walk.learn(test::race(2019, 1, 3)); // too old for 2024
        const auto flat = walk.forecast(test::race(2024, 1, 3), {"d01", "d02", "d03"}).climatology;
        QVERIFY((flat.array() - 1 / 3.0).abs().maxCoeff() < 1e-12);

        walk.learn(test::race(2020, 1, 3));
        Eigen::Matrix3d p;
        p << 1.02, .37, .02, .37, 1.02, .37, .02, .37, 1.02;
        p = (p.array().colwise() / p.rowwise().sum().eval().array()).eval();
        for (int round = 0; round < 30; ++round) {
            p = (p.array().rowwise() / p.colwise().sum().eval().array()).eval();
            p = (p.array().colwise() / p.rowwise().sum().eval().array()).eval();
        }
        const auto learnt = walk.forecast(test::race(2024, 1, 3), {"d01", "d02", "d03"}).climatology;
        QVERIFY((learnt - p).cwiseAbs().maxCoeff() < 1e-12);
        QVERIFY((learnt.colwise().sum().array() - 1).abs().maxCoeff() < 1e-9);
    }

    void climatologyScalesOtherFields()
    {
        BaselineWalk walk;
        walk.learn(test::race(2024, 1, 4));
        // 4 to 6 cars: slots 1.5, 3, 4.5, 6 -> 2, 3, 4, 6 (halves to even), finishes 2, 3, 5, 6
        const RaceFacts race = test::race(2024, 2, 6);
        const auto p = walk.forecast(race, {"d01", "d02", "d03", "d04", "d05", "d06"}).climatology;
        Eigen::Index best = 0;
        p.row(3).maxCoeff(&best);
        QCOMPARE(best, Eigen::Index(4));
        p.row(1).maxCoeff(&best);
        QCOMPARE(best, Eigen::Index(1));
    }
};

QTEST_APPLESS_MAIN(EvaluationJudgeTest)
#include "EvaluationJudgeTest.moc"

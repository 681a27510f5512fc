#include "History.h"

#include "evaluation/Backtest.h"
#include "predictor/Model.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

using namespace parcferme;
using namespace parcferme::evaluation;
using predictor::Stage;

namespace {

// A row of scores; negative = does not exist.
struct Row
{
    int races;
    double mae, maeClassified, winner, podium, points, spearman, logLoss, podiumBrier, rps, coverage, time,
        gap, distance, gapCoverage;
};

constexpr double No = -1;

// The history to a round of 2026, whatever came since.
std::vector<predictor::RaceFacts> historyTo(int round)
{
    std::vector<predictor::RaceFacts> races = test::history();
    std::erase_if(races, [&](const predictor::RaceFacts& race) {
        return std::pair(race.season, race.round) > std::pair(2026, round);
    });
    return races;
}

Report run(Stage stage)
{
    return *backtest(historyTo(5), {.from = 2022, .to = 2026, .stage = stage});
}

// Whether the facts hold the result of round 11 of 2026, to which the published scores go.
bool factsOfThePublishedScores()
{
    return std::ranges::any_of(test::history(), [](const predictor::RaceFacts& race) {
        return race.season == 2026 && race.round == 11 && predictor::hasResult(race);
    });
}

const Report& gridReport()
{
    static const Report report = run(Stage::Grid);
    return report;
}

std::string disagreement(const Summary& summary, const Row& row)
{
    const auto check = [](const std::optional<double>& value, double expected, double slack) {
        return value ? expected >= 0 && std::abs(*value - expected) <= slack : expected < 0;
    };
    std::string wrong;
    const std::tuple<const char*, std::optional<double>, double, double> cells[] = {
        {"races", summary.races, row.races, 0},
        {"mae", summary.positionMae, row.mae, .001},
        {"mae classified", summary.positionMaeClassified, row.maeClassified, .001},
        {"winner", summary.winnerCorrect, row.winner, .001},
        {"podium", summary.podiumAccuracy, row.podium, .001},
        {"points", summary.pointsOverlap, row.points, .001},
        {"spearman", summary.spearman, row.spearman, .001},
        {"log loss", summary.winnerLogLoss, row.logLoss, .001},
        {"podium brier", summary.podiumBrier, row.podiumBrier, .001},
        {"rps", summary.rps, row.rps, .001},
        {"coverage", summary.coverage80, row.coverage, .001},
        {"time", summary.timeMaeSeconds, row.time, .5},
        {"gap", summary.gapMaeSeconds, row.gap, .5},
        {"gap distance", summary.gapDistanceSeconds, row.distance, .05},
        {"gap coverage", summary.gapCoverage80, row.gapCoverage, .001},
    };
    for (const auto& [name, value, expected, slack] : cells) {
        if (!check(value, expected, slack))
            wrong += std::string(name) + " ";
    }
    return wrong;
}

bool near(const Interval& interval, double mean, double low, double high, double slack)
{
    return std::abs(interval.mean - mean) <= slack && std::abs(interval.low - low) <= slack &&
           std::abs(interval.high - high) <= slack;
}

} // namespace

// Scores of 2022 to 2026 round 5, those published (to round 11) where the facts reach there, and what a
// backtest promises. That the forecasts themselves are right is shown by the vectors of the predictor.
class EvaluationBacktestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelAndBaselines()
    {
        const Period& all = gridReport().all;
        const std::string none;
        QCOMPARE(disagreement(all.model, {97, 3.1611, 2.6469, .5979, .6667, .7979, .6824, 1.1596, .0671,
                                          .1119, .8488, 408.2, 19.9, 24.531, .8640}),
                 none);
        QVERIFY(std::abs(*all.model.timeMaeSecondsNotStopped - 197.2) < .5);
        QVERIFY(std::abs(*all.model.lappedBrier - .1498) < .001);
        QCOMPARE(disagreement(all.baselines.at("grid"), {97, 3.4216, 2.9363, .5670, .6735, .7701, .6317,
                                                         1.5320, .0704, .1216, .834, No, No, No, No}),
                 none);
        QCOMPARE(disagreement(all.baselines.at("qualifying"), {97, 3.3212, 2.8553, .5876, .6598, .7835, .6529,
                                                               No, No, No, No, No, No, No, No}),
                 none);
        QCOMPARE(disagreement(all.baselines.at("form"), {97, 3.9811, 3.4942, .4330, .5361, .7258, .5593, No,
                                                         No, No, No, No, No, No, No}),
                 none);
    }

    void seasons()
    {
        const Row rows[] = {
            {22, 3.5667, 2.8539, .3636, .6515, .7591, .6038, 1.3415, .0697, .1229, .8220, 528.6, 24.3, 29.697,
             .8391},
            {22, 3.1610, 2.6450, .8636, .6515, .8136, .6773, .7088, .0662, .1123, .8646, 570.7, 20.0, 25.524,
             .8616},
            {24, 2.7206, 2.3937, .5000, .6389, .8583, .7685, 1.5505, .0732, .1000, .8709, 400.4, 17.7, 21.284,
             .8912},
            {24, 3.2329, 2.7525, .6667, .7500, .7625, .6688, 1.0474, .0586, .1143, .8334, 213.6, 19.0, 22.267,
             .8669},
            {5, 3.1477, 2.4522, .6000, .5333, .7800, .7022, 1.0049, .0709, .1077, .8656, 135.1, 14.5, 23.886,
             .8399},
        };
        QCOMPARE(gridReport().seasons.size(), std::size(rows));
        for (std::size_t k = 0; k < std::size(rows); ++k)
            QCOMPARE(disagreement(gridReport().seasons[k].model, rows[k]), std::string());
    }

    void otherStages()
    {
        QCOMPARE(disagreement(run(Stage::Qualifying).all.model,
                              {97, 3.1641, 2.6538, .6186, .6564, .7979, .6808, 1.1398, .0684, .1120, .8479,
                               408.3, 20.1, 24.703, .8616}),
                 std::string());
        QCOMPARE(disagreement(run(Stage::Nothing).all.model,
                              {97, 3.6873, 3.1810, .4639, .5636, .7557, .6110, 1.4811, .0832, .1246, .8289,
                               562.9, 21.1, 27.087, .8431}),
                 std::string());
    }

    void calibration()
    {
        QVERIFY(std::abs(*gridReport().win.ece - .0150) <= .001);
        QVERIFY(std::abs(*gridReport().podium.ece - .0146) <= .001);
        QVERIFY(std::abs(*gridReport().points.ece - .0271) <= .001);
        QVERIFY(std::abs(gridReport().all.calibrationError->mean + .0207) <= .001);
    }

    void intervals()
    {
        const Differences& grid = gridReport().all.differences.at("grid");
        QVERIFY(near(grid.at("position_mae"), -.2604, -.3961, -.1230, .001));
        QVERIFY(near(grid.at("winner_correct"), .0309, -.0412, .1031, .001));
        QVERIFY(near(grid.at("podium_accuracy"), -.0069, -.0412, .0309, .001));
        QVERIFY(near(grid.at("spearman"), .0507, .0289, .0723, .001));
        QVERIFY(near(grid.at("winner_log_loss"), -.3724, -.5521, -.2075, .001));
        QVERIFY(near(grid.at("rps"), -.0097, -.0133, -.0061, .001));
        const Differences& qualifying = gridReport().all.differences.at("qualifying");
        QVERIFY(near(qualifying.at("position_mae"), -.1600, -.2843, -.0337, .001));
        QVERIFY(near(qualifying.at("podium_accuracy"), .0069, -.0275, .0447, .001));
    }

    void publishedScores()
    {
        if (!factsOfThePublishedScores())
            QSKIP("The facts end before round 11 of 2026.");
        const BacktestSpan span{.from = 2022, .to = 2026, .stage = Stage::Grid};
        const Report report = *backtest(historyTo(11), span);
        const Summary& model = report.all.model;
        QCOMPARE(model.races, 103);
        const std::tuple<double, double, double> figures[] = {
            {*model.positionMae, 3.1782, .001},
            {*model.winnerCorrect, .6019, .001},
            {*model.podiumAccuracy, .6570, .001},
            {*model.winnerLogLoss, 1.1602, .001},
            {*model.rps, .1121, .001},
            {*model.gapCoverage80, .855, .001},
            {*model.gapDistanceSeconds, 26.0, .05},
            {*model.gapMaeSeconds, 20.26, .01},
            {*report.all.baselines.at("grid").positionMae, 3.4155, .001},
        };
        for (const auto& [value, expected, slack] : figures)
            QVERIFY2(std::abs(value - expected) <= slack, std::to_string(value).c_str());
    }

    void publishedScoresOfSprints()
    {
        if (!factsOfThePublishedScores() || test::sprints().empty())
            QSKIP("The facts end before round 11 of 2026, or have no sprints.");
        const BacktestSpan span{.from = 2022, .to = 2026, .stage = Stage::Grid};
        const Report report = *backtestSprints(historyTo(11), test::sprints(), span);
        QCOMPARE(report.all.model.races, 25);
        QVERIFY(std::abs(*report.all.model.positionMae - 2.51) <= .005);
        QVERIFY(std::abs(*report.all.model.winnerLogLoss - .92) <= .005);
        QVERIFY(std::abs(*report.all.model.rps - .0910) <= .0001);
        QVERIFY(std::abs(*report.all.baselines.at("grid").rps - .1006) <= .0001);
        const Differences& grid = report.all.differences.at("grid");
        QVERIFY(near(grid.at("winner_log_loss"), -.33, -.64, -.07, .02));
    }

    void sprintsHaveNoTimesAndNoQualifying()
    {
        std::vector<predictor::RaceFacts> sprints;
        for (predictor::RaceFacts race : historyTo(5)) { // as if each Grand Prix had been a sprint before
            if (race.season == 2024)
                sprints.push_back(std::move(race));
        }
        const BacktestSpan span{.from = 2023, .to = 2025, .stage = Stage::Grid};
        const Report report = *backtestSprints(historyTo(5), sprints, span);
        QCOMPARE(report.races.size(), sprints.size());
        QVERIFY(!report.all.model.timeMaeSeconds && !report.all.model.gapMaeSeconds);
        QVERIFY(!report.all.model.lappedBrier);
        QVERIFY(report.all.baselines.contains("grid") && !report.all.baselines.contains("qualifying"));
        // Without its grid a sprint is forecast much worse.
        const BacktestSpan blind{.from = 2023, .to = 2025, .stage = Stage::Nothing};
        const Report unknown = *backtestSprints(historyTo(5), sprints, blind);
        QVERIFY(*unknown.all.model.positionMae > *report.all.model.positionMae + .1);
    }

    void laterFactsChangeNothingEarlier()
    {
        std::vector<predictor::RaceFacts> changed = test::history();
        for (predictor::RaceFacts& race : changed) {
            if (race.season < 2024)
                continue;
            race.circuit = "elsewhere";
            race.courseKm = 1;
            for (predictor::EntryFacts& entry : race.entries) {
                entry.team = "other";
                entry.qualifyingMs = {70000, 60000, 50000};
                if (entry.grid)
                    entry.grid = 3;
                entry.sprintPosition = 4;
                if (entry.result)
                    entry.result->position = 40 - entry.result->position;
            }
        }
        const BacktestSpan span{.from = 2022, .to = 2023, .stage = Stage::Grid};
        const Report before = *backtest(test::history(), span);
        const Report after = *backtest(changed, span);
        QCOMPARE(before.races.size(), std::size_t(44));
        for (std::size_t k = 0; k < before.races.size(); ++k) {
            QVERIFY(before.races[k].pWin == after.races[k].pWin);
            QVERIFY(before.races[k].order == after.races[k].order);
            QVERIFY(before.races[k].model.timeMaeSeconds == after.races[k].model.timeMaeSeconds);
            QVERIFY(before.races[k].model.lappedBrier == after.races[k].model.lappedBrier);
        }
    }

    void progressCountsAndCancels()
    {
        const BacktestSpan span{.from = 2025, .to = 2025, .stage = Stage::Grid};
        int last = -1;
        const int total = static_cast<int>(test::history().size());
        const auto report = backtest(test::history(), span, [&](int done, int all) {
            const bool rising = done == last + 1 && all == total;
            last = done;
            return rising;
        });
        QVERIFY(report);
        QCOMPARE(last, total);
        QCOMPARE(report->races.size(), std::size_t(24));
        QVERIFY(!backtest(test::history(), span, [](int done, int) { return done < 100; }));
        QCOMPARE(backtest({}, span)->all.model.races, 0);
    }

    void theFirstForecastsHaveNoGaps()
    {
        const Report report = *backtest(test::history(), {.from = 2000, .to = 2008, .stage = Stage::Grid});
        QCOMPARE(report.races.size(), std::size_t(18));
        QVERIFY(!report.races.front().model.gapMaeSeconds);
        QVERIFY(report.races.back().model.gapMaeSeconds);
    }
};

QTEST_APPLESS_MAIN(EvaluationBacktestTest)
#include "EvaluationBacktestTest.moc"

#include "History.h"

#include "evaluation/Backtest.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace parcferme;
using namespace parcferme::evaluation;
using predictor::Stage;

namespace {

/** A row of the published scores; negative = does not exist. */
struct Row
{
    int races;
    double mae, maeClassified, winner, podium, points, spearman, logLoss, podiumBrier, rps, coverage, time,
        gap;
};

Report run(Stage stage)
{
    return *backtest(test::history(), {.from = 2022, .to = 2026, .stage = stage});
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
    };
    for (const auto& [name, value, expected, slack] : cells) {
        if (!check(value, expected, slack))
            wrong += std::string(name) + " ";
    }
    return wrong;
}

bool near(const Interval& interval, double mean, double low, double high, double slack)
{
    return std::abs(interval.mean - mean) <= .001 && std::abs(interval.low - low) <= slack &&
           std::abs(interval.high - high) <= slack;
}

} // namespace

/** The published scores of 2022 to 2026 round 5, and what a backtest promises. */
class TestEvaluationBacktest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelAndBaselines()
    {
        constexpr double no = -1;
        const Period& all = gridReport().all;
        const std::string none;
        QCOMPARE(disagreement(all.model, {97, 3.1758, 2.6520, .6082, .6632, .7918, .6786, 1.1725, .0671,
                                          .1122, .847, 410.1, 17.5}),
                 none);
        QCOMPARE(disagreement(all.baselines.at("grid"), {97, 3.4216, 2.9363, .5670, .6735, .7701, .6317,
                                                         1.5320, .0704, .1216, .834, no, no}),
                 none);
        QCOMPARE(disagreement(all.baselines.at("qualifying"),
                              {97, 3.3212, 2.8553, .5876, .6598, .7835, .6529, no, no, no, no, no, no}),
                 none);
        QCOMPARE(disagreement(all.baselines.at("form"),
                              {97, 3.9811, 3.4942, .4330, .5361, .7258, .5593, no, no, no, no, no, no}),
                 none);
    }

    void seasons()
    {
        const Row rows[] = {
            {22, 3.5354, 2.8210, .3636, .6515, .7545, .6079, 1.3850, .0701, .1225, .817, 538.7, 19.4},
            {22, 3.1421, 2.6158, .8636, .6364, .8136, .6790, .7033, .0661, .1123, .862, 569.7, 18.4},
            {24, 2.7667, 2.4372, .5417, .6528, .8458, .7585, 1.5540, .0730, .1004, .867, 398.6, 16.4},
            {24, 3.2498, 2.7509, .6667, .7361, .7667, .6618, 1.0720, .0587, .1147, .840, 214.6, 16.7},
            {5, 3.3501, 2.6236, .6000, .5333, .7200, .6855, .9530, .0712, .1107, .857, 135.8, 14.0},
        };
        QCOMPARE(gridReport().seasons.size(), std::size(rows));
        for (std::size_t k = 0; k < std::size(rows); ++k)
            QCOMPARE(disagreement(gridReport().seasons[k].model, rows[k]), std::string());
    }

    void otherStages()
    {
        QCOMPARE(
            disagreement(run(Stage::Qualifying).all.model, {97, 3.1798, 2.6616, .6392, .6564, .7928, .6765,
                                                            1.1516, .0684, .1123, .844, 410.1, 17.5}),
            std::string());
        QCOMPARE(disagreement(run(Stage::Nothing).all.model, {97, 3.7056, 3.1925, .4433, .5670, .7588, .6074,
                                                              1.5030, .0836, .1252, .824, 564.4, 19.2}),
                 std::string());
    }

    void calibration()
    {
        QVERIFY(std::abs(*gridReport().win.ece - .0139) <= .001);
        QVERIFY(std::abs(*gridReport().podium.ece - .0150) <= .001);
        QVERIFY(std::abs(*gridReport().points.ece - .0292) <= .001);
        QVERIFY(std::abs(gridReport().all.calibrationError->mean + .018) <= .001);
    }

    void intervals()
    {
        const Differences& grid = gridReport().all.differences.at("grid");
        QVERIFY(near(grid.at("position_mae"), -.246, -.387, -.109, .015));
        QVERIFY(near(grid.at("winner_correct"), .041, -.021, .103, .011));
        QVERIFY(near(grid.at("podium_accuracy"), -.010, -.045, .028, .005));
        QVERIFY(near(grid.at("spearman"), .047, .025, .070, .003));
        QVERIFY(near(grid.at("winner_log_loss"), -.360, -.547, -.198, .02));
        QVERIFY(near(grid.at("rps"), -.0094, -.0132, -.0058, .0005));
        const Differences& qualifying = gridReport().all.differences.at("qualifying");
        QVERIFY(near(qualifying.at("position_mae"), -.145, -.272, -.016, .015));
        QVERIFY(near(qualifying.at("podium_accuracy"), .003, -.034, .041, .005));
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

QTEST_APPLESS_MAIN(TestEvaluationBacktest)
#include "TestEvaluationBacktest.moc"

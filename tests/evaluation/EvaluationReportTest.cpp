#include "evaluation/Report.h"

#include <QTest>

#include <cmath>

using namespace parcferme::evaluation;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-12;
}

JudgedRace race(int season, int round, double mae, double gridMae)
{
    JudgedRace judged;
    judged.season = season;
    judged.round = round;
    judged.model.positionMae = mae;
    judged.model.rps = mae / 30;
    judged.baselines["grid"].positionMae = gridMae;
    judged.baselines["grid"].rps = gridMae / 30;
    judged.baselines["form"].positionMae = 5;
    judged.calibrationError = round % 2 == 0 ? .1 : -.1;
    judged.drivers.push_back({.driver = "a",
                              .team = "x",
                              .predicted = 3,
                              .official = 1,
                              .classified = true,
                              .pWin = .2,
                              .pPodium = .5,
                              .pPoints = .9,
                              .low80 = 1,
                              .high80 = 3});
    return judged;
}

} // namespace

class EvaluationReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyRecord()
    {
        const Report report = summarise({});
        QCOMPARE(report.all.model.races, 0);
        QVERIFY(!report.all.model.positionMae);
        QVERIFY(!report.all.skill && !report.all.calibrationError);
        QVERIFY(report.seasons.empty() && report.skill.empty() && report.bias.empty());
        QVERIFY(!report.win.ece && report.win.bins.empty());
    }

    void meansAndPairedDifferences()
    {
        const Report report = summarise({race(2023, 1, 3, 4), race(2024, 1, 2, 4), race(2024, 2, 4, 4)});
        QCOMPARE(report.all.model.races, 3);
        QVERIFY(near(*report.all.model.positionMae, 3));
        QVERIFY(near(*report.all.baselines.at("grid").positionMae, 4));
        const Interval difference = report.all.differences.at("grid").at("position_mae");
        QVERIFY(near(difference.mean, -1));
        QVERIFY(difference.low >= -2 && difference.high <= 0 && difference.low < difference.high);
        QCOMPARE(difference.races, 3);
        QVERIFY(near(report.all.skill->mean, 1 - 9 / 12.0));
        QCOMPARE(report.seasons.size(), std::size_t(2));
        QCOMPARE(*report.seasons[1].season, 2024);
        QCOMPARE(report.seasons[1].model.races, 2);
        QVERIFY(near(report.seasons[1].calibrationError->mean, 0));
    }

    void aScoreThatDoesNotExistIsNull()
    {
        std::vector<JudgedRace> races = {race(2024, 1, 2, 4), race(2024, 2, 4, 4)};
        races[1].model.timeMaeSeconds = 50;
        const Report report = summarise(races);
        QCOMPARE(*report.all.model.timeMaeSeconds, 50.0); // over the one race that has it
        QVERIFY(!report.all.model.gapMaeSeconds);
        QVERIFY(!report.all.baselines.at("form").rps);
        QVERIFY(!report.all.differences.at("form").contains("rps"));
        QVERIFY(report.all.differences.at("form").contains("position_mae"));
    }

    void theSkillSeriesStartsAtTheNinthRace()
    {
        std::vector<JudgedRace> races;
        for (int round = 1; round <= 10; ++round)
            races.push_back(race(2024, round, round <= 5 ? 2 : 4, 4));
        const Report report = summarise(races);
        QCOMPARE(report.skill.size(), std::size_t(2));
        QCOMPARE(report.skill[0].round, 9);
        QCOMPARE(report.skill[0].races, 9);
        QVERIFY(near(report.skill[1].skill, 1 - 30 / 40.0));
        QVERIFY(report.skill[1].low < report.skill[1].skill && report.skill[1].skill < report.skill[1].high);
    }

    void biasIsPredictedMinusOfficial()
    {
        std::vector<JudgedRace> races = {race(2024, 1, 2, 4), race(2024, 2, 4, 4)};
        races[1].drivers[0].official = 4;
        races[1].drivers[0].team = "y";
        const Report report = summarise(races);
        QCOMPARE(report.bias.size(), std::size_t(1));
        QVERIFY(near(report.bias[0].bias, .5));
        QCOMPARE(report.bias[0].races, 2);
        QCOMPARE(report.bias[0].team, std::string("y"));
    }

    void everyScoreHasAColumn()
    {
        QCOMPARE(scoreColumns().size(), std::size_t(24));
        for (const char* name :
             {"position_mae", "position_mae_classified", "winner_correct", "podium_accuracy", "spearman",
              "winner_log_loss", "podium_brier", "rps", "coverage_80", "time_mae_seconds",
              "time_mae_seconds_not_stopped", "gap_mae_seconds", "gap_distance_seconds", "gap_coverage_80",
              "lapped_brier"}) {
            QVERIFY(std::ranges::any_of(
                scoreColumns(), [&](const ScoreColumn& c) { return std::string_view(c.name) == name; }));
        }
    }
};

QTEST_APPLESS_MAIN(EvaluationReportTest)
#include "EvaluationReportTest.moc"

#include "evaluation/Bootstrap.h"
#include "evaluation/Calibration.h"

#include <QTest>

#include <cmath>

using namespace parcferme::evaluation;

namespace {

bool near(double a, double b, double slack = 1e-12)
{
    return std::abs(a - b) <= slack;
}

// count outcomes with this chance, the first `hits` of them true.
void add(std::vector<Outcome>& outcomes, double chance, int count, int hits)
{
    for (int k = 0; k < count; ++k)
        outcomes.push_back({chance, k < hits});
}

} // namespace

class EvaluationCalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorOfTwoGroups()
    {
        std::vector<Outcome> outcomes;
        add(outcomes, .1, 50, 10); // came true .2
        add(outcomes, .8, 50, 35); // .7
        // Bins of ten hold one group each, but hits come in runs: 10 x (1 + 4 x .1 ..) by hand below.
        // .1: one bin all true (.9), four none (.1); .8: three all (.2), one half (.3), one none (.8)
        QVERIFY(near(*expectedCalibrationError(outcomes), (.9 + 4 * .1 + 3 * .2 + .3 + .8) / 10));
        QVERIFY(!expectedCalibrationError({}));
    }

    void unevenBinsCountByTheirShare()
    {
        std::vector<Outcome> outcomes;
        add(outcomes, 0, 11, 0);
        outcomes.back().happened = true; // the last bin of one forecast
        QVERIFY(near(*expectedCalibrationError(outcomes), 1 / 11.0));
    }

    void binsUnderTwentyAreMerged()
    {
        std::vector<Outcome> outcomes;
        add(outcomes, .05, 30, 3);
        add(outcomes, .15, 5, 1);
        add(outcomes, .25, 25, 5);
        add(outcomes, .95, 6, 6);
        const auto bins = reliabilityBins(outcomes);
        QCOMPARE(bins.size(), std::size_t(2));
        QCOMPARE(bins[0].count, 30);
        QVERIFY(near(bins[0].high, .1));
        QVERIFY(near(bins[1].low, .1) && near(bins[1].high, 1));
        QCOMPARE(bins[1].count, 36);
        QCOMPARE(bins[1].hits, 12);
        QVERIFY(near(bins[1].meanForecast, (.15 * 5 + .25 * 25 + .95 * 6) / 36));
        QVERIFY(reliabilityBins({}).empty());
    }

    void fewForecastsAreOneBin()
    {
        std::vector<Outcome> outcomes;
        add(outcomes, 1.0, 3, 3);
        const auto bins = reliabilityBins(outcomes);
        QCOMPARE(bins.size(), std::size_t(1));
        QCOMPARE(bins[0].count, 3);
        QVERIFY(near(bins[0].meanForecast, 1));
    }

    void wilsonIntervalByHand()
    {
        std::vector<Outcome> outcomes;
        add(outcomes, .05, 100, 10);
        const ReliabilityBin bin = reliabilityBins(outcomes).front();
        QVERIFY(near(bin.observed, .1));
        QVERIFY(near(bin.observedLow, .0552291, 1e-6));
        QVERIFY(near(bin.observedHigh, .1743657, 1e-6));
    }

    void bootstrapOfEqualValuesHasNoWidth()
    {
        const Interval same = Bootstrap(7, 200).mean(std::vector<double>(7, 2.5));
        QVERIFY(near(same.mean, 2.5) && near(same.low, 2.5) && near(same.high, 2.5));
        QCOMPARE(same.races, 7);
    }

    void bootstrapIsTheNormalIntervalOfManyRaces()
    {
        std::vector<double> values;
        for (int k = 0; k < 400; ++k)
            values.push_back(k % 2 == 0 ? 1 : -1);
        const Interval mean = Bootstrap(400, 4000).mean(values);
        QVERIFY(near(mean.mean, 0));
        QVERIFY(near(mean.high, 1.96 / 20, .006)); // standard error 1 / 20
        QVERIFY(near(mean.low, -1.96 / 20, .006));
        const Interval again = Bootstrap(400, 4000).mean(values);
        QCOMPARE(mean.low, again.low);
    }

    void skillIsOneMinusTheRatio()
    {
        const Interval skill = Bootstrap(3, 500).skill({1, 2, 3}, {2, 4, 6});
        QVERIFY(near(skill.mean, .5) && near(skill.low, .5) && near(skill.high, .5));
    }
};

QTEST_APPLESS_MAIN(EvaluationCalibrationTest)
#include "EvaluationCalibrationTest.moc"

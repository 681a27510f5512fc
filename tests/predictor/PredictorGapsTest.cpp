#include "predictor/GapModel.h"
#include "predictor/Numerics.h"

#include <QTest>

#include <cmath>

using namespace parcferme::predictor;

namespace {

bool near(double a, double b, double slack = 1e-12)
{
    return std::abs(a - b) <= slack;
}

} // namespace

class PredictorGapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsByHand()
    {
        const GapParameters p{.known = true, .coefficients = {2, 1, .5}, .deviation = .5};
        const GapField field{.mu = {0, 2, 1}, .order = {1, 2, 0}, .win = {.1, .6, .3}, .lap = 27};
        const auto result = gaps(p, field);
        QCOMPARE(result[1].gap, 0.0);
        QCOMPARE(result[1].low, 0.0);
        QVERIFY(near(result[1].high, std::pow(2 + .5 * probit(.3 / .4), 3), 1e-9));
        const double second = 2 + std::sqrt(.1) + .5;
        QVERIFY(near(result[2].gap, std::pow(second + .5 * probit(.2 / .7), 3), 1e-9));
        QCOMPARE(result[2].low, 0.0); // the chance to win is over 10 %
        QVERIFY(near(result[2].high, std::pow(second + .5 * probit(.6 / .7), 3), 1e-9));
        QVERIFY(near(*result[2].pLapped, .7 * normalCdf((second - 3) / .5)));
        QVERIFY(near(*result[0].pLapped, .9 * normalCdf((2 + std::sqrt(.2) + 1 - 3) / .5)));
    }

    // What a stored forecast says of a gap gives back the distribution that it came from.
    void lapsDownByHand()
    {
        const GapParameters p{.known = true, .coefficients = {2, 1, .5}, .deviation = .5};
        const GapField field{.mu = {0, 2, 1}, .order = {1, 2, 0}, .win = {.1, .6, .3}, .lap = 27};
        const auto result = gaps(p, field);
        const double root = 2 + std::sqrt(.2) + 1;
        const auto chanceOver = [&](double seconds) {
            return .9 * normalCdf((root - std::cbrt(seconds)) / .5);
        };
        const auto chances = lapChances(result[0], .1, 27);
        QVERIFY(near(chances[0], chanceOver(27) - chanceOver(54), 1e-9));
        QVERIFY(near(chances[1], chanceOver(54) - chanceOver(81), 1e-9));
        QVERIFY(near(chances[2], chanceOver(81), 1e-9));
        QCOMPARE(lapChances(result[1], .6, 27)[0], *result[1].pLapped); // whose median is 0
        QCOMPARE(lapChances({.gap = 5, .low = 1, .high = 9, .pLapped = {}}, 0, 27),
                 (std::array<double, 3>{}));
    }

    void gapsNeverFall()
    {
        const GapParameters p{.known = true, .coefficients = {3, -2, 0}, .deviation = .5};
        GapField field{.mu = {0, 2, 1}, .order = {1, 2, 0}, .win = {.2, 0, .1}, .lap = std::nullopt};
        const auto result = gaps(p, field);
        QVERIFY(!result[0].pLapped);
        // The roots would fall from 3 and the chance to win rise from 0: both are held, the roots growing by
        // .02.
        QVERIFY(near(result[2].gap, std::pow(3.02, 3), 1e-9));
        QVERIFY(near(result[0].gap, std::pow(3.04, 3), 1e-9));
        QVERIFY(near(result[0].low, std::pow(3.04 + .5 * probit(.1), 3), 1e-9));
        field.win = {1, 1, 1}; // sure to win as they are, none is surer than .999
        QCOMPARE(gaps(p, field)[0].high, 0.0);
    }

    void gapsNeedSixteenRaces()
    {
        const std::vector<std::optional<GapSeen>> seen = {std::nullopt, GapSeen{1, 1}, GapSeen{8, 8},
                                                          GapSeen{27, 27}, GapSeen{64, 125}};
        std::vector<std::optional<GapSeen>> twoExact = seen;
        twoExact[3] = GapSeen{64, 125};
        GapModel model;
        for (int k = 0; k < 15; ++k)
            model.learn(k, {2, 1, 0, -1, -2}, {0, 1, 2, 3, 4}, seen);
        QVERIFY(!model.fit(15).known);
        model.learn(15, {2, 1, 0, -1, -2}, {0, 1, 2, 3, 4}, twoExact); // not a race
        QVERIFY(!model.fit(16).known);
        model.learn(16, {2, 1, 0, -1, -2}, {0, 1, 2, 3, 4}, seen);
        const GapParameters fit = model.fit(17);
        QVERIFY(fit.known && fit.deviation > 0);
        const auto fitted =
            gaps(fit, {.mu = {2, 1, 0, -1, -2}, .order = {0, 1, 2, 3, 4}, .win = {1, 0, 0, 0, 0}, .lap = 64});
        QVERIFY(near(fitted[2].gap, 8, .5));
        QVERIFY(fitted[4].gap > 64 && fitted[4].gap < 125);
        QVERIFY(*fitted[4].pLapped > .9 && *fitted[2].pLapped < .1);
    }

    void aLapAtTheEndIsFasterThanTheMean() { QVERIFY(near(lapAtTheEnd(5000, 50), 95)); }
};

QTEST_APPLESS_MAIN(PredictorGapsTest)
#include "PredictorGapsTest.moc"

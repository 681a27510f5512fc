#include "predictor/CensoredRegression.h"
#include "predictor/Numerics.h"

#include <QTest>

#include <cmath>

using namespace parcferme::predictor;

class PredictorNumericsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probitInvertsTheNormal()
    {
        for (const double p : {1e-9, 0.001, 0.02, 0.5, 0.77, 0.999})
            QVERIFY(std::abs(normalCdf(probit(p)) - p) < 1e-15 + 1e-13 * p);
        QVERIFY(std::abs(probit(0.975) - 1.959963984540054) < 1e-13);
        QCOMPARE(probit(0.5), 0.0);
    }

    void normalScoreIsHighForTheFirst()
    {
        // n = 3: (3 - 1 + 0.625) / 3.25
        QVERIFY(std::abs(normalScore(1, 3) - probit(2.625 / 3.25)) < 1e-15);
        QVERIFY(std::abs(normalScore(2, 3)) < 1e-15);
        QVERIFY(std::abs(normalScore(1, 22) + normalScore(22, 22)) < 1e-13);
        QVERIFY(normalScore(1, 22) > normalScore(2, 22));
    }

    void medians()
    {
        QCOMPARE(median({3, 1, 2}), 2.0);
        QCOMPARE(median({4, 1, 3, 2}), 2.5);
        QCOMPARE(median({7}), 7.0);
        QCOMPARE(median({1, 1, 1, 9}), 1.0);
    }

    void quantilesAreLinear()
    {
        QCOMPARE(quantile({4, 1, 3, 2}, 0.0), 1.0);
        QCOMPARE(quantile({4, 1, 3, 2}, 1.0), 4.0);
        QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.5);
        QCOMPARE(quantile({0, 10}, 0.25), 2.5);
        QCOMPARE(quantile({5}, 0.9), 5.0);
    }

    void weightedQuantiles()
    {
        // Points at the cumulative weights 0.5, 2 and 3.5 of 4.
        const std::vector<double> values = {30, 10, 20};
        const std::vector<double> weights = {1, 1, 2};
        QCOMPARE(weightedQuantile(values, weights, 0.5), 20.0);
        QCOMPARE(weightedQuantile(values, weights, 0.0), 10.0);
        QCOMPARE(weightedQuantile(values, weights, 1.0), 30.0);
        QVERIFY(std::abs(weightedQuantile(values, weights, 1.25 / 4) - 15.0) < 1e-12);
        QCOMPARE(weightedQuantile({5}, {0.1}, 0.3), 5.0);
    }

    void exactValuesAreLeastSquares()
    {
        CensoredData data{.inputs = Eigen::MatrixXd::Ones(4, 1),
                          .low = Eigen::Vector4d(1, 2, 3, 6),
                          .high = Eigen::Vector4d(1, 2, 3, 6),
                          .weights = Eigen::Vector4d(1e6, 1e6, 1e6, 1e6)};
        const CensoredFit fit = censoredRegression(data);
        QVERIFY(std::abs(fit.coefficients[0] - 3) < 1e-6);
        QVERIFY(std::abs(fit.deviation - std::sqrt(14.0 / 4)) < 1e-6);
    }

    // Two groups of known values tell mean and deviation; intervals that say the same change nothing, others
    // do.
    void intervalsCount()
    {
        const auto fitWith = [](double low, double high) {
            constexpr double far = 1e9;
            return censoredRegression({.inputs = Eigen::MatrixXd::Ones(4, 1),
                                       .low = Eigen::Vector4d(-1, 1, low, -far),
                                       .high = Eigen::Vector4d(-1, 1, high, far),
                                       .weights = Eigen::Vector4d(1e6, 1e6, 1e6, 1e6)});
        };
        const CensoredFit symmetric = fitWith(-1e9, 1e9);
        QVERIFY(std::abs(symmetric.coefficients[0]) < 1e-6);
        QVERIFY(std::abs(symmetric.deviation - 1) < 1e-6);
        const CensoredFit above = fitWith(2, 3);
        QVERIFY(above.coefficients[0] > .5 && above.coefficients[0] < 1);
        QVERIFY(above.deviation > 1);
        // The likelihood is flat at its top: by its derivative by the mean, and by the deviation.
        const double m = above.coefficients[0];
        const double s = above.deviation;
        const auto likelihood = [](double mean, double deviation) {
            return -2 * std::log(deviation) -
                   (std::pow(-1 - mean, 2) + std::pow(1 - mean, 2)) / (2 * deviation * deviation) +
                   std::log(normalCdf((mean - 2) / deviation) - normalCdf((mean - 3) / deviation));
        };
        QVERIFY(std::abs(likelihood(m + 1e-4, s) - likelihood(m - 1e-4, s)) < 1e-8);
        QVERIFY(std::abs(likelihood(m, s + 1e-4) - likelihood(m, s - 1e-4)) < 1e-8);
    }
};

QTEST_APPLESS_MAIN(PredictorNumericsTest)
#include "PredictorNumericsTest.moc"

#include "predictor/Numerics.h"

#include <QTest>

#include <cmath>

using namespace parcferme::predictor;

class TestPredictorNumerics : public QObject
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

    void leastAbsoluteIgnoresAnOutlier()
    {
        Eigen::MatrixXd x(7, 2);
        Eigen::VectorXd y(7);
        for (int k = 0; k < 7; ++k) {
            x.row(k) << 1, k;
            y[k] = 2 + 3 * k;
        }
        y[3] = 500;
        const Eigen::VectorXd b = leastAbsolute(x, y, Eigen::VectorXd::Ones(7));
        QVERIFY(std::abs(b[0] - 2) < 0.02);
        QVERIFY(std::abs(b[1] - 3) < 0.02);
    }
};

QTEST_APPLESS_MAIN(TestPredictorNumerics)
#include "TestPredictorNumerics.moc"

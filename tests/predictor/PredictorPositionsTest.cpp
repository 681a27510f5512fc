#include "predictor/Numerics.h"
#include "predictor/Pairs.h"
#include "predictor/Positions.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <tuple>

using namespace parcferme::predictor;

namespace {

bool near(double a, double b, double slack = 1e-12)
{
    return std::abs(a - b) <= slack;
}

Eigen::VectorXd vector(std::initializer_list<double> values)
{
    Eigen::VectorXd result(static_cast<Eigen::Index>(values.size()));
    std::copy(values.begin(), values.end(), result.begin());
    return result;
}

} // namespace

class PredictorPositionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoCarsHaveAClosedForm()
    {
        const double sigma = 0.4;
        const double ahead = normalCdf(0.3 / (sigma * std::numbers::sqrt2));
        const Eigen::MatrixXd sure = positionMatrix(vector({0.3, 0.0}), sigma, vector({0, 0}));
        QVERIFY(near(sure(0, 0), ahead));
        QVERIFY(near(sure(1, 0), 1 - ahead));

        // First: he finishes and the other does not, or both finish and he is ahead, or both drop out: a
        // coin.
        const Eigen::MatrixXd p = positionMatrix(vector({0.3, 0.0}), sigma, vector({0.1, 0.4}));
        QVERIFY(near(p(0, 0), 0.9 * 0.4 + 0.9 * 0.6 * ahead + 0.1 * 0.4 / 2));
    }

    void threeEqualCarsShareEverything()
    {
        const Eigen::MatrixXd p = positionMatrix(vector({1, 1, 1}), 0.5, vector({0.2, 0.2, 0.2}));
        for (int i = 0; i < 3; ++i) {
            for (int k = 0; k < 3; ++k)
                QVERIFY(near(p(i, k), 1.0 / 3));
        }
    }

    void whoSurelyDropsOutIsLast()
    {
        const Eigen::MatrixXd p = positionMatrix(vector({5, 0, 0}), 0.5, vector({1, 0, 0}));
        QVERIFY(near(p(0, 2), 1));
        QVERIFY(near(p(1, 0), 0.5));
        QVERIFY(near(p(2, 1), 0.5));
    }

    void rowsAndColumnsSumToOne_data()
    {
        QTest::addColumn<int>("cars");
        QTest::addColumn<double>("sigma");
        QTest::newRow("three") << 3 << 0.45;
        QTest::newRow("twenty-two") << 22 << 0.45;
        QTest::newRow("far apart") << 20 << 0.05;
        QTest::newRow("nearly equal") << 26 << 5.0;
    }

    void rowsAndColumnsSumToOne()
    {
        QFETCH(int, cars);
        QFETCH(double, sigma);
        Eigen::VectorXd mu(cars);
        Eigen::VectorXd out(cars);
        for (int k = 0; k < cars; ++k) {
            mu[k] = std::sin(k * 12.9898) * 1.5;
            out[k] = 0.5 + 0.49 * std::sin(k * 78.233);
        }
        const Eigen::MatrixXd p = positionMatrix(mu, sigma, out);
        QVERIFY(p.minCoeff() >= 0);
        QVERIFY((p.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
        QVERIFY((p.colwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
    }

    void shortestIntervalPrefersTheProbableThenTheFirst()
    {
        using Range = std::pair<int, int>;
        QCOMPARE(shortestInterval(vector({0.1, 0.85, 0.05}), 0.8), Range(2, 2));
        QCOMPARE(shortestInterval(vector({0.4, 0.4, 0.1, 0.1}), 0.8), Range(1, 2));
        QCOMPARE(shortestInterval(vector({0.1, 0.4, 0.45, 0.05}), 0.8), Range(2, 3));
        QCOMPARE(shortestInterval(vector({0.25, 0.25, 0.25, 0.25}), 0.5), Range(1, 2));
        QCOMPARE(shortestInterval(vector({0.25, 0.25, 0.25, 0.25}), 1.0), Range(1, 4));
        // 0.8 is reached by rounding only
        QCOMPARE(shortestInterval(vector({0.8 - 1e-10, 0.2 + 1e-10}), 0.8), Range(1, 1));
    }

    void teamMatesAreToldApartBetter()
    {
        const PairMember a{.mu = 0.3, .pRetire = 0.1};
        const PairMember b{.mu = 0.0, .pRetire = 0.2};
        const double ahead = normalCdf(0.3 / (0.4 * std::sqrt(2 * 0.65)));
        const double chance = pairChance(a, b, 0.4, 0.35);
        QVERIFY(near(chance, 0.9 * 0.8 * ahead + 0.9 * 0.2 + 0.1 * 0.2 / 2));
        QVERIFY(near(chance + pairChance(b, a, 0.4, 0.35), 1));
        QVERIFY(chance > pairChance(a, b, 0.4, 0));
    }

    void pairsOfAForecast()
    {
        Forecast forecast;
        forecast.sigma = 0.4;
        for (const auto& [driver, team, mu] :
             {std::tuple{"a", "sauber", 0.3}, std::tuple{"b", "bmw_sauber", 0.0},
              std::tuple{"c", "rb", 0.0}}) {
            forecast.drivers.emplace_back();
            forecast.drivers.back().driver = driver;
            forecast.drivers.back().team = team;
            forecast.drivers.back().mu = mu;
            forecast.drivers.back().pRetire = 0.1;
        }
        const PairMember a{.mu = 0.3, .pRetire = 0.1};
        const PairMember b{.mu = 0.0, .pRetire = 0.1};
        QCOMPARE(chanceAhead(forecast, "a", "b"), pairChance(a, b, 0.4, 0.35)); // one lineage
        QCOMPARE(chanceAhead(forecast, "a", "c"), pairChance(a, b, 0.4, 0));
        QCOMPARE(chanceAhead(forecast, "b", "c"), std::optional(0.5));
        QVERIFY(!chanceAhead(forecast, "a", "a") && !chanceAhead(forecast, "a", "d"));
        forecast.sigma = 0;
        QVERIFY(!chanceAhead(forecast, "a", "b"));
    }

    void pairConfidenceOfTwo()
    {
        const Eigen::VectorXd mu = vector({0.0, 0.3});
        const Eigen::VectorXd out = vector({0.2, 0.1});
        const double ahead = normalCdf(0.3 / (0.4 * std::numbers::sqrt2));
        const double right = 0.9 * 0.8 * ahead + 0.9 * 0.2 + 0.1 * 0.2 / 2;
        QVERIFY(near(pairConfidence(mu, 0.4, out, {1, 0}), right));
        QVERIFY(near(pairConfidence(mu, 0.4, out, {0, 1}), 1 - right));
        QCOMPARE(pairConfidence(mu, 0.4, out, {0}), 0.0);
    }
};

QTEST_APPLESS_MAIN(PredictorPositionsTest)
#include "PredictorPositionsTest.moc"

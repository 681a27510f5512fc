#include "evaluation/Scoring.h"

#include <QTest>

#include <cmath>

using namespace parcferme::evaluation;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-12;
}

std::vector<int> straight(int n)
{
    std::vector<int> positions;
    for (int k = 1; k <= n; ++k)
        positions.push_back(k);
    return positions;
}

} // namespace

class EvaluationScoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourCarsByHand()
    {
        const Scores s = scoreOrder({1, 2, 3, 4}, {2, 1, 4, 3}, {true, true, true, false});
        QCOMPARE(s.starters, 4);
        QVERIFY(near(s.positionMae, 1));
        QVERIFY(near(*s.positionMaeClassified, 1));
        QCOMPARE(s.winnerCorrect, 0.0);
        QVERIFY(near(s.podiumAccuracy, 2 / 3.0)); // cars 1 and 2; car 3 came fourth
        QCOMPARE(s.podiumExact, 0.0);
        QVERIFY(near(s.pointsOverlap, 0.4)); // of ten, as the formula has it
        QVERIFY(near(*s.spearman, 1 - 6 * 4 / (4 * 15.0)));
        QVERIFY(near(*s.concordance, 4 / 6.0));
        QVERIFY(near(*s.kendall, (4 - 2) / 6.0));
        QVERIFY(!s.rps && !s.winnerLogLoss && !s.timeMaeSeconds);
    }

    void classifiedOnly()
    {
        const Scores s = scoreOrder({1, 2, 3}, {3, 1, 2}, {false, true, true});
        QVERIFY(near(s.positionMae, 4 / 3.0));
        QVERIFY(near(*s.positionMaeClassified, 1));
        QVERIFY(!scoreOrder({1, 2, 3}, {1, 2, 3}, {false, false, false}).positionMaeClassified);
    }

    void twentyTwoCarsPerfectAndReversed()
    {
        const std::vector<bool> classified(22, true);
        const Scores best = scoreOrder(straight(22), straight(22), classified);
        QCOMPARE(best.positionMae, 0.0);
        QCOMPARE(best.podiumExact, 1.0);
        QCOMPARE(best.pointsOverlap, 1.0);
        QVERIFY(near(*best.spearman, 1) && near(*best.kendall, 1));
        std::vector<int> reversed = straight(22);
        std::reverse(reversed.begin(), reversed.end());
        const Scores worst = scoreOrder(straight(22), reversed, classified);
        QVERIFY(near(*worst.spearman, -1) && near(*worst.kendall, -1));
        QCOMPARE(*worst.concordance, 0.0);
        QVERIFY(near(worst.positionMae, 11));
    }

    void probabilitiesOfThreeByHand()
    {
        Eigen::MatrixXd p(3, 3);
        p << .5, .3, .2, .3, .4, .3, .2, .3, .5;
        Scores s;
        scoreProbabilities(s, p, {2, 1, 3});
        QVERIFY(near(*s.winnerLogLoss, -std::log(.3)));
        QVERIFY(near(*s.winBrier, (.25 + .49 + .04) / 3));
        QVERIFY(near(*s.podiumBrier, 0)); // all three are on it
        // F - step: (.5, -.2), (-.7, -.3), (.2, .5)
        QVERIFY(near(*s.rps, (.25 + .04 + .49 + .09 + .04 + .25) / 3 / 2));
        // 50 %: [1,1] misses 2; of the second [1,2] holds 1; of the third [3,3] holds 3
        QVERIFY(near(*s.coverage50, 2 / 3.0));
        QVERIFY(near(*s.coverage90, 1));
    }

    void theLogLossIsClipped()
    {
        const Eigen::MatrixXd p = Eigen::MatrixXd::Identity(3, 3);
        Scores s;
        scoreProbabilities(s, p, {2, 1, 3});
        QVERIFY(near(*s.winnerLogLoss, -std::log(1e-6)));
    }

    void aCertainForecastOfTwelve()
    {
        const Eigen::MatrixXd p = Eigen::MatrixXd::Identity(12, 12);
        Scores s;
        scoreProbabilities(s, p, straight(12));
        for (const auto& score : {s.winBrier, s.podiumBrier, s.pointsBrier, s.rps, s.winnerLogLoss})
            QVERIFY(near(*score, 0));
        QCOMPARE(*s.coverage50, 1.0);
    }
};

QTEST_APPLESS_MAIN(EvaluationScoresTest)
#include "EvaluationScoresTest.moc"

#include "season/EndScores.h"

#include <QTest>

#include <cmath>

using namespace parcferme;
using namespace parcferme::season;

// How what was said of a season's end is judged.
class SeasonEndScoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scoresByHand()
    {
        const SaidEnd said{{{10, 20, 30, 40}, {5, 5, 5, 5}}, {.25, .75}};
        const ActualEnd actual{{0, 5}, {30, 5}, 1, {true, true}};
        const EndScores scores = scoresOf(said, actual);
        QVERIFY(qAbs(scores.titleLogLoss - -std::log(.75)) < 1e-12);
        // First: distances 20, 10, 0, 10, so 10; less half the mean distance of the sample from itself, 12.5
        // / 2. Second: right to the point.
        QVERIFY(qAbs(scores.crps - (10 - 6.25) / 2) < 1e-12);
        QCOMPARE(scores.ranges, 1); // the second had nothing to come
        QCOMPARE(scores.held, 1);
    }

    void whoIsNotThereAtTheEndHasNoRange()
    {
        const SaidEnd said{{{10, 20}, {30, 40}}, {0, 1}};
        const EndScores scores = scoresOf(said, {{0, 0}, {90, 35}, {}, {false, true}});
        QCOMPARE(scores.ranges, 1);
        QCOMPARE(scores.held, 1);
        QVERIFY(qAbs(scores.titleLogLoss - -std::log(.001)) < 1e-12); // nobody of these: the least chance
    }

    void everybodyKeepsHisRate()
    {
        const SaidEnd said = keptRate({100, 90, 0}, {{1}, {25}, {}}, 4, 50);
        QCOMPARE(said.points[0], std::vector<double>(50, 104));
        QCOMPARE(said.points[1], std::vector<double>(50, 190));
        QCOMPARE(said.points[2], std::vector<double>(50, 0)); // nothing known of him
        QVERIFY(qAbs(said.pTitle[1] - 1) < 1e-9);
    }

    void weekendsAreDrawnEvenly()
    {
        const SaidEnd said = keptRate({0}, {{0, 10}}, 1, 4000);
        const auto tens = std::ranges::count(said.points[0], 10.0);
        QVERIFY(tens > 1850 && tens < 2150);
        QCOMPARE(keptRate({0}, {{0, 10}}, 1, 4000).points, said.points);
    }
};

QTEST_APPLESS_MAIN(SeasonEndScoresTest)
#include "SeasonEndScoresTest.moc"

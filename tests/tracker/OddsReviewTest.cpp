#include "tracker/OddsReview.h"
#include "TrackerFixture.h"

#include <algorithm>

using namespace parcferme;

// How good the title odds of past seasons were, over the tests' own history.
class OddsReviewTest : public QObject
{
    Q_OBJECT

    static const OddsReview& whole()
    {
        static const OddsReview review = [] {
            const TrackerFixture f("2026-06-01T12:00:00Z");
            return reviewOdds(f.tracker->records().value(), f.clock.now(), {}, Progress()).value();
        }();
        return review;
    }

private Q_SLOTS:
    void seasonsThatAreOver()
    {
        QCOMPARE(whole().cases.front().year, 2010);
        QCOMPARE(whole().cases.back().year, 2025); // 2026 is still on
        QCOMPARE(whole().cases.size(), std::size_t(16 * 4));
    }

    // The figures of the model's description, but for chance and the seasons' facts.
    void asTheModelIsDescribed()
    {
        const std::vector<OddsSummary> all = summaries(whole());
        QCOMPARE(all.size(), std::size_t(10));
        const auto crps = [&](std::size_t row, LooksAhead by) { return all[row].of[std::size_t(by)].crps; };
        QCOMPARE(all[0].to, 2021);
        QVERIFY(qAbs(crps(0, LooksAhead::Model) - 11.9) < .5);
        QVERIFY(qAbs(crps(0, LooksAhead::SeasonRate) - 23.8) < .8);
        QVERIFY(qAbs(crps(0, LooksAhead::LastTen) - 18.4) < .8);
        QCOMPARE(all[5].from, 2022);
        QVERIFY(qAbs(crps(5, LooksAhead::Model) - 21.9) < .8);
        QVERIFY(qAbs(crps(5, LooksAhead::SeasonRate) - 35.5) < .8);
        QVERIFY(qAbs(crps(5, LooksAhead::LastTen) - 25.3) < .8);
        // No better than the last ten races: the interval holds zero.
        QVERIFY(all[5].titleDifference->low < 0 && all[5].titleDifference->high > 0);
    }

    void countsBesideMeans()
    {
        for (const OddsSummary& summary : summaries(whole())) {
            QCOMPARE(summary.cases, summary.seasons * (summary.after ? 1 : 4));
            for (const season::EndScores& of : summary.of)
                QVERIFY(of.ranges > 0 && of.held <= of.ranges);
        }
    }

    void aSeasonWithAHiddenRaceIsLeftOut()
    {
        const TrackerFixture f("2026-06-01T12:00:00Z");
        HiddenRaces hidden;
        hidden.which = HiddenRaces::Which::Season;
        hidden.season = 2025;
        const auto review = reviewOdds(f.tracker->records().value(), f.clock.now(), hidden, Progress());
        QCOMPARE(review->cases.back().year, 2024);
    }

    void canBeStopped()
    {
        const TrackerFixture f("2026-06-01T12:00:00Z");
        const Progress progress;
        progress.cancel();
        const auto review = reviewOdds(f.tracker->records().value(), f.clock.now(), {}, progress);
        QCOMPARE(review.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(OddsReviewTest)
#include "OddsReviewTest.moc"

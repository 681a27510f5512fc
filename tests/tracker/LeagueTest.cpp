#include "PickWeekend.h"

#include "core/CanonicalJson.h"
#include "store/LedgerJson.h"
#include "store/PickRepository.h"
#include "store/PickScoreRepository.h"
#include "tracker/EvaluationJson.h"
#include "tracker/PickJudging.h"

using namespace parcferme;
using test::utc;

// The table of the players of one database, from stored scores.
class LeagueTest : public QObject
{
    Q_OBJECT

private:
    // What a player made of a race of 2025, and what the grid order did.
    struct Made
    {
        const char* player;
        int round;
        double mae, gridMae;
        bool winner;
        double podium, points; // shares
        PickKind kind = PickKind::Live;
    };

    static evaluation::Scores scores(double mae, bool winner, double podium, double points)
    {
        evaluation::Scores scores;
        scores.starters = 20;
        scores.positionMae = mae;
        scores.winnerCorrect = winner;
        scores.podiumAccuracy = podium;
        scores.pointsOverlap = points;
        return scores;
    }

    static void add(TrackerFixture& f, const Made& made)
    {
        const auto database = f.connection();
        const Race race = f.tracker->findRace(2025, QString::number(made.round)).value();
        Pick pick;
        pick.race = race.id;
        pick.player = QString::fromLatin1(made.player);
        pick.kind = made.kind;
        pick.createdAt = race.startOrDate().addSecs(-60);
        pick.entries = {{QStringLiteral("norris"), QStringLiteral("mclaren"), 1}};
        pick.snapshot = canonicalJson(QJsonObject{{QStringLiteral("pick"), columnsJson(pick)}}).value();
        const auto stored = PickRepository(*database).append(pick);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().text()));
        PickScores row;
        row.race = race.id;
        row.pick = stored->id;
        row.resultRevision = 1;
        row.createdAt = race.startOrDate().addDays(1);
        row.starters = 20;
        row.positionMae = made.mae;
        row.winnerCorrect = made.winner;
        row.podiumAccuracy = made.podium;
        row.pointsOverlap = made.points;
        row.leaguePoints = leaguePoints(scores(made.mae, made.winner, made.podium, made.points));
        row.baselines =
            canonicalJson(baselinesJson({{"grid", scores(made.gridMae, true, 2.0 / 3, .8)}})).value();
        row.drivers = "[]";
        QVERIFY(PickScoreRepository(*database).add(row));
    }

    static const LeagueRow& rowOf(const League& league, PlayerKind kind, const char* player = "")
    {
        return *std::ranges::find_if(league.rows, [&](const LeagueRow& row) {
            return row.kind == kind && row.player == QLatin1StringView(player);
        });
    }

private Q_SLOTS:
    void pointsAreForWinnerPodiumAndTopTen_data()
    {
        QTest::addColumn<bool>("winner");
        QTest::addColumn<double>("podium");
        QTest::addColumn<double>("points");
        QTest::addColumn<int>("expected");
        QTest::newRow("all") << true << 1.0 << 1.0 << 29;
        QTest::newRow("none") << false << 0.0 << 0.0 << 0;
        QTest::newRow("any order") << false << 1.0 << 1.0 << 19;
        QTest::newRow("some") << true << 2.0 / 3 << 0.7 << 23;
    }

    void pointsAreForWinnerPodiumAndTopTen()
    {
        QFETCH(bool, winner);
        QFETCH(double, podium);
        QFETCH(double, points);
        QFETCH(int, expected);
        QCOMPARE(leaguePoints(scores(3, winner, podium, points)), expected);
    }

    void ranksByPointsThenMeanErrorAndFewRacesLast()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        for (const int round : {1, 2, 3, 4}) {
            add(f, {"robin", round, 2.0, 2.5, true, 1, 1});
            add(f, {"anna", round, 1.5, 2.5, true, 1, 1}); // level on points, lower error
        }
        for (const int round : {1, 2})
            add(f, {"mei", round, 0.5, 2.5, true, 1, 1});
        const League league = f.tracker->league({}).value();
        QCOMPARE(league.races.size(), std::size_t(4));
        QStringList order;
        for (const LeagueRow& row : league.rows)
            order.append(row.kind == PlayerKind::Person ? row.player
                         : row.kind == PlayerKind::Grid ? QStringLiteral("(grid)")
                                                        : QStringLiteral("(model)"));
        QCOMPARE(order,
                 QStringList({QStringLiteral("anna"), QStringLiteral("robin"), QStringLiteral("(grid)"),
                              QStringLiteral("mei"), QStringLiteral("(model)")}));
        QCOMPARE(league.rows[0].rank, std::optional(1));
        QCOMPARE(league.rows[1].rank, std::optional(2));
        QCOMPARE(league.rows[2].rank, std::optional(3));
        QVERIFY(!league.rows[3].rank && !league.rows[4].rank);
        QCOMPARE(league.rows[0].points, 4 * 29);
        QCOMPARE(league.rows[0].winners, 4);
        QCOMPARE(league.rows[0].podiums, 12);
        QCOMPARE(rowOf(league, PlayerKind::Grid).points, 4 * (10 + 6 + 8));
        QCOMPARE(rowOf(league, PlayerKind::Model).races, 0); // it has predicted none of them live
        QVERIFY(!rowOf(league, PlayerKind::Person, "mei").againstGrid);
        QVERIFY(!rowOf(league, PlayerKind::Grid).againstGrid);
    }

    void theDifferenceToTheGridIsPairedWithItsInterval()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        const double differences[] = {-0.5, -0.1, 0.3, -0.9};
        for (int k = 0; k < 4; ++k)
            add(f, {"robin", k + 1, 3 + differences[k], 3, false, 0, 0});
        const LeagueRow row = rowOf(f.tracker->league({}).value(), PlayerKind::Person, "robin");
        QVERIFY(row.againstGrid);
        QVERIFY(std::abs(row.againstGrid->mean + 0.3) < 1e-12);
        QVERIFY(row.againstGrid->low < -0.3 && row.againstGrid->low >= -0.9);
        QVERIFY(row.againstGrid->high > -0.3 && row.againstGrid->high <= 0.3);
        QCOMPARE(row.againstGrid->races, 4);
    }

    void theStreakIsBrokenByAWorseRaceAndByNoPick()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        for (const int round : {1, 2, 3, 4, 5})
            add(f, {"robin", round, round == 2 ? 3.0 : 2.0, 2.5, false, 0, 0});
        for (const int round : {1, 2, 5})
            add(f, {"anna", round, 2.0, 2.5, false, 0, 0});
        for (const int round : {1, 2, 3, 4})
            add(f, {"mei", round, 2.0, 2.5, false, 0, 0});
        const League league = f.tracker->league({}).value();
        QCOMPARE(rowOf(league, PlayerKind::Person, "robin").streak, 3);
        QCOMPARE(rowOf(league, PlayerKind::Person, "anna").streak, 1);
        QCOMPARE(rowOf(league, PlayerKind::Person, "mei").streak, 0);
        const auto& robin = rowOf(league, PlayerKind::Person, "robin").byRace;
        QCOMPARE(robin[1].aheadOfGrid, std::optional(false));
        QVERIFY(!rowOf(league, PlayerKind::Person, "anna").byRace[2].points);
        QVERIFY(!rowOf(league, PlayerKind::Grid).byRace[0].aheadOfGrid);
    }

    void whatWasTooLateIsInNoTable()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        add(f, {"robin", 1, 2.0, 2.5, true, 1, 1, PickKind::Late});
        League league = f.tracker->league({}).value();
        QVERIFY(league.races.empty());
        QCOMPARE(league.rows.size(), std::size_t(3)); // he is a player, without a race
        add(f, {"anna", 2, 2.0, 2.5, true, 1, 1});
        league = f.tracker->league({}).value();
        QCOMPARE(league.races.size(), std::size_t(1));
        QCOMPARE(rowOf(league, PlayerKind::Person, "robin").races, 0);
        QCOMPARE(f.tracker->league({2026, {}, Session::Race}).value().races.size(), std::size_t(0));
        QCOMPARE(f.tracker->league({{}, {}, Session::Sprint}).value().races.size(), std::size_t(0));
    }

    void theModelPlaysToo()
    {
        weekend::Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(test::await(p.f.tracker->predict(p.race.id, {}, Progress())));
        QVERIFY(p.save());
        QVERIFY(p.lock());
        p.f.clock.set(utc("2026-06-07T18:00:00Z"));
        weekend::publishResult(p.f);
        p.syncResult();
        const League league = p.f.tracker->league({}).value();
        QCOMPARE(league.races.size(), std::size_t(1));
        const auto evaluation = p.f.tracker->evaluations(p.race.id)->front();
        QCOMPARE(rowOf(league, PlayerKind::Model).meanError, evaluation.evaluation.positionMae);
        QCOMPARE(rowOf(league, PlayerKind::Person, "robin").points, 29);
        QCOMPARE(rowOf(league, PlayerKind::Grid).points, 29); // who started as they finished
    }
};

QTEST_GUILESS_MAIN(LeagueTest)
#include "LeagueTest.moc"

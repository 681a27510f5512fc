#include "support/PicksSample.h"

#include "tables/Comparison.h"
#include "tables/ComparisonModel.h"
#include "tables/LeagueModel.h"
#include "tables/MetricsModel.h"
#include "tables/NextPicksModel.h"
#include "tables/PlayerScoresModel.h"
#include "tables/ResultModel.h"
#include "tables/TableExport.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace parcferme;
using namespace Qt::StringLiterals;

namespace {

QString text(const TableModel& model, int row, const char* key)
{
    return model.index(row, model.column(QLatin1String(key))).data().toString();
}

Emphasis emphasis(const TableModel& model, int row, const char* key)
{
    return Emphasis(model.index(row, model.column(QLatin1String(key))).data(EmphasisRole).toInt());
}

} // namespace

class PicksTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Six drivers: official order is the reverse of their number, the last one did not start.
    void ordersAreHeldAgainstThoseWhoStarted()
    {
        const ForecastView model = sample::forecast(6);
        const ResultRevision result = sample::result(6);
        ComparedOrders orders;
        orders.result = &result;
        orders.mine = sample::order(6);
        orders.model = &model;
        const auto drivers = compared(orders);
        QCOMPARE(drivers.size(), result.rows.size());
        const auto places = judgedOrder(model, result, nullptr);
        int starters = 0;
        for (const ComparedDriver& one : drivers) {
            if (!one.row->starter()) {
                QVERIFY(!one.mine && !one.model && !one.official);
                continue;
            }
            QCOMPARE(one.official, ++starters);
            QCOMPARE(one.model->place, places.value(one.driver).predicted);
            QCOMPARE(*one.mine->difference, one.mine->place - *one.official);
            QVERIFY(!one.grid);
        }
        QVERIFY(starters < 6);
    }

    void beforeTheRaceTheRowsAreTheModels()
    {
        const ForecastView model = sample::forecast(6);
        ComparedOrders orders;
        orders.model = &model;
        orders.mine = {sample::driverId(5), QString(), sample::driverId(0)};
        orders.grid = sample::order(6);
        ComparisonModel table;
        const QAbstractItemModelTester tester(&table);
        const auto drivers = compared(orders);
        table.show(drivers, sample::people(6));
        QCOMPARE(table.rowCount(), 6);
        QCOMPARE(table.index(0, 0).data(DriverRole).toString(), model.prediction.entries.front().driver);
        const int row = table.rowOfDriver(sample::driverId(5));
        QCOMPARE(text(table, row, "mine"), u"1"_s);
        QCOMPARE(text(table, row, "grid"), u"6"_s);
        QCOMPARE(emphasis(table, row, "against"), Emphasis::Better); // I have him further ahead
        QCOMPARE(text(table, table.rowOfDriver(sample::driverId(2)), "mine"), u"–"_s);
        QCOMPARE(table.column(u"position"_s), -1);

        const ResultRevision result = sample::result(6);
        orders.result = &result;
        table.show(compared(orders), sample::people(6));
        QVERIFY(table.column(u"mine_difference"_s) > 0);
        QVERIFY(!exportTable(table).rows.empty());
    }

    // A car from the pit lane starts last, as for the baseline; without a grid qualifying counts.
    void theGridOrder()
    {
        RaceDetails race;
        race.qualifying = {{u"a"_s, {}, {}, 1, {}, {}, {}}, {u"b"_s, {}, {}, 2, {}, {}, {}}};
        QCOMPARE(gridOrder(race), QStringList({u"a"_s, u"b"_s}));
        race.officialGrid = OfficialGrid{{}, {}, {}, {{u"b"_s, 1}, {u"a"_s, 0}}};
        QCOMPARE(gridOrder(race), QStringList({u"b"_s, u"a"_s}));
        ResultRevision result;
        for (const auto& [driver, grid] :
             {std::pair(u"z"_s, 1), std::pair(u"b"_s, 0), std::pair(u"a"_s, 0)}) {
            ResultRow row;
            row.driver = driver;
            row.grid = grid;
            result.rows.push_back(row);
        }
        QCOMPARE(gridOrder(race, result), QStringList({u"z"_s, u"a"_s, u"b"_s}));
    }

    void threeRowsOfScores()
    {
        PickScoreView mine;
        mine.scores = sample::scores(2.36);
        mine.scores.winnerLogLoss = -std::log(0.45);
        mine.baselines["grid"] = sample::scores(2.45);
        mine.baselines["model"] = sample::scores(2.73);
        PlayerScoresModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(PlayerScoresModel::of(&mine, nullptr));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0, "position_mae"), u"2.36"_s);
        QCOMPARE(text(model, 0, "difference"), u"−0.09 better"_s);
        QCOMPARE(text(model, 1, "difference"), u"+0.28 worse"_s);
        QCOMPARE(text(model, 2, "difference"), u"–"_s);
        QCOMPARE(text(model, 0, "p_winner"), u"45.0"_s);
        QCOMPARE(text(model, 1, "p_winner"), u"–"_s); // none was given
        QCOMPARE(text(model, 0, "podium"), u"1 of 3"_s);
        QCOMPARE(text(model, 0, "points"), u"8 of 10"_s);
        QCOMPARE(text(model, 0, "concordance"), u"81.0"_s);
        model.show({});
        QCOMPARE(text(model, 0, "position_mae"), u"–"_s);
        QCOMPARE(text(model, 0, "winner_correct"), u"–"_s);
    }

    void myScoresStandAfterTheModels()
    {
        PickScoreView mine;
        mine.scores = sample::scores(2.36);
        mine.baselines["grid"] = sample::scores(2.45);
        EvaluationView model;
        model.evaluation.positionMae = 2.73;
        model.baselines["grid"] = sample::scores(2.45);
        MetricsModel table;
        const QAbstractItemModelTester tester(&table);
        table.setScores(&model, &mine, false);
        QCOMPARE(table.column(u"mine"_s), table.column(u"model"_s) + 1);
        QCOMPARE(text(table, 0, "mine"), u"2.36"_s);
        QCOMPARE(text(table, 0, "model"), u"2.73"_s);
        QCOMPARE(emphasis(table, 0, "verdict"), Emphasis::Worse);
        table.setScores(&model, &mine, true);
        QCOMPARE(emphasis(table, 0, "verdict"), Emphasis::Better);
        // What an order has none of is none.
        bool found = false;
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.index(row, 0).data(RowKeyRole) == u"rps"_s) {
                QCOMPARE(text(table, row, "mine"), u"–"_s);
                found = true;
            }
        QVERIFY(found);
        table.setScores(nullptr, &mine, true);
        QCOMPARE(text(table, 0, "model"), u"–"_s);
        table.setEvaluation(model);
        QCOMPARE(table.column(u"mine"_s), -1);
    }

    void theResultBesideMyOrder()
    {
        ResultModel table;
        const QAbstractItemModelTester tester(&table);
        table.setResult(sample::result(6), sample::order(6), sample::people(6));
        QCOMPARE(table.column(u"in_80"_s), -1);
        QCOMPARE(table.headerData(table.column(u"predicted_position"_s), Qt::Horizontal).toString(),
                 u"Mine"_s);
        QVERIFY(!text(table, 0, "predicted_position").isEmpty());
        const ForecastView model = sample::forecast(6);
        table.setResult(sample::result(6), &model, nullptr, sample::people(6));
        QVERIFY(table.column(u"in_80"_s) > 0);
    }

    void theLeague()
    {
        LeagueModel table;
        const QAbstractItemModelTester tester(&table);
        table.show(sample::league(), u"robin"_s, false);
        QCOMPARE(table.rowCount(), 4);
        QCOMPARE(text(table, 0, "player"), u"robin (you)"_s);
        QCOMPARE(emphasis(table, 0, "player"), Emphasis::Strong);
        QCOMPARE(text(table, 0, "rank"), u"1"_s);
        QCOMPARE(text(table, 0, "winners"), u"2 of 3"_s);
        QCOMPARE(text(table, 0, "podiums"), u"5 of 9"_s);
        QCOMPARE(text(table, 0, "streak"), u"■■■   3"_s);
        QCOMPARE(emphasis(table, 0, "difference"), Emphasis::Better);
        QCOMPARE(text(table, 2, "player"), u"Grid order"_s);
        QCOMPARE(text(table, 2, "difference"), u"the reference"_s);
        QCOMPARE(text(table, 3, "rank"), u"–"_s); // under three races
        QCOMPARE(text(table, 3, "difference"), u"from 3 races on"_s);
        QCOMPARE(text(table, 3, "streak"), u"□–■   1"_s);
        const Table exported = exportTable(table);
        for (const auto& row : exported.rows)
            QCOMPARE(row.size(), qsizetype(exported.columns.size()));
        table.show(sample::league(), u"robin"_s, true);
        QCOMPARE(text(table, 0, "streak"), u"3"_s);
    }

    // A race without a pick adds nothing.
    void pointsAheadOfTheGrid()
    {
        const League league = sample::league();
        QCOMPARE(league::pointsAhead(league, league.rows[0]), std::vector<int>({5, 8, 9}));
        QCOMPARE(league::pointsAhead(league, league.rows[2]), std::vector<int>({0, 0, 0}));
        QCOMPARE(league::pointsAhead(league, league.rows[3]), std::vector<int>({-5, -5, -1}));
        LeaguePointsModel table;
        const QAbstractItemModelTester tester(&table);
        table.show(league, u"robin"_s);
        QCOMPARE(table.rowCount(), 12);
        QCOMPARE(text(table, 10, "points"), u"–"_s);
    }

    void whoHasLocked()
    {
        PicksView picks = sample::picks(4);
        picks.standings = {{{}, PickState::Locked, 0, picks.start.addSecs(-3600), "61b8f90e00"},
                           {u"mei"_s, PickState::None, 0, {}, {}},
                           {u"robin"_s, PickState::Draft, 3, {}, {}}};
        NextPicksModel table;
        const QAbstractItemModelTester tester(&table);
        table.show(picks);
        QCOMPARE(text(table, 0, "player"), u"Model"_s);
        QVERIFY(text(table, 0, "state").startsWith(u"Frozen "_s));
        QCOMPARE(text(table, 0, "hash"), u"61b8 f90e"_s);
        QCOMPARE(text(table, 1, "state"), u"nothing yet"_s);
        QCOMPARE(text(table, 2, "player"), u"robin (you)"_s);
        QCOMPARE(text(table, 2, "state"), u"Draft, 3 of 4"_s);
    }
};

QTEST_GUILESS_MAIN(PicksTablesTest)
#include "PicksTablesTest.moc"

#include "support/SeasonSample.h"

#include "export/CsvWriter.h"
#include "tables/SeasonChartModels.h"
#include "tables/SortFilterModel.h"
#include "tables/StandingsModel.h"
#include "tables/TableExport.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace parcferme;

namespace {

constexpr auto Mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
using Form = StandingsModel::Form;
using season::Contestants;

QString text(const StandingsModel& model, int row, const char* key)
{
    const int column = model.column(QString::fromLatin1(key));
    return column < 0 ? QStringLiteral("no such column") : model.index(row, column).data().toString();
}

QStringList columns(const StandingsModel& model)
{
    QStringList keys;
    for (int column = 0; column < model.columnCount(); ++column)
        keys << model.headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
    return keys;
}

} // namespace

class SeasonTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void driversInTheMiddle()
    {
        StandingsModel model;
        const QAbstractItemModelTester tester(&model, Mode);
        model.show(sample::season(3, 3), {});
        QCOMPARE(
            columns(model).join(u','),
            QStringLiteral(
                "position,moved,driver,points,wins,podiums,expected_points,range,p_title,to_be_champion"));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(text(model, 0, "position"), QStringLiteral("1"));
        QCOMPARE(text(model, 0, "driver"), QStringLiteral("ann Archer"));
        QCOMPARE(text(model, 0, "points"), QStringLiteral("75"));
        QCOMPARE(text(model, 0, "wins"), QStringLiteral("3"));
        QCOMPARE(text(model, 1, "wins"), QStringLiteral("–"));
        QCOMPARE(text(model, 1, "podiums"), QStringLiteral("3"));
        QCOMPARE(text(model, 0, "to_be_champion"), QStringLiteral("leads by 21"));
        QCOMPARE(text(model, 1, "to_be_champion"), QStringLiteral("22 more than Archer"));
        QVERIFY(model.index(0, model.column(QStringLiteral("p_title"))).data(FractionRole).toDouble() > 0.5);
    }

    void codesWhereThereIsLittleRoom()
    {
        StandingsModel model;
        StandingsModel::Shown how;
        how.codes = true;
        model.show(sample::season(3, 3), how);
        QCOMPARE(text(model, 1, "to_be_champion"), QStringLiteral("22 more than ARC"));
    }

    void teams()
    {
        StandingsModel model;
        const QAbstractItemModelTester tester(&model, Mode);
        StandingsModel::Shown how;
        how.side = Contestants::Teams;
        model.show(sample::season(3, 3), how);
        QVERIFY(columns(model).contains(QStringLiteral("p_top_three")));
        QCOMPARE(text(model, 0, "team"), QStringLiteral("Red Cars"));
        QCOMPARE(text(model, 0, "points"), QStringLiteral("129"));
        QCOMPARE(text(model, 1, "to_be_champion"), QStringLiteral("49 more"));
        QCOMPARE(text(model, 1, "p_top_three"), QStringLiteral(">99.9"));
    }

    void beforeTheFirstRoundByWhatIsExpected()
    {
        StandingsModel model;
        model.show(sample::season(0, 0), {});
        QCOMPARE(model.rowCount(), 4);
        double before = 1e9;
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(text(model, row, "position"), QStringLiteral("–"));
            QCOMPARE(text(model, row, "to_be_champion"), QStringLiteral("all are level"));
            const double expected =
                model.index(row, model.column(QStringLiteral("expected_points"))).data(ValueRole).toDouble();
            QVERIFY(expected <= before);
            before = expected;
        }
    }

    // After five rounds ann leads by 36, and 25 are left.
    void decided()
    {
        StandingsModel model;
        model.show(sample::season(5, 5), {});
        QCOMPARE(text(model, 0, "to_be_champion"), QStringLiteral("champion since round 5"));
        const QModelIndex cell = model.index(0, model.column(QStringLiteral("to_be_champion")));
        QCOMPARE(cell.data(IconRole).toString(), QStringLiteral("cup"));
        QCOMPARE(cell.data(EmphasisRole).toInt(), int(Emphasis::Strong));
        QCOMPARE(text(model, 0, "p_title"), QStringLiteral("100"));
        QCOMPARE(text(model, 1, "p_title"), QStringLiteral("–"));
        QCOMPARE(text(model, 1, "to_be_champion"), QStringLiteral("cannot win any more"));
    }

    void titleFiguresAtTheirEnds()
    {
        season::Contest open, champion, out;
        champion.champion = true;
        out.canWin = false;
        QCOMPARE(standings::titlePercent(0, open), QStringLiteral("<0.1"));
        QCOMPARE(standings::titlePercent(1, open), QStringLiteral(">99.9"));
        QCOMPARE(standings::titlePercent(0.9994, open), QStringLiteral("99.9"));
        QCOMPARE(standings::titlePercent(1, champion), QStringLiteral("100"));
        QCOMPARE(standings::titlePercent(0, out), QStringLiteral("–"));
    }

    void besideTheOddsTheChangeSinceTheRaceBefore()
    {
        StandingsModel model;
        const QAbstractItemModelTester tester(&model, Mode);
        StandingsModel::Shown how;
        how.form = Form::Trend;
        model.show(sample::season(3, 3), how); // the round before is not computed yet
        QCOMPARE(text(model, 0, "p_title_trend"), QStringLiteral("–"));
        const auto rounds = sample::seasonRounds(3, 3);
        how.rounds = &rounds;
        model.show(*rounds.at(3), how);
        QCOMPARE(model.headerData(model.column(QStringLiteral("p_title_trend")), Qt::Horizontal).toString(),
                 QStringLiteral("since BET"));
        const double change = (rounds.at(3)->forecast->outlook.drivers[0].pTitle -
                               rounds.at(2)->forecast->outlook.drivers[0].pTitle) *
                              100;
        const QModelIndex cell = model.index(0, model.column(QStringLiteral("p_title_trend")));
        QVERIFY(std::abs(cell.data(ValueRole).toDouble() - change) < 1e-9);
        QCOMPARE(cell.data(EmphasisRole).toInt(), int(change > 0 ? Emphasis::Better : Emphasis::Worse));
    }

    void whatIf()
    {
        StandingsModel model;
        const QAbstractItemModelTester tester(&model, Mode);
        const SeasonView view = sample::season(3, 3);
        season::Conditional ifSo{500, view.forecast->outlook};
        ifSo.outlook->drivers[0].final.mean += 3.2;
        ifSo.outlook->drivers[1].pTitle = view.forecast->outlook.drivers[1].pTitle + 0.1;
        ifSo.outlook->drivers[2].pTitle = view.forecast->outlook.drivers[2].pTitle + 0.0004;
        StandingsModel::Shown how;
        how.form = Form::WhatIf;
        how.ifSo = &ifSo;
        model.show(view, how);
        QVERIFY(text(model, 0, "expected_points_change").startsWith(u'+'));
        QCOMPARE(text(model, 1, "p_title_change"), QStringLiteral("+10.0"));
        QCOMPARE(text(model, 2, "p_title_change"), QStringLiteral("0")); // too little to speak of
        QCOMPARE(text(model, 3, "expected_points_change"), QStringLiteral("0"));
    }

    void aSeasonThatIsOver()
    {
        StandingsModel model;
        const QAbstractItemModelTester tester(&model, Mode);
        auto rounds = sample::seasonRounds(6, 6);
        StandingsModel::Shown how;
        how.form = Form::Final;
        how.rounds = &rounds;
        model.show(*rounds.at(6), how);
        QVERIFY(!columns(model).contains(QStringLiteral("p_title")));
        QCOMPARE(text(model, 0, "behind"), QStringLiteral("–"));
        QCOMPARE(text(model, 1, "behind"), QStringLiteral("43"));
        QVERIFY2(text(model, 1, "best_chance").contains(QStringLiteral("round")),
                 qPrintable(text(model, 1, "best_chance")));
        rounds.erase(2); // not all are computed yet: nothing is claimed
        model.show(sample::season(6, 6), how);
        QCOMPARE(text(model, 1, "best_chance"), QStringLiteral("–"));
    }

    void oldFiguresAreMuted()
    {
        StandingsModel model;
        StandingsModel::Shown how;
        how.muted = true;
        model.show(sample::season(3, 3), how);
        QCOMPARE(model.index(0, 3).data(EmphasisRole).toInt(), int(Emphasis::Muted));
    }

    void exportsNumbers()
    {
        StandingsModel model;
        model.show(sample::season(3, 3), {});
        const QByteArray csv = csvText(exportTable(model), CsvFlavour::Standard);
        QVERIFY2(
            csv.startsWith(
                "position,moved,driver,driver_name,points,wins,podiums,expected_points,points_low,points_"
                "high,p_title,needs\r\n1,"),
            csv.constData());
        QVERIFY2(csv.contains("\r\n2,0,bob,bob Baker,54,0,3,"), csv.constData());
        QVERIFY(csv.contains(",22\r\n"));
    }

    void chartsHaveTheirDataInATable()
    {
        TitleOddsModel odds;
        const QAbstractItemModelTester oddsTester(&odds, Mode);
        const auto rounds = sample::seasonRounds(3, 3);
        odds.show(*rounds.at(3), rounds, Contestants::Drivers);
        QCOMPARE(odds.rowCount(), 4 * 4); // before the first, and after three
        PointsByRoundModel points;
        const QAbstractItemModelTester pointsTester(&points, Mode);
        points.show(*rounds.at(3), Contestants::Drivers);
        QCOMPARE(points.rowCount(), 4 * (4 + 3)); // three more to come
        points.show(*rounds.at(3), Contestants::Teams);
        QCOMPARE(points.rowCount(), 2 * (4 + 3));
    }
};

QTEST_GUILESS_MAIN(SeasonTablesTest)
#include "SeasonTablesTest.moc"

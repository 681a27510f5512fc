#include "export/CsvWriter.h"
#include "support/ForecastSample.h"
#include "tables/BiasModel.h"
#include "tables/Format.h"
#include "tables/JudgedOrder.h"
#include "tables/LedgerModel.h"
#include "tables/MetricsModel.h"
#include "tables/PositionsModel.h"
#include "tables/PredictionModel.h"
#include "tables/RaceListModel.h"
#include "tables/RecordRacesModel.h"
#include "tables/ReliabilityModel.h"
#include "tables/ResultModel.h"
#include "tables/SeasonModel.h"
#include "tables/SortFilterModel.h"
#include "tables/TableExport.h"
#include "tables/WhyModel.h"
#include "tracker/EvaluationJson.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;

namespace {

using Fatal = QAbstractItemModelTester;
constexpr auto Mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

QVariant at(const QAbstractItemModel& model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role);
}

RaceOverview race(qint64 id, int round, const char* name, const char* country, RaceState state)
{
    RaceOverview overview;
    overview.race.id = id;
    overview.race.year = 2026;
    overview.race.round = round;
    overview.race.name = QString::fromUtf8(name);
    overview.race.country = QString::fromUtf8(country);
    overview.race.start = QDateTime(QDate(2026, 6, 7), QTime(13, 0), QTimeZone::utc());
    overview.race.eventDate = QDate(2026, 6, 7);
    overview.state = state;
    if (state == RaceState::EvaluatedLive)
        overview.positionMae = 2.2;
    return overview;
}

// A bare model with the values that sorting must get right.
class Values : public TableModel
{
public:
    explicit Values(const QVariantList& first, const QVariantList& second)
    {
        setColumns({{QStringLiteral("a"), {}, 0, {}, true, true, false, {}, {}},
                    {QStringLiteral("b"), {}, 0, {}, true, true, false, {}, {}}});
        std::vector<Row> rows;
        for (int i = 0; i < first.size(); ++i) {
            Cell a, b;
            a.value = first[i];
            b.value = second[i];
            rows.push_back({QString::number(i), {}, 0, {}, {a, b}});
        }
        setRows(std::move(rows));
    }
};

QVariantList column(const QAbstractItemModel& model, int column)
{
    QVariantList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values.append(at(model, row, column, ValueRole));
    return values;
}

} // namespace

class TablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void formats()
    {
        QCOMPARE(format::raceTime(5225.4), QStringLiteral("1:27:05"));
        QCOMPARE(format::officialTime(5167.469), QStringLiteral("1:26:07.469"));
        QCOMPARE(format::gap(14.06), QStringLiteral("+14.1"));
        QCOMPARE(format::officialGap(12.594), QStringLiteral("+12.594"));
        QCOMPARE(format::laps(1), QStringLiteral("+1 lap"));
        QCOMPARE(format::laps(2), QStringLiteral("+2 laps"));
        QCOMPARE(format::percent(0.4661), QStringLiteral("46.6"));
        QCOMPARE(format::percent(0.00049), QStringLiteral("<0.1"));
        QCOMPARE(format::percent(0.0005), QStringLiteral("0.1"));
        QCOMPARE(format::places(8), QStringLiteral("▲ 8"));
        QCOMPARE(format::places(-3), QStringLiteral("▼ 3"));
        QCOMPARE(format::places(0), QStringLiteral("0"));
        QCOMPARE(format::range(3, 14), QStringLiteral("3–14"));
        QCOMPARE(format::signedNumber(-0.25, 2), QStringLiteral("−0.25"));
        QCOMPARE(format::signedNumber(0.32, 2), QStringLiteral("+0.32"));
        QCOMPARE(format::signedNumber(-0.001, 2), QStringLiteral("0.00"));
        QCOMPARE(format::number(std::optional<double>(), 2), QStringLiteral("–"));
        QCOMPARE(format::number(std::nan(""), 2), QStringLiteral("–"));
        QCOMPARE(format::timeLeft(130 * 60), QStringLiteral("2 h 10"));
        QCOMPARE(format::timeLeft(28 * 3600), QStringLiteral("1 d 4 h"));
        QCOMPARE(format::timeLeft(20), QStringLiteral("1 min"));
    }

    void formatsFollowTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(format::gap(14.06), QStringLiteral("+14,1"));
        QCOMPARE(format::percent(0.0001), QStringLiteral("<0,1"));
        QCOMPARE(format::officialTime(5167.469), QStringLiteral("1:26:07,469"));
        PredictionModel model;
        model.setForecast(sample::forecast(20), sample::people(20));
        QVERIFY(!csvText(exportTable(model)).contains("0,1;")); // exports keep the point
        const Table table = exportTable(model);
        const auto win = std::ranges::find(table.columns, QStringLiteral("p_win"), &TableColumn::key);
        QVERIFY(win != table.columns.end());
        const QString chance = machineText(table.rows[1][win - table.columns.begin()]);
        QVERIFY2(chance.contains(u'.') && !chance.contains(u','), qPrintable(chance));
        QLocale::setDefault(QLocale::c());
    }

    void predictionCells()
    {
        PredictionModel model;
        Fatal tester(&model, Mode);
        const ForecastView view = sample::forecast(20);
        model.setForecast(view, sample::people(20));
        QCOMPARE(model.rowCount(), 20);
        const int gap = model.column(QStringLiteral("gap"));
        QCOMPARE(at(model, 0, gap).toString(), QStringLiteral("–"));
        QCOMPARE(at(model, 0, gap, ValueRole).toDouble(), 0.0);
        const PredictionEntry& second = view.prediction.entries[1];
        QCOMPARE(at(model, 1, gap).toString(), format::gap(*second.gap));
        QCOMPARE(at(model, 1, gap, ValueRole).toDouble(), *second.gap); // unrounded
        const int win = model.column(QStringLiteral("p_win"));
        QCOMPARE(at(model, 1, win, FractionRole).toDouble(), second.pWin);
        const int driver = model.column(QStringLiteral("driver"));
        QCOMPARE(at(model, 1, driver, ExportRole).toList(),
                 (QVariantList{second.driver, at(model, 1, driver).toString()}));
        QCOMPARE(at(model, 1, driver, TeamColourRole).toString(), QStringLiteral("#3671c6"));
        const int range = model.column(QStringLiteral("range"));
        const auto mark = at(model, 1, range, RangeRole).value<PositionRange>();
        QCOMPARE(mark.low, second.positionLow);
        QCOMPARE(mark.n, 20);
        QCOMPARE(at(model, 1, range, ExportRole).toList(),
                 (QVariantList{second.positionLow, second.positionHigh}));
        QCOMPARE(at(model, 1, range, KindRole).toInt(), int(PredictionKind::Live));
        QCOMPARE(model.rowOfDriver(second.driver), 1);

        const int grid = model.column(QStringLiteral("grid"));
        const auto head = [&] { return model.headerData(grid, Qt::Horizontal).toString(); };
        QCOMPARE(head(), QStringLiteral("Grid"));
        ForecastView early = view;
        early.forecast.stage = predictor::Stage::Qualifying;
        model.setForecast(early, sample::people(20));
        QCOMPARE(head(), QStringLiteral("Qualified"));
    }

    // From one lap on, laps: without a time, and the seconds stay for sorting and export.
    void lappedGapsAreLaps()
    {
        PredictionModel model;
        Fatal tester(&model, Mode);
        ForecastView view = sample::forecast(20);
        const double lap = *view.prediction.entries[9].gap;
        view.forecast.lapSeconds = lap;
        view.prediction.entries[15].gap = 2.5 * lap;
        view.prediction.entries[15].pLapped = 0.9731;
        model.setForecast(view, sample::people(20));
        const int gap = model.column(QStringLiteral("gap"));
        const int time = model.column(QStringLiteral("predicted_race_time"));
        const int uncertainty = model.column(QStringLiteral("uncertainty"));
        QVERIFY(at(model, 8, gap).toString() != QStringLiteral("+1 lap"));
        QVERIFY(at(model, 8, time).toString().contains(u':'));
        QCOMPARE(at(model, 9, gap).toString(), QStringLiteral("+1 lap"));
        QCOMPARE(at(model, 15, gap).toString(), format::laps(2));
        QCOMPARE(at(model, 15, gap, ValueRole).toDouble(), 2.5 * lap);
        QCOMPARE(at(model, 15, time).toString(), QStringLiteral("–"));
        QCOMPARE(at(model, 15, time, ValueRole).toDouble(), *view.prediction.entries[15].predictedRaceTime);
        QCOMPARE(at(model, 15, uncertainty).toString(), QStringLiteral("–"));
        const int lapped = model.column(QStringLiteral("p_lapped"));
        QCOMPARE(at(model, 15, lapped).toString(), QStringLiteral("97.3"));
        for (PredictionEntry& entry : view.prediction.entries) // a sprint
            entry.predictedRaceTime = entry.gap = entry.gapLow = entry.gapHigh = entry.uncertainty =
                entry.pLapped = std::nullopt;
        model.setForecast(view, sample::people(20));
        for (const int column : {gap, time, uncertainty, lapped})
            QVERIFY(!at(model, 3, column, ValueRole).isValid());
    }

    // A lap down that was predicted is right.
    void predictedLapsBesideOfficialOnes()
    {
        ResultModel model;
        Fatal tester(&model, Mode);
        ForecastView view = sample::forecast(20);
        const ResultRevision result = sample::result(20);
        const QString lapped = result.rows[12].driver; // one lap behind the winner
        view.forecast.lapSeconds = 80;
        for (PredictionEntry& entry : view.prediction.entries)
            entry.gap = entry.driver == lapped ? 95 : 30;
        model.setResult(result, &view, nullptr, sample::people(20));
        const int gap = model.column(QStringLiteral("predicted_gap"));
        QVERIFY(at(model, 12, gap).toString().startsWith(QStringLiteral("+1 lap")));
        QCOMPARE(at(model, 12, gap, EmphasisRole).toInt(), int(Emphasis::Better));
        QCOMPARE(at(model, 13, gap).toString(), QStringLiteral("+30.0"));
        QVERIFY(at(model, 13, gap, EmphasisRole).toInt() != int(Emphasis::Better));
    }

    void rowsUpdateInPlace()
    {
        PredictionModel model;
        Fatal tester(&model, Mode);
        ForecastView view = sample::forecast(20);
        model.setForecast(view, sample::people(20));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex kept(model.index(4, 0));
        const QString driver = kept.data(DriverRole).toString();

        *view.prediction.entries[3].gap += 1;
        model.setForecast(view, sample::people(20));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 3);

        std::reverse(view.prediction.entries.begin(), view.prediction.entries.end());
        model.setForecast(view, sample::people(20));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(kept.row(), 15); // the selection moves with its driver
        QCOMPARE(kept.data(DriverRole).toString(), driver);

        model.setForecast(sample::forecast(22), sample::people(22));
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.rowCount(), 22);
    }

    void resultCells()
    {
        ResultModel model;
        Fatal tester(&model, Mode);
        const ForecastView view = sample::forecast(20);
        const ResultRevision result = sample::result(20);
        model.setResult(result, &view, nullptr, sample::people(20));
        const int time = model.column(QStringLiteral("time"));
        QCOMPARE(at(model, 0, time).toString(), QStringLiteral("1:26:07.469"));
        QCOMPARE(at(model, 1, time).toString(), QStringLiteral("+1.500"));
        QCOMPARE(at(model, 12, time).toString(), QStringLiteral("+1 lap"));
        QCOMPARE(at(model, 18, time).toString(), QStringLiteral("Gearbox"));
        QCOMPARE(at(model, 19, time).toString(), QStringLiteral("Did not start"));
        QVERIFY(at(model, 12, time, ValueRole).toDouble() > at(model, 1, time, ValueRole).toDouble());
        QVERIFY(!at(model, 18, time, ValueRole).isValid());
        const int difference = model.column(QStringLiteral("difference"));
        QVERIFY(!at(model, 19, difference, ValueRole).isValid());
        QCOMPARE(at(model, 19, difference).toString(), QStringLiteral("–"));
        model.setResult(result, nullptr, nullptr, sample::people(20));
        QCOMPARE(at(model, 0, difference).toString(), QStringLiteral("–"));
    }

    void whoDidNotStartDropsOut()
    {
        const ForecastView view = sample::forecast(20);
        const ResultRevision result = sample::result(20);
        const QHash<QString, JudgedPlace> places = judgedOrder(view, result, nullptr);
        QCOMPARE(places.size(), 19);
        QSet<int> predicted, official;
        for (const JudgedPlace& place : places) {
            predicted.insert(place.predicted);
            official.insert(place.official);
        }
        QCOMPARE(predicted.size(), 19); // 1..19, without a hole
        QCOMPARE(*std::max_element(predicted.begin(), predicted.end()), 19);
        QCOMPARE(*std::max_element(official.begin(), official.end()), 19);
    }

    // Nothing is forecast again: the interval among the starters is the one that was judged.
    void intervalsAreThoseThatWereJudged()
    {
        const ForecastView view = sample::forecast(20);
        const ResultRevision result = sample::result(20);
        const auto started = judgedOrder(view, result, nullptr);
        const PredictionEntry& first =
            *std::ranges::find_if(view.prediction.entries, [&](const PredictionEntry& entry) {
                return started.contains(entry.driver);
            });
        QCOMPARE(judgedOrder(view, result, nullptr)[first.driver].low, first.positionLow);
        evaluation::JudgedDriver judged;
        judged.driver = first.driver.toStdString();
        judged.low80 = 4;
        judged.high80 = 17;
        Evaluation stored;
        stored.drivers = driversJson({judged}, {}).value();
        const auto places = judgedOrder(view, result, &stored);
        QCOMPARE(places[first.driver].low, 4);
        QCOMPARE(places[first.driver].high, 17);
    }

    void missingValuesComeLastInBothDirections()
    {
        Values model({3, QVariant(), 1.5, std::nan(""), 2}, {0, 0, 0, 0, 0});
        SortFilterModel proxy;
        Fatal tester(&model, Mode), proxyTester(&proxy, Mode);
        proxy.setSourceModel(&model);
        proxy.sort(0, Qt::AscendingOrder);
        QCOMPARE(column(proxy, 0).mid(0, 3), (QVariantList{1.5, 2, 3}));
        proxy.sort(0, Qt::DescendingOrder);
        QCOMPARE(column(proxy, 0).mid(0, 3), (QVariantList{3, 2, 1.5}));
    }

    void theColumnSortedBeforeIsTheSecondKey()
    {
        Values model({1, 2, 1, 2, 1}, {5, 4, 3, 2, 1});
        SortFilterModel proxy;
        proxy.setSourceModel(&model);
        proxy.sort(1, Qt::AscendingOrder);
        proxy.sort(0, Qt::DescendingOrder);
        QCOMPARE(column(proxy, 0), (QVariantList{2, 2, 1, 1, 1}));
        QCOMPARE(column(proxy, 1), (QVariantList{2, 4, 1, 3, 5}));
        proxy.sort(0, Qt::AscendingOrder); // a second click on the same header keeps the second key
        QCOMPARE(column(proxy, 1), (QVariantList{1, 3, 5, 2, 4}));
    }

    void filterNeedsNoAccents()
    {
        PredictionModel model;
        SortFilterModel proxy;
        Fatal tester(&proxy, Mode);
        model.setForecast(sample::forecast(20), sample::people(20));
        proxy.setSourceModel(&model);
        proxy.setFilterText(QStringLiteral("muller 7"));
        QCOMPARE(proxy.rowCount(), 4); // Müller 7 and 17, and the two of Team 7
        proxy.setFilterText(QStringLiteral("JOSE TEAM_3"));
        QCOMPARE(proxy.rowCount(), 0);
        proxy.setFilterText(QStringLiteral("D11"));
        QCOMPARE(proxy.rowCount(), 1);
        QCOMPARE(proxy.rowOfDriver(sample::driverId(11)), 0);
        QCOMPARE(proxy.rowOfDriver(sample::driverId(1)), -1);
    }

    void raceBadges()
    {
        const QDateTime now(QDate(2026, 6, 1), QTime(11, 0), QTimeZone::utc());
        RaceListModel model;
        Fatal tester(&model, Mode);
        RaceOverview open = race(2, 2, "Monaco Grand Prix", "Monaco", RaceState::WindowOpen);
        open.window.closes = now.addSecs(130 * 60);
        model.setRaces({race(1, 1, "Spanish Grand Prix", "Spain", RaceState::Scheduled), open,
                        race(3, 3, "Las Vegas Grand Prix", "USA", RaceState::EvaluatedLive),
                        race(4, 4, "São Paulo Grand Prix", "Brazil", RaceState::Missed)},
                       now);
        const int name = model.column(QStringLiteral("name")), state = model.column(QStringLiteral("state"));
        QCOMPARE(at(model, 0, name).toString(), QStringLiteral("Spain"));
        QCOMPARE(at(model, 2, name).toString(), QStringLiteral("Las Vegas"));
        QCOMPARE(at(model, 0, state).toString(), QStringLiteral("in 6 d"));
        QCOMPARE(at(model, 1, state).toString(), QStringLiteral("Open, 2 h 10"));
        QCOMPARE(at(model, 2, state).toString(), QStringLiteral("2.20"));
        QCOMPARE(at(model, 3, state, BadgeRole).value<RaceBadge>().icon, RaceBadge::Icon::Triangle);

        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setNow(now.addSecs(60));
        QCOMPARE(changes.count(), 1); // only the open window's badge
        model.setHidden({HiddenRaces::Which::All});
        QCOMPARE(at(model, 2, state).toString(), QStringLiteral("Hidden"));
        QVERIFY(!at(model, 2, state, ValueRole).isValid()); // sorting must not tell either
        model.setHidden({HiddenRaces::Which::All, 0, 0, {3}});
        QCOMPARE(at(model, 2, state).toString(), QStringLiteral("2.20"));
        QCOMPARE(model.rowOf(4), 3);
    }

    // The name of the race is read first: what stands beside it is short.
    void badgesLeaveTheNameItsRoom()
    {
        const auto text = [](const RaceOverview& race, const QDateTime& now) {
            return raceBadge(race, now, false).text;
        };
        RaceOverview soon = race(1, 1, "Dutch Grand Prix", "Netherlands", RaceState::Scheduled);
        const QDateTime start = *soon.race.start;
        QCOMPARE(text(soon, start.addSecs(-(19 * 60 + 54) * 60)), QStringLiteral("in 19 h"));
        QCOMPARE(text(soon, start.addSecs(-(9 * 60 + 54) * 60)), QStringLiteral("in 9 h 54"));
        RaceOverview sprint = soon;
        sprint.session = Session::Sprint;
        sprint.state = RaceState::WindowOpen;
        sprint.window.closes = start;
        QCOMPARE(sprintBadge(soon, sprint, start.addSecs(-(17 * 60 + 39) * 60), false).text,
                 QStringLiteral("17 h"));
        QCOMPARE(sprintBadge(soon, sprint, start.addSecs(-40 * 60), false).text, QStringLiteral("40 min"));
        // Beside the dash of a Grand Prix that nobody predicted there is room.
        soon.state = RaceState::NotPredicted;
        sprint.state = RaceState::EvaluatedRetrospective;
        sprint.positionMae = 1.27;
        QCOMPARE(sprintBadge(soon, sprint, start, false).text, QStringLiteral("1.27"));
        soon.state = RaceState::Missed;
        QVERIFY(sprintBadge(soon, sprint, start, false).text.isEmpty());
        soon.state = RaceState::Scheduled;
        // Without an hour there are none to count.
        soon.race.start.reset();
        QCOMPARE(text(soon, start.addSecs(-23 * 3600)), QStringLiteral("in 1 d"));
    }

    void metricsSayWhoWon()
    {
        MetricsModel model;
        Fatal tester(&model, Mode);
        model.setEvaluation(sample::evaluation());
        const int verdict = model.column(QStringLiteral("verdict"));
        QHash<QString, QString> verdicts;
        for (int row = 0; row < model.rowCount(); ++row) {
            verdicts.insert(at(model, row, 0, RowKeyRole).toString(), at(model, row, verdict).toString());
            QVERIFY(!at(model, row, model.column(QStringLiteral("meaning"))).toString().isEmpty());
        }
        QCOMPARE(verdicts[QStringLiteral("position_mae")], QStringLiteral("better"));
        QCOMPARE(verdicts[QStringLiteral("rps")], QStringLiteral("worse")); // lower is better
        QCOMPARE(verdicts[QStringLiteral("podium_accuracy")], QStringLiteral("better"));
        QCOMPARE(verdicts[QStringLiteral("coverage_80")], QStringLiteral("–"));
        QCOMPARE(verdicts[QStringLiteral("kendall")], QStringLiteral("–"));
        QVERIFY(verdicts.size() >= 18);
    }

    void seasonsSayWhereTheGridIsAsGood()
    {
        SeasonModel model;
        Fatal tester(&model, Mode);
        model.setReport(sample::report());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(at(model, 0, 0).toString(), QStringLiteral("2024–2025"));
        QCOMPARE(at(model, 1, 0).toString(), QStringLiteral("2025"));
        const int difference = model.column(QStringLiteral("difference"));
        QCOMPARE(at(model, 1, difference, EmphasisRole).toInt(), int(Emphasis::Worse));
        QCOMPARE(at(model, 2, difference, EmphasisRole).toInt(), int(Emphasis::Better));
        QVERIFY(at(model, 2, difference).toString().startsWith(QStringLiteral("−0.5")));
        QCOMPARE(at(model, 2, difference, ExportRole).toList().size(), 3);
        evaluation::Report one = sample::report();
        one.races.resize(1);
        model.setReport(evaluation::summarise(std::move(one.races)));
        QCOMPARE(at(model, 0, difference, EmphasisRole).toInt(), int(Emphasis::Muted)); // proves nothing
        QVERIFY(!at(model, 0, difference).toString().contains(QStringLiteral("to")));
        QCOMPARE(at(model, 0, difference, ExportRole).toList().size(), 3);
        model.setReport({});
        QCOMPARE(model.rowCount(), 0);
    }

    void recordTables()
    {
        const evaluation::Report report = sample::report();
        RecordRacesModel races;
        BiasModel bias;
        ReliabilityModel reliability;
        Fatal first(&races, Mode), second(&bias, Mode), third(&reliability, Mode);
        races.setReport(report);
        bias.setBias(report.bias, sample::people(20));
        reliability.setReliability(report.podium);
        QCOMPARE(races.rowCount(), 30);
        const int skill = races.column(QStringLiteral("skill"));
        QVERIFY(at(races, 0, skill, ValueRole).isValid());
        QVERIFY(!at(races, 29, skill, ValueRole).isValid()); // the first eight races have none
        QCOMPARE(at(races, 29, skill, ExportRole).toList().size(), 3);
        QCOMPARE(bias.rowCount(), 20);
        QVERIFY(std::abs(at(bias, 0, 2, ValueRole).toDouble()) >=
                std::abs(at(bias, 19, 2, ValueRole).toDouble()));
        QCOMPARE(at(bias, 0, 2, HollowRole).toBool(), false);
        QVERIFY(reliability.rowCount() >= 2);
    }

    void ledgerSaysWhoVouches()
    {
        LedgerModel model;
        Fatal tester(&model, Mode);
        const QDateTime time(QDate(2026, 6, 6), QTime(17, 13), QTimeZone::utc());
        VouchedPrediction first{1, QStringLiteral("Monaco Grand Prix 2026"), PredictionKind::Live, {}, time,
                                {}};
        VouchedPrediction second = first;
        second.id = 2;
        first.voucher = Voucher{QStringLiteral("Test Responder"), time, true};
        model.setPredictions({first, second});
        QCOMPARE(model.rowCount(), 2);
        const int by = model.column(QStringLiteral("vouched_by"));
        const int at_ = model.column(QStringLiteral("vouched_at"));
        const int start = model.column(QStringLiteral("vouched_before_start"));
        QVERIFY(!at(model, 0, by, ValueRole).isValid()); // the newest stands first
        QCOMPARE(at(model, 1, by, Qt::DisplayRole).toString(), QStringLiteral("Test Responder"));
        QCOMPARE(at(model, 1, at_, ExportRole).toList().first().toString(),
                 QStringLiteral("2026-06-06T17:13:00Z"));
        QCOMPARE(at(model, 1, start, ExportRole).toList().first().toBool(), true);
        QCOMPARE(at(model, 1, start, Qt::DisplayRole).toString(), QStringLiteral("before"));
        first.voucher->beforeStart = false;
        model.setPredictions({first, second});
        QCOMPARE(at(model, 1, start, Qt::DisplayRole).toString(), QStringLiteral("after"));
    }

    void chartsHaveTheirTables()
    {
        const ForecastView view = sample::forecast(20);
        PositionsModel positions;
        WhyModel why;
        Fatal first(&positions, Mode), second(&why, Mode);
        positions.setForecast(view, sample::people(20));
        QCOMPARE(positions.columnCount(), 22);
        double sum = 0;
        for (int k = 2; k < 22; ++k)
            sum += at(positions, 0, k, ValueRole).toDouble();
        QVERIFY(std::abs(sum - 1) < 1e-9);
        why.setDriver(view, sample::driverId(0));
        QCOMPARE(why.rowCount(), int(predictor::InputCount) + 1);
        const int part = why.column(QStringLiteral("part"));
        double parts = 0;
        for (int row = 0; row < 7; ++row)
            parts += at(why, row, part, ValueRole).toDouble();
        QVERIFY(std::abs(parts - at(why, 7, part, ValueRole).toDouble()) < 1e-12);
        // Each line adds up as it stands.
        for (int row = 0; row < 7; ++row)
            QVERIFY(std::abs(at(why, row, why.column(QStringLiteral("weight")), ValueRole).toDouble() *
                                 (at(why, row, why.column(QStringLiteral("value")), ValueRole).toDouble() -
                                  at(why, row, why.column(QStringLiteral("mean")), ValueRole).toDouble()) -
                             at(why, row, part, ValueRole).toDouble()) < 1e-12);
        why.setDriver(view, QStringLiteral("nobody"));
        QCOMPARE(why.rowCount(), 0);
    }

    void namesAreNeverRichText()
    {
        People people = sample::people(3);
        people.drivers[sample::driverId(0)].familyName = QStringLiteral("<b>Bold</b>");
        PredictionModel model;
        model.setForecast(sample::forecast(3), people);
        const int row = model.rowOfDriver(sample::driverId(0));
        const QString toolTip =
            at(model, row, model.column(QStringLiteral("driver")), Qt::ToolTipRole).toString();
        QVERIFY(toolTip.contains(QStringLiteral("Bold")));
        QVERIFY(!toolTip.contains(QStringLiteral("<b>")));
    }

    void exportOfVisibleColumns()
    {
        PredictionModel model;
        model.setForecast(sample::forecast(20), sample::people(20));
        const Table table = exportTable(model, {model.column(QStringLiteral("range")), 1}, {0, 2});
        QCOMPARE(table.columns.size(), std::size_t(4)); // of a driver id and name
        QCOMPARE(table.columns[1].key, QStringLiteral("position_high"));
        QCOMPARE(table.columns[3].key, QStringLiteral("driver_name"));
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0].size(), 4);
        const Table all = exportTable(model);
        QStringList keys;
        for (const TableColumn& column : all.columns)
            keys.append(column.key);
        QCOMPARE(keys.mid(0, 3), (QStringList{QStringLiteral("predicted_position"), QStringLiteral("driver"),
                                              QStringLiteral("driver_name")}));
        QVERIFY(keys.contains(QStringLiteral("team_name")));
        QVERIFY(all.rows[0][1] != all.rows[0][2] && !all.rows[0][2].toString().isEmpty());
        for (const QVariantList& row : all.rows)
            QCOMPARE(row.size(), qsizetype(all.columns.size()));
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "TablesTest.moc"

#include "store/StoreFixture.h"
#include "support/TestDatabase.h"

#include "store/EvaluationRepository.h"

#include <QSqlRecord>

using namespace parcferme;
using namespace parcferme::test;

// A tool that was written for the schema that this one extends: plain SQL over its tables and columns,
// through a connection that knows nothing of this program.
class CompatibilityTest : public QObject
{
    Q_OBJECT

private:
    static void fill(Store& store)
    {
        auto race = RaceRepository(*store.database).insert(monaco());
        MUST(race);
        MUST(PredictionRepository(*store.database).append(draft(*race)));
        ResultRow retired = resultRow(QStringLiteral("hamilton"), 2);
        retired.classification = Classification::Retired;
        retired.status = QStringLiteral("Gearbox");
        retired.time = {};
        retired.points = 0;
        MUST(SessionRepository(*store.database)
                 .addRevision({*race,
                               0,
                               utc("2026-06-07T18:00:00Z"),
                               QStringLiteral("jolpica"),
                               {resultRow(QStringLiteral("leclerc"), 1), retired}}));
        MUST(EvaluationRepository(*store.database).add(judged(*race)));
    }

    // Rows as text, cells parted by a bar: what any client would print.
    static QStringList rows(const BareConnection& connection, const QString& sql)
    {
        QSqlQuery query(connection.handle());
        if (!query.exec(sql))
            return {query.lastError().text()};
        QStringList lines;
        while (query.next()) {
            QStringList cells;
            for (int i = 0; i < query.record().count(); ++i)
                cells.append(query.isNull(i) ? QStringLiteral("NULL") : query.value(i).toString());
            lines.append(cells.join(QLatin1Char('|')));
        }
        return lines;
    }

private Q_SLOTS:
    void everyOldColumnIsRead_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("races") << QStringLiteral("id, year, round, name, circuit, event_date")
                               << QStringList{QStringLiteral("1|2026|6|Monaco Grand Prix|monaco|2026-06-07")};
        QTest::newRow("predictions")
            << QStringLiteral(
                   "id, race_id, created_at, freeze_policy, snapshot_ts, session_type, fastf1_version, "
                   "cache_path, confidence_level, confidence_score, feature_coverage, num_imputed, status")
            << QStringList{
                   QStringLiteral("1|1|2026-06-06T17:12:03Z|post_qualifying|2026-06-06T17:12:03Z|Q|"
                                  "parcferme/1.0.0 jolpica|/home/fan/.cache/parcferme|HIGH|0.77|1|0|frozen")};
        QTest::newRow("prediction_entries")
            << QStringLiteral(
                   "id, prediction_id, driver, team, predicted_position, predicted_race_time, gap, "
                   "uncertainty")
            << QStringList{
                   QStringLiteral("1001|1|leclerc|ferrari|1|5400.1|0|0.1"),
                   QStringLiteral("1002|1|hamilton|ferrari|2|5402.516666666667|2.4166666666666665|0.2"),
                   QStringLiteral("1003|1|p\u00e9rez|ferrari|3|5404.933333333333|4.833333333333333|"
                                  "0.30000000000000004")};
        QTest::newRow("race_results")
            << QStringLiteral("id, race_id, driver, team, position, time, status, points")
            << QStringList{QStringLiteral("1|1|leclerc|ferrari|1|5401.125|Finished|25"),
                           QStringLiteral("2|1|hamilton|ferrari|2|NULL|Gearbox|0")};
        QTest::newRow("evaluation_metrics")
            << QStringLiteral("id, race_id, prediction_id, position_mae, time_mae_seconds, winner_correct, "
                              "podium_accuracy, confidence_score, calibration_error")
            << QStringList{QStringLiteral("1|1|1|3.3333333333333335|12.3456789|1|0.6666666666666666|0.77|"
                                          "0.30000000000000004")};
    }

    void everyOldColumnIsRead()
    {
        QFETCH(QString, columns);
        QFETCH(QStringList, expected);
        Store store;
        fill(store);
        const BareConnection tool(store.location);
        QCOMPARE(rows(tool, QStringLiteral("SELECT %1 FROM %2 ORDER BY id")
                                .arg(columns, QString::fromLatin1(QTest::currentDataTag()))),
                 expected);
    }

    // Its typical questions.
    void itsQueriesAnswer()
    {
        Store store;
        fill(store);
        const BareConnection tool(store.location);
        QCOMPARE(rows(tool, QStringLiteral(
                                "SELECT races.name, e.driver, e.predicted_position, r.position, r.points "
                                "FROM races JOIN predictions p ON p.race_id = races.id "
                                "JOIN prediction_entries e ON e.prediction_id = p.id "
                                "LEFT JOIN race_results r ON r.race_id = races.id AND r.driver = e.driver "
                                "WHERE races.year = 2026 AND races.round = 6 AND p.status = 'frozen' "
                                "ORDER BY e.predicted_position")),
                 QStringList({QStringLiteral("Monaco Grand Prix|leclerc|1|1|25"),
                              QStringLiteral("Monaco Grand Prix|hamilton|2|2|0"),
                              QStringLiteral("Monaco Grand Prix|p\u00e9rez|3|NULL|NULL")}));
        QCOMPARE(rows(tool, QStringLiteral("SELECT count(*), sum(winner_correct), avg(time_mae_seconds) "
                                           "FROM evaluation_metrics WHERE race_id IN "
                                           "(SELECT id FROM races WHERE event_date >= '2026-01-01')")),
                 QStringList{QStringLiteral("1|1|12.3456789")});
    }

    // Numbers are numbers, not text that looks like one.
    void numbersHaveNumericTypes()
    {
        Store store;
        fill(store);
        const BareConnection tool(store.location);
        QSqlQuery query(tool.handle());
        QVERIFY(query.exec(
            QStringLiteral("SELECT p.race_id, p.confidence_score, m.winner_correct, r.time "
                           "FROM predictions p JOIN evaluation_metrics m ON m.prediction_id = p.id "
                           "JOIN race_results r ON r.race_id = p.race_id ORDER BY r.position")));
        QVERIFY(query.next());
        // Qt reads a whole number of PostgreSQL as unsigned where it is not negative.
        const int whole = onServer() ? QMetaType::ULongLong : QMetaType::LongLong;
        QCOMPARE(query.value(0).typeId(), whole);
        QCOMPARE(query.value(1).typeId(), int(QMetaType::Double));
        QCOMPARE(query.value(2).typeId(), whole);
        QCOMPARE(query.value(3).typeId(), int(QMetaType::Double));
    }
};

QTEST_GUILESS_MAIN(CompatibilityTest)
#include "CompatibilityTest.moc"

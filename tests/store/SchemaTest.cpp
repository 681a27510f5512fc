#include "StoreFixture.h"

using namespace parcferme;
using namespace parcferme::test;

// The database itself keeps what is promised, whoever writes to it.
class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryContractColumn_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::newRow("races") << QStringLiteral("id year round name circuit event_date start_time "
                                                 "qualifying_time sprint_time laps country source_id "
                                                 "status");
        QTest::newRow("predictions") << QStringLiteral(
            "id race_id created_at freeze_policy snapshot_ts session_type fastf1_version cache_path "
            "confidence_level confidence_score feature_coverage num_imputed status kind model_version "
            "snapshot "
            "previous_hash hash");
        QTest::newRow("prediction_entries")
            << QStringLiteral("id prediction_id driver team predicted_position predicted_race_time gap "
                              "uncertainty gap_low gap_high "
                              "p_win p_podium p_points p_retire position_low position_high");
        QTest::newRow("race_results") << QStringLiteral(
            "id race_id driver team position time status points classified revision fetched_at source");
        QTest::newRow("evaluation_metrics") << QStringLiteral(
            "id race_id prediction_id position_mae time_mae_seconds winner_correct podium_accuracy "
            "confidence_score calibration_error spearman kendall rps winner_log_loss podium_brier "
            "coverage_80 "
            "gap_mae_seconds result_revision created_at");
    }

    void hasEveryContractColumn()
    {
        QFETCH(QString, columns);
        const QString table = QString::fromLatin1(QTest::currentDataTag());
        Store store;
        for (const QString& column : columns.split(QLatin1Char(' ')))
            QVERIFY2(store.value(QStringLiteral("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?"),
                                 {table, column})
                             .toInt() == 1,
                     qPrintable(column));
    }

    void everyTableIsStrict()
    {
        Store store;
        QCOMPARE(store
                     .value(QStringLiteral("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND "
                                           "name NOT LIKE 'sqlite_%' AND NOT strict"))
                     .toInt(),
                 0);
    }

    void ledgerRowsAreNeverChanged_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<QString>("sql");
        const auto add = [](const char* trigger, const char* sql) {
            QTest::newRow(sql) << QString::fromLatin1(trigger) << QString::fromLatin1(sql);
        };
        add("predictions_no_update", "UPDATE predictions SET num_imputed = 3");
        add("predictions_no_delete", "DELETE FROM predictions WHERE id = 1");
        add("predictions_append_only",
            "INSERT OR REPLACE INTO predictions SELECT id, race_id, kind, created_at, freeze_policy, "
            "snapshot_ts, "
            "session_type, fastf1_version, cache_path, confidence_level, 0.1, feature_coverage, num_imputed, "
            "status, "
            "model_version, snapshot, previous_hash, hash FROM predictions WHERE id = 1");
        add("prediction_entries_no_update",
            "UPDATE prediction_entries SET gap = 3 WHERE predicted_position = 2");
        add("prediction_entries_no_delete", "DELETE FROM prediction_entries WHERE predicted_position = 3");
        add("prediction_entries_append_only",
            "INSERT OR REPLACE INTO prediction_entries SELECT id, prediction_id, driver, team, "
            "predicted_position, "
            "predicted_race_time, gap, 99, gap_low, gap_high, p_win, p_podium, p_points, p_retire, "
            "position_low, "
            "position_high FROM prediction_entries WHERE predicted_position = 2");
        add("race_results_no_update", "UPDATE race_results SET points = 3");
        add("race_results_no_delete", "DELETE FROM race_results");
        add("race_results_append_only",
            "INSERT OR REPLACE INTO race_results SELECT id, race_id, driver, team, number, position, "
            "classification, classified, status, laps, time, 1, grid, revision, fetched_at, source "
            "FROM race_results WHERE position = 2");
    }

    void ledgerRowsAreNeverChanged()
    {
        QFETCH(QString, trigger);
        QFETCH(QString, sql);
        Store store;
        fill(store);
        MUST(store.database->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
        const QString all = QStringLiteral(
            "SELECT (SELECT group_concat(num_imputed || confidence_score) FROM predictions) || "
            "(SELECT group_concat(gap || uncertainty) FROM prediction_entries) || "
            "(SELECT group_concat(points) FROM race_results)");
        const QVariant before = store.value(all);
        QVERIFY(!before.isNull());
        auto refused = store.database->run(sql);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("never")) ||
                     refused.error().message.contains(QStringLiteral("already")),
                 qPrintable(refused.error().message));
        QCOMPARE(store.value(all), before);
        // Nothing else refuses it: without the trigger it goes through.
        MUST(store.database->run(QStringLiteral("DROP TRIGGER ") + trigger));
        MUST(store.database->run(sql));
        QVERIFY(store.value(all) != before);
    }

    void nothingIsAddedToWhatIsComplete()
    {
        Store store;
        fill(store);
        SessionRepository sessions(*store.database);
        MUST(sessions.addRevision({1,
                                   0,
                                   time("2026-06-09T10:00:00Z"),
                                   QStringLiteral("jolpica"),
                                   {resultRow(QStringLiteral("leclerc"), 1)}}));
        auto late = store.database->run(QStringLiteral(
            "INSERT INTO race_results (race_id, driver, team, position, classification, classified, "
            "status, points, revision, fetched_at, source) VALUES (1, 'x', 'y', 9, 'retired', 0, '', "
            "0, 1, '2026-06-07T18:00:00Z', 'jolpica')"));
        QVERIFY(!late);
        QVERIFY(late.error().message.contains(QStringLiteral("revision")));
    }

    void badValuesAreRefused_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char* sql : {
                 "UPDATE races SET event_date = '2026-02-30'",
                 "UPDATE races SET event_date = '7 June 2026'",
                 "UPDATE races SET start_time = '2026-06-07 13:00:00'",
                 "UPDATE races SET start_time = '2026-06-08T13:00:00Z'",
                 "UPDATE races SET qualifying_time = '2026-06-06T25:00:00Z'",
                 "UPDATE races SET status = 'postponed'",
                 "UPDATE races SET round = 0",
                 "UPDATE races SET laps = 'many'",
                 "INSERT INTO qualifying_results (race_id, driver, team, position) VALUES (1, 'x', 'y', 0)",
                 "INSERT INTO qualifying_results (race_id, driver, team, position) VALUES (77, 'x', 'y', 1)",
                 "INSERT INTO manual_grids VALUES (1, '', 1, '2026-06-07T10:00:00Z')",
                 "INSERT INTO race_results (race_id, driver, team, position, classification, classified, "
                 "status, "
                 "points, revision, fetched_at, source) VALUES (1, 'x', 'y', 9, 'retired', 1, '', 0, 1, "
                 "'2026-06-07T18:00:00Z', 'jolpica')",
             })
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }

    void badValuesAreRefused()
    {
        QFETCH(QString, sql);
        Store store;
        fill(store);
        QVERIFY(!store.database->run(sql));
    }

private:
    static void fill(Store& store)
    {
        auto race = RaceRepository(*store.database).insert(monaco());
        MUST(race);
        MUST(PredictionRepository(*store.database).append(draft(*race)));
        MUST(SessionRepository(*store.database)
                 .addRevision(
                     {*race,
                      0,
                      time("2026-06-07T18:00:00Z"),
                      QStringLiteral("jolpica"),
                      {resultRow(QStringLiteral("leclerc"), 1), resultRow(QStringLiteral("hamilton"), 2)}}));
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "SchemaTest.moc"

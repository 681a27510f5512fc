#include "StoreFixture.h"

#include "store/EvaluationRepository.h"
#include "store/StampRepository.h"
#include "store/TableDump.h"

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
            "format snapshot "
            "previous_hash hash");
        QTest::newRow("prediction_entries")
            << QStringLiteral("id prediction_id driver team predicted_position predicted_race_time gap "
                              "uncertainty gap_low gap_high "
                              "p_win p_podium p_points p_retire p_lapped position_low position_high");
        QTest::newRow("race_results") << QStringLiteral(
            "id race_id driver team position time status points classified revision fetched_at source");
        QTest::newRow("evaluation_metrics") << QStringLiteral(
            "id race_id prediction_id position_mae time_mae_seconds winner_correct podium_accuracy "
            "confidence_score calibration_error spearman kendall rps winner_log_loss podium_brier "
            "coverage_80 "
            "gap_mae_seconds gap_distance_seconds gap_coverage_80 lapped_brier time_mae_seconds_not_stopped "
            "teammates_log_loss result_revision created_at");
        QTest::newRow("picks") << QStringLiteral(
            "id race_id session player created_at winner_chance format snapshot previous_hash hash kind");
        QTest::newRow("pick_entries") << QStringLiteral("id pick_id driver team position");
        QTest::newRow("pick_drafts") << QStringLiteral(
            "race_id session player places winner_chance saved_at");
        QTest::newRow("ledger_stamps") << QStringLiteral("hash authority token stamped_at");
    }

    void hasEveryContractColumn()
    {
        QFETCH(QString, columns);
        const QString table = QString::fromLatin1(QTest::currentDataTag());
        Store store;
        const auto rows = store.database->run(QStringLiteral("SELECT * FROM ") + table);
        MUST(rows);
        for (const QString& column : columns.split(QLatin1Char(' ')))
            QVERIFY2(rows->columns().contains(column), qPrintable(column));
    }

    void everyTableIsStrict()
    {
        ON_FILES_ONLY();
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
        if (onServer()) {
            // Those of predictions would also take what refers to them, whose own triggers refuse it.
            add("prediction_entries_no_delete", "TRUNCATE prediction_entries");
            add("race_results_no_delete", "TRUNCATE race_results");
            add("ledger_stamps_no_delete", "TRUNCATE ledger_stamps");
            add("race_results_no_update", "INSERT INTO race_results SELECT * FROM race_results WHERE false "
                                          "ON CONFLICT (id) DO UPDATE SET points = 1");
        }
        add("predictions_no_update", "UPDATE predictions SET num_imputed = 3");
        add("predictions_no_delete", "DELETE FROM predictions WHERE id = 1");
        add("evaluation_metrics_no_update", "UPDATE evaluation_metrics SET position_mae = 3");
        add("evaluation_metrics_no_delete", "DELETE FROM evaluation_metrics");
        add("prediction_entries_no_update",
            "UPDATE prediction_entries SET gap = 3 WHERE predicted_position = 2");
        add("prediction_entries_no_delete", "DELETE FROM prediction_entries WHERE predicted_position = 3");
        add("race_results_no_update", "UPDATE race_results SET points = 3");
        add("race_results_no_delete", "DELETE FROM race_results");
        add("ledger_stamps_no_update", "UPDATE ledger_stamps SET stamped_at = '2026-01-01T00:00:00Z'");
        add("ledger_stamps_no_delete", "DELETE FROM ledger_stamps");
        if (onServer())
            return; // INSERT OR REPLACE is SQLite's
        add("predictions_append_only",
            "INSERT OR REPLACE INTO predictions SELECT id, race_id, kind, created_at, freeze_policy, "
            "snapshot_ts, "
            "session_type, fastf1_version, cache_path, confidence_level, 0.1, feature_coverage, num_imputed, "
            "status, "
            "model_version, snapshot, previous_hash, hash, format, session FROM predictions WHERE id = 1");
        add("prediction_entries_append_only",
            "INSERT OR REPLACE INTO prediction_entries SELECT id, prediction_id, driver, team, "
            "predicted_position, "
            "predicted_race_time, gap, 99, gap_low, gap_high, p_win, p_podium, p_points, p_retire, "
            "position_low, "
            "position_high, p_lapped FROM prediction_entries WHERE predicted_position = 2");
        add("ledger_stamps_append_only",
            "INSERT OR REPLACE INTO ledger_stamps SELECT hash, authority, '2026-01-01T00:00:00Z', token "
            "FROM ledger_stamps");
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
        withoutReferences(store);
        const auto before = contents(store);
        auto refused = store.database->run(sql);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("never")) ||
                     refused.error().message.contains(QStringLiteral("already")),
                 qPrintable(refused.error().message));
        QCOMPARE(contents(store), before);
        if (sql.contains(QLatin1StringView("WHERE false")))
            return; // without the trigger it does nothing
        // Nothing else refuses it: without the trigger it goes through.
        const QString table =
            trigger.section(QStringLiteral("_no_"), 0, 0).section(QStringLiteral("_append"), 0, 0);
        MUST(store.database->run(QStringLiteral("DROP TRIGGER ") + trigger +
                                 (onServer() ? QStringLiteral(" ON ") + table : QString())));
        MUST(store.database->run(sql));
        QVERIFY(contents(store) != before);
    }

    void aServersTableIsNeverEmptied()
    {
        if (!onServer())
            QSKIP("of servers");
        Store store;
        fill(store);
        const auto before = contents(store);
        for (const char* table : {"predictions", "races"}) {
            auto refused =
                store.database->run(QStringLiteral("TRUNCATE %1 CASCADE").arg(QLatin1StringView(table)));
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(QStringLiteral("never deleted")),
                     qPrintable(refused.error().message));
        }
        QCOMPARE(contents(store), before);
    }

    // What code does by itself, the database does too: one prediction of a kind per race, one chain.
    void aSecondOneIsRefused_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("why");
        QTest::newRow("same race") << QStringLiteral("2, race_id, kind, hash") << QStringLiteral("already");
        QTest::newRow("fork") << QStringLiteral("2, race_id, 'retrospective', previous_hash")
                              << QStringLiteral("follows");
        QTest::newRow("gap") << QStringLiteral("3, race_id, 'retrospective', hash")
                             << QStringLiteral("follows");
    }

    void aSecondOneIsRefused()
    {
        QFETCH(QString, columns);
        QFETCH(QString, why);
        Store store;
        fill(store);
        auto refused = store.database->run(
            QStringLiteral(
                "INSERT INTO predictions (id, race_id, kind, previous_hash, created_at, freeze_policy, "
                "snapshot_ts, "
                "session_type, fastf1_version, cache_path, confidence_level, confidence_score, "
                "feature_coverage, "
                "num_imputed, status, model_version, snapshot, hash) SELECT %1, created_at, freeze_policy, "
                "snapshot_ts, session_type, fastf1_version, cache_path, confidence_level, confidence_score, "
                "feature_coverage, num_imputed, status, model_version, snapshot, hash FROM predictions")
                .arg(columns));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(why), qPrintable(refused.error().message));
    }

    void nothingIsAddedToWhatIsComplete()
    {
        Store store;
        fill(store);
        SessionRepository sessions(*store.database);
        MUST(sessions.addRevision({1,
                                   0,
                                   utc("2026-06-09T10:00:00Z"),
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
                 "INSERT INTO ledger_stamps (hash, authority, stamped_at, token) SELECT 'A', 'b', "
                 "stamped_at, token FROM ledger_stamps",
                 "INSERT INTO ledger_stamps (hash, authority, stamped_at, token) SELECT hash, 'b', "
                 "'yesterday', token FROM ledger_stamps",
                 "INSERT INTO ledger_stamps (hash, authority, stamped_at, token) SELECT hash, 'b', "
                 "stamped_at, NULL FROM ledger_stamps",
                 "UPDATE races SET event_date = '7 June 2026'",
                 "UPDATE races SET sprint_date = '2026-6-1'",
                 "UPDATE races SET qualifying_time = '2026-06-06T13:00:60Z'",
                 "UPDATE races SET qualifying_time = '2026-06-06T13:00:00Z '",
                 "UPDATE races SET year = 1949",
                 "UPDATE races SET name = NULL",
                 "UPDATE races SET street_circuit = 2",
                 "UPDATE races SET start_time = '2026-06-07 13:00:00'",
                 "UPDATE races SET start_time = '2026-06-08T13:00:00Z'",
                 "UPDATE races SET qualifying_time = '2026-06-06T25:00:00Z'",
                 "UPDATE races SET status = 'postponed'",
                 "UPDATE races SET round = 0",
                 "UPDATE races SET laps = 'many'",
                 "INSERT INTO qualifying_results (race_id, driver, team, position) VALUES (1, 'x', 'y', 0)",
                 "INSERT INTO qualifying_results (race_id, driver, team, position) VALUES (77, 'x', 'y', 1)",
                 // Times are all there or none is.
                 "INSERT INTO prediction_entries (id, prediction_id, driver, team, predicted_position, gap, "
                 "p_win, p_podium, p_points, p_retire, position_low, position_high) VALUES (1009, 1, 'x', "
                 "'y', "
                 "9, 1.5, 0, 0, 0, 0, 9, 9)",
                 "INSERT INTO manual_grids VALUES (1, '', 1, '2026-06-07T10:00:00Z')",
                 "INSERT INTO race_results (race_id, driver, team, position, classification, classified, "
                 "status, "
                 "points, revision, fetched_at, source) VALUES (1, 'x', 'y', 9, 'retired', 1, '', 0, 1, "
                 "'2026-06-07T18:00:00Z', 'jolpica')",
             })
            QTest::newRow(sql) << QString::fromLatin1(sql);
        if (onServer()) // SQLite takes 31 days for any month
            for (const char* sql :
                 {"UPDATE races SET sprint_date = '2100-02-29'",
                  "UPDATE races SET sprint_date = '2026-06-31'", "UPDATE races SET course_km = 'NaN'"})
                QTest::newRow(sql) << QString::fromLatin1(sql);
    }

    void badValuesAreRefused()
    {
        QFETCH(QString, sql);
        Store store;
        fill(store);
        QVERIFY(!store.database->run(sql));
    }

    void leapDaysAreDays()
    {
        Store store;
        fill(store);
        for (const char* date : {"2024-02-29", "2000-02-29", "2026-12-31"})
            MUST(store.database->run(QStringLiteral("UPDATE races SET sprint_date = ?"),
                                     {QString::fromLatin1(date)}));
    }

private:
    static std::vector<QVariantList> contents(Store& store)
    {
        std::vector<QVariantList> rows;
        const auto tables = TableDump(*store.database).all();
        if (tables)
            for (const auto& table : *tables)
                rows.insert(rows.end(), table.rows.begin(), table.rows.end());
        return rows;
    }

    // Else they would refuse some of what the triggers are there for.
    static void withoutReferences(Store& store)
    {
        if (!onServer()) {
            MUST(store.database->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
            return;
        }
        for (const char* table : {"prediction_entries", "evaluation_metrics"})
            MUST(store.database->run(QStringLiteral("ALTER TABLE %1 DROP CONSTRAINT %1_prediction_id_fkey")
                                         .arg(QLatin1StringView(table))));
    }

    static void fill(Store& store)
    {
        auto race = RaceRepository(*store.database).insert(monaco());
        MUST(race);
        MUST(PredictionRepository(*store.database).append(draft(*race)));
        MUST(SessionRepository(*store.database)
                 .addRevision(
                     {*race,
                      0,
                      utc("2026-06-07T18:00:00Z"),
                      QStringLiteral("jolpica"),
                      {resultRow(QStringLiteral("leclerc"), 1), resultRow(QStringLiteral("hamilton"), 2)}}));
        MUST(EvaluationRepository(*store.database).add(judged(*race)));
        MUST(StampRepository(*store.database)
                 .add({QByteArray(64, 'a'), QStringLiteral("An Authority"), utc("2026-06-06T17:13:00Z"),
                       QByteArray("\x30\x00", 2), 0}));
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "SchemaTest.moc"

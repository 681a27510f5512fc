#include "core/Csv.h"
#include "export/CsvWriter.h"
#include "export/MetricsOutput.h"
#include "export/PredictionOutput.h"
#include "export/RaceOutput.h"
#include "export/ReportOutput.h"
#include "export/TextTable.h"
#include "export/TsvText.h"
#include "support/Files.h"
#include "support/ForecastSample.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;

namespace {

Table texts(const QStringList& names)
{
    Table table;
    table.columns = {{QStringLiteral("driver"), QStringLiteral("Driver")},
                     {QStringLiteral("gap"), QStringLiteral("Gap"), Show::Number2, true}};
    for (const QString& name : names)
        table.rows.push_back({name, -1.5});
    return table;
}

void hasKeys(const QJsonObject& object, const char* keys)
{
    for (const QString& key : QString::fromLatin1(keys).split(QLatin1Char(' ')))
        QVERIFY2(object.contains(key), qPrintable(key));
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostileNamesComeBack()
    {
        const QStringList names{QStringLiteral("a,b;c"),          QStringLiteral("say \"hi\""),
                                QStringLiteral("two\nlines"),     QStringLiteral("cr\rlf\r\n"),
                                QStringLiteral("\u202Eevil"),     QStringLiteral("Pérez 周 🏎"),
                                QString(10000, QLatin1Char('x')), QString()};
        const auto table = readCsv(csvText(texts(names)));
        QVERIFY2(table.has_value(), table ? "" : qPrintable(table.error().message));
        QCOMPARE(table->rows.size(), std::size_t(names.size()));
        for (qsizetype i = 0; i < names.size(); ++i)
            QCOMPARE(table->rows[std::size_t(i)][0], names[i]);
    }

    void formulasAreNeutralisedNumbersAreNot()
    {
        const QStringList names{QStringLiteral("=1+1"), QStringLiteral("+1"),    QStringLiteral("-1"),
                                QStringLiteral("@sum"), QStringLiteral("\tcmd"), QStringLiteral("\rcmd")};
        const auto table = readCsv(csvText(texts(names)));
        QVERIFY(table.has_value());
        for (qsizetype i = 0; i < names.size(); ++i) {
            QCOMPARE(table->rows[std::size_t(i)][0], QLatin1Char('\'') + names[i]);
            QCOMPARE(table->rows[std::size_t(i)][1], QStringLiteral("-1.5"));
        }
        QVERIFY(tsvText(texts({QStringLiteral("=1+1")})).contains(QStringLiteral("\n'=1+1\t-1.5\n")));
    }

    void valuesKeepTheirPrecision()
    {
        Table table;
        table.columns = {{QStringLiteral("v"), {}}};
        table.rows = {{0.1 + 0.2},
                      {true},
                      {QVariant()},
                      {std::nan("")},
                      {QDateTime(QDate(2026, 6, 6), QTime(17, 12, 3), QTimeZone::utc())},
                      {qint64(9007199254740993)}};
        const auto csv = readCsv(csvText(table));
        QVERIFY(csv.has_value());
        QCOMPARE(csv->rows[0][0].toDouble(), 0.1 + 0.2);
        QCOMPARE(csv->rows[1][0], QStringLiteral("1"));
        QCOMPARE(csv->rows[2][0], QString());
        QCOMPARE(csv->rows[3][0], QString());
        QCOMPARE(csv->rows[4][0], QStringLiteral("2026-06-06T17:12:03Z"));
        QCOMPARE(csv->rows[5][0], QStringLiteral("9007199254740993"));
    }

    void excelHasMarkAndSemicolon()
    {
        const QByteArray text = csvText(texts({QStringLiteral("a;b")}), CsvFlavour::Excel);
        QVERIFY(text.startsWith("\xEF\xBB\xBF"
                                "driver;gap\r\n"));
        QVERIFY(text.contains("\"a;b\";-1.5\r\n"));
        QVERIFY(csvText(texts({QStringLiteral("a;b")})).contains("a;b,-1.5\r\n"));
        const QByteArray commas = csvText(texts({QStringLiteral("1.5 a;b")}), CsvFlavour::ExcelWithCommas);
        QVERIFY2(commas.contains("\"1.5 a;b\";-1,5\r\n"), commas); // numbers only
    }

    void aFileThatCannotBeWrittenKeepsTheOldOne()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t.csv"));
        QVERIFY(writeCsv(path, texts({QStringLiteral("old")})).has_value());
        const QByteArray before = test::bytesOf(path);
        QVERIFY(!before.isEmpty());

        // A folder in place of the file, and a folder that is not there: refused for every user, root too.
        const QString taken = folder.filePath(QStringLiteral("taken.csv"));
        QVERIFY(QDir().mkdir(taken));
        const Status refused = writeCsv(taken, texts({}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
        QVERIFY(refused.error().message.contains(QStringLiteral("taken.csv")));
        QVERIFY(!writeCsv(folder.filePath(QStringLiteral("no/such/t.csv")), texts({})));

        QVERIFY(!writeFile(QStringLiteral("/dev/full/t.csv"), "x"));
        QCOMPARE(test::bytesOf(path), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // no half-written file is left
    }

    void textTableIsAligned()
    {
        Table table =
            texts({QStringLiteral("周"), QStringLiteral("Péreze\u0301"), QStringLiteral("x\x1b[31m")});
        table.columns.push_back({QStringLiteral("secret"), QStringLiteral("Secret"), Show::Hidden});
        for (QVariantList& row : table.rows)
            row.append(QStringLiteral("hidden"));
        const QStringList lines = textTable(table).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        for (const QString& line : lines)
            QCOMPARE(terminalWidth(line), terminalWidth(lines[0]));
        QVERIFY(!lines[3].contains(QChar(0x1b)));
        QVERIFY(!lines.join(QString()).contains(QStringLiteral("hidden")));
        QVERIFY(lines[1].endsWith(QStringLiteral("-1.50")));
    }

    void predictionShape()
    {
        ForecastView view = sample::forecast(20);
        view.prediction.hash = QByteArray(64, 'a');
        const QJsonObject object = predictionJson(view);
        hasKeys(object,
                "id race_id created_at freeze_policy snapshot_ts session_type fastf1_version cache_path "
                "confidence_level confidence_score feature_coverage num_imputed status kind hash entries "
                "stage warnings");
        QCOMPARE(object[QStringLiteral("status")].toString(), QStringLiteral("frozen"));
        const QJsonArray entries = object[QStringLiteral("entries")].toArray();
        QCOMPARE(entries.size(), 20);
        hasKeys(entries[0].toObject(),
                "driver team predicted_position predicted_race_time gap uncertainty gap_low "
                "gap_high p_win p_podium p_points p_retire");
        const QJsonObject preview = predictionJson(sample::forecast(20, PredictionKind::Preview));
        QVERIFY(preview[QStringLiteral("id")].isNull());
        QVERIFY(preview[QStringLiteral("hash")].isNull());
        QCOMPARE(preview[QStringLiteral("kind")].toString(), QStringLiteral("preview"));
        QCOMPARE(predictionTable(view).rows.size(), std::size_t(20));
        QVERIFY(object[QStringLiteral("weather")].isNull());
        const QDateTime hour(QDate(2026, 8, 23), QTime(13, 0), QTimeZone::utc());
        const Weather told{{1, Session::Race},
                           hour.addDays(-1),
                           QString::fromLatin1(OpenMeteoName),
                           {{hour, 35.0, 0.2, {}, 21.5, 3.0}}};
        const QJsonObject weather = predictionJson(view, told)[QStringLiteral("weather")].toObject();
        QCOMPARE(weather[QStringLiteral("source")].toString(), QStringLiteral("open-meteo"));
        QCOMPARE(weather[QStringLiteral("measured")].toBool(true), false);
        QCOMPARE(weather[QStringLiteral("hours")].toArray().size(), 1);
        QVERIFY(!weather[QStringLiteral("fetched_at")].toString().isEmpty());
    }

    void explainAddsUp()
    {
        const ForecastView view = sample::forecast(20);
        const QJsonObject object = explainJson(view, sample::driverId(2));
        hasKeys(object, "driver team stage strength against_field inputs predicted_position");
        double sum = 0;
        for (const auto& input : object[QStringLiteral("inputs")].toArray()) {
            const QJsonObject line = input.toObject();
            hasKeys(line, "input value mean value_before_sprint weight part");
            const double part = line[QStringLiteral("part")].toDouble();
            QVERIFY(std::abs(line[QStringLiteral("weight")].toDouble() *
                                 (line[QStringLiteral("value")].toDouble() -
                                  line[QStringLiteral("mean")].toDouble()) -
                             part) < 1e-12);
            sum += part;
        }
        QVERIFY(std::abs(sum - object[QStringLiteral("against_field")].toDouble()) < 1e-12);
        QVERIFY(explainJson(view, QStringLiteral("nobody")).isEmpty());
    }

    void resultsShape()
    {
        const QJsonArray rows = resultsJson(sample::result(20));
        QCOMPARE(rows.size(), 20);
        hasKeys(rows[0].toObject(), "driver team position time status points classified laps grid revision");
        QVERIFY(rows[0].toObject()[QStringLiteral("classified")].isBool());
        QVERIFY(rows[15].toObject()[QStringLiteral("time")].isNull()); // lapped
    }

    void metricsShape()
    {
        const QJsonObject object = metricsJson(sample::evaluation());
        hasKeys(object,
                "id race_id prediction_id position_mae time_mae_seconds winner_correct podium_accuracy "
                "confidence_score calibration_error result_revision created_at superseded baselines "
                "position_mae_classified gap_mae_seconds points_overlap spearman kendall winner_log_loss "
                "win_brier podium_brier points_brier rps coverage_50 coverage_80 coverage_90");
        QVERIFY(object[QStringLiteral("winner_correct")].isBool());
        QVERIFY(object[QStringLiteral("kendall")].isNull());
        QCOMPARE(object[QStringLiteral("baselines")][QStringLiteral("grid")][QStringLiteral("position_mae")]
                     .toDouble(),
                 2.6);
    }

    void reportShape()
    {
        const evaluation::Report report = sample::report();
        const QJsonObject object = reportJson(report);
        hasKeys(object, "model baselines seasons races");
        constexpr auto scores =
            "races position_mae position_mae_classified winner_correct podium_accuracy spearman "
            "winner_log_loss podium_brier rps coverage_80 time_mae_seconds gap_mae_seconds";
        hasKeys(object[QStringLiteral("model")].toObject(), scores);
        hasKeys(object[QStringLiteral("baselines")][QStringLiteral("grid")].toObject(), scores);
        const QJsonObject season = object[QStringLiteral("seasons")][0].toObject();
        hasKeys(season, "year model baselines");
        QCOMPARE(season[QStringLiteral("year")].toInt(), 2024);
        hasKeys(object[QStringLiteral("races")][0].toObject(), "year round name order p_win");
        QVERIFY(object[QStringLiteral("differences")][QStringLiteral("grid")][QStringLiteral("position_mae")]
                    .isObject());
        hasKeys(recordJson({report, {}}), "live retrospective");
        QCOMPARE(recordTable({report, {}}).rows.size(), std::size_t(3));
        hasKeys(ledgerJson({}), "ok length replayed not_replayed head problems");
        hasKeys(syncJson({}), "race_id evaluation_id");
        QVERIFY(syncJson({})[QStringLiteral("evaluation_id")].isNull());
        hasKeys(raceJson(RaceOverview()),
                "id year round name circuit event_date start laps country status state");
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "ExportTest.moc"

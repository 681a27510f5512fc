#include "support/ProgramRun.h"
#include "support/ServerThread.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace parcferme;
using test::Ran;

// The command line as a script sees it: exit status, stdout, stderr. Never on the network.
class CommandsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;

    Ran run(const QStringList& arguments, const QMap<QString, QString>& variables = {}) const
    {
        test::World world = test::newUser(home_.path());
        for (auto it = variables.begin(); it != variables.end(); ++it)
            world.environment.insert(it.key(), it.value());
        return test::run(arguments, world);
    }

    Ran run(const char* line) const { return run(QString::fromUtf8(line).split(QLatin1Char(' '))); }

private Q_SLOTS:
    void helpIsWhatOneTriesFirst()
    {
        const Ran all = run("help");
        QCOMPARE(all.status, 0);
        QCOMPARE(all.out, run("--help").out);
        const Ran one = run("help predict");
        QCOMPARE(one.status, 0);
        QCOMPARE(one.out, run("predict --help").out);
        QCOMPARE(run("help nonsense").status, 2);
    }

    void predictionIsFrozenOnce()
    {
        const Ran first = run("predict 2025 dhabi --json");
        QVERIFY2(first.status == 0, first.err.constData());
        const QJsonObject prediction = first.json().object();
        QCOMPARE(prediction.value(QStringLiteral("entries")).toArray().size(), 20);
        QCOMPARE(prediction.value(QStringLiteral("kind")).toString(), QStringLiteral("retrospective"));
        QCOMPARE(prediction.value(QStringLiteral("status")).toString(), QStringLiteral("frozen"));
        const QJsonObject again = run("predict 2025 24 --json").json().object();
        QCOMPARE(again.value(QStringLiteral("id")), prediction.value(QStringLiteral("id")));
        QCOMPARE(again.value(QStringLiteral("hash")), prediction.value(QStringLiteral("hash")));
        QCOMPARE(run("prediction 2025 24 --json").json().object(), again);
    }

    void syncJudgesAgainstTheStoredResult()
    {
        run("predict 2025 24");
        const Ran sync = run("sync 2025 24");
        QCOMPARE(sync.status, 0);
        QVERIFY2(sync.err.contains("could not be reached"), sync.err.constData());
        const QJsonArray metrics = run("metrics 2025 24 --json").json().array();
        QCOMPARE(metrics.size(), 1);
        for (const char* column :
             {"id", "race_id", "prediction_id", "position_mae", "time_mae_seconds", "winner_correct",
              "podium_accuracy", "confidence_score", "calibration_error", "rps", "winner_log_loss",
              "coverage_80", "result_revision", "created_at", "superseded"})
            QVERIFY2(metrics[0].toObject().contains(QLatin1StringView(column)), column);
        const Ran record = run("record --json");
        QCOMPARE(record.json()
                     .object()
                     .value(QStringLiteral("retrospective"))
                     .toObject()
                     .value(QStringLiteral("races"))
                     .toArray()
                     .size(),
                 1);
    }

    // A season sync whose source does not answer says what serves, and fails; with --offline it is no
    // failure.
    void seasonSyncThatFetchedNothingFails()
    {
        for (const char* line : {"sync 2025 --json", "sync 2025 --offline --json"}) {
            const Ran sync = run(line);
            QCOMPARE(sync.status, QByteArray(line).contains("--offline") ? 0 : 1);
            QVERIFY(!sync.json().object().value(QStringLiteral("source_reached")).toBool(true));
            QVERIFY2(sync.err.toLower().contains("what is stored serves"), sync.err.constData());
        }
    }

    void aRefreshThatFetchedNothingDoesNotClaimIt()
    {
        const ServerThread portal([](const LoopbackServer::Asked&) {
            return LoopbackServer::Answer{200, "<!DOCTYPE html><p>Sign in</p>", {}};
        });
        const Ran refresh = run({QStringLiteral("refresh"), QStringLiteral("2025")},
                                {{QStringLiteral("F1_API_URL"), portal.url().toString()}});
        QCOMPARE(refresh.status, 1);
        QVERIFY2(refresh.out.startsWith("2025 as it is stored"), refresh.out.constData());
        QVERIFY2(refresh.err.contains("was not used"), refresh.err.constData());
        QVERIFY2(!refresh.err.contains("reach"), refresh.err.constData());
    }

    // Every column of an export is described, and what an analyst joins is joined.
    void anExportExplainsItself()
    {
        run("predict 2025 24");
        run("sync 2025 24");
        const QTemporaryDir folder;
        const Ran exported = run({QStringLiteral("export"), folder.path(), QStringLiteral("--json")});
        QVERIFY2(exported.status == 0, exported.err.constData());
        const auto linesOf = [&](const char* name) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n')
                                                  : QList<QByteArray>();
        };
        const auto key = linesOf("columns.csv");
        QVERIFY(key.size() > 150);
        for (const QByteArray& line : key)
            QVERIFY2(!line.trimmed().endsWith(','), line.constData());
        QVERIFY(linesOf("joined.csv").size() >= 21);
        QVERIFY(linesOf("joined.csv").front().contains("stage,"));
        const auto scores = linesOf("scores.csv");
        for (const char* forecaster : {",model,", ",grid,", ",qualifying,", ",form,"})
            QVERIFY2(std::ranges::any_of(scores, [&](const auto& row) { return row.contains(forecaster); }),
                     forecaster);
    }

    void recordsAndBacktestsAreTablesToo()
    {
        run("predict 2025 24");
        run("sync 2025 24");
        QVERIFY(
            run("record --table races --csv").out.startsWith("kind,year,round,name,forecaster,starters,"));
        QVERIFY(run("record --table calibration --json").json().array().size() >= 4);
        const QJsonArray stages = run("backtest --from 2025 --to 2025 --table stages --json").json().array();
        QCOMPARE(stages.size(), 3);
        QVERIFY(stages[0].toObject()[QStringLiteral("position_mae")].toDouble() >
                stages[2].toObject()[QStringLiteral("position_mae")].toDouble());
        const Ran wrong = run("record --table nothing");
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.err.contains("calibration"), wrong.err.constData());
    }

    void theNextRaceAlone()
    {
        QCOMPARE(run("races --next --json").json().array().size(), 1);
        QCOMPARE(run("races --next --season 2025").status, 2);
        // The manual's script reads the columns by their place.
        const QList<QByteArray> columns =
            run("races --next --csv").out.split('\n').front().trimmed().split(',');
        QCOMPARE(columns.value(1), "year");
        QCOMPARE(columns.value(2), "round");
        QCOMPARE(columns.value(12), "sprint_state");
    }

    // What was made stays, each as a record of its own; what was there is not made again.
    void aWholeSeasonIsPredictedInRetrospect()
    {
        run("predict 2025 24");
        const Ran ran = run("predict 2025 --json");
        QVERIFY2(ran.status == 0, ran.err.constData());
        const QJsonArray all = ran.json().array();
        QCOMPARE(all.size(), 24);
        QStringList hashes;
        for (const QJsonValue& one : all) {
            const QJsonObject made = one.toObject();
            hashes << made.value(QStringLiteral("hash")).toString();
            QCOMPARE(made.value(QStringLiteral("kind")).toString(), QStringLiteral("retrospective"));
            QCOMPARE(made.value(QStringLiteral("created")).toBool(),
                     made.value(QStringLiteral("round")).toInt() != 24);
        }
        hashes.removeDuplicates();
        QCOMPARE(hashes.size(), 24);
        for (const QJsonValue& one : run("predict 2025 --json").json().array())
            QVERIFY(!one.toObject().value(QStringLiteral("created")).toBool());
        QCOMPARE(run("verify").status, 0);
        for (const char* line :
             {"predict 2025 --preview", "predict 2099", "predict 2025 --as-of 2025-01-01T00:00:00Z"})
            QVERIFY2(run(line).status == 2, line);
    }

    void thePictureSaysWhatItShows()
    {
        run("predict 2025 24");
        run("sync 2025 24");
        const QString file = home_.filePath(QStringLiteral("picture.png"));
        const QString proof = home_.filePath(QStringLiteral("picture-proof.txt"));
        const Ran ran =
            run({QStringLiteral("picture"), QStringLiteral("2025"), QStringLiteral("24"), file,
                 QStringLiteral("--dark"), QStringLiteral("--json"), QStringLiteral("--proof"), proof});
        QVERIFY2(ran.status == 0, ran.err.constData());
        const QJsonObject said = ran.json().object();
        const QString hash = said.value(QStringLiteral("hash")).toString();
        QCOMPARE(hash,
                 run("prediction 2025 24 --json").json().object().value(QStringLiteral("hash")).toString());
        QVERIFY(said.value(QStringLiteral("text")).toString().contains(hash));
        QCOMPARE(said.value(QStringLiteral("moment")).toString(), QStringLiteral("after"));
        QFile picture(file), written(proof);
        QVERIFY(picture.open(QIODevice::ReadOnly) && written.open(QIODevice::ReadOnly));
        QVERIFY(picture.readAll().startsWith("\x89PNG"));
        QVERIFY(written.readAll().contains(hash.toLatin1()));
        QCOMPARE(run("picture 2025 24 picture.gif").status, 2);
        QCOMPARE(run("picture 2025 24 picture.png --of mine --player Nobody").status, 2);
        QStringList order;
        for (const QJsonValue& entry :
             run("prediction 2025 24 --json").json().object().value(QStringLiteral("entries")).toArray())
            order.prepend(entry.toObject().value(QStringLiteral("driver")).toString());
        run({QStringLiteral("pick"), QStringLiteral("2025"), QStringLiteral("24"), order.join(u','),
             QStringLiteral("--lock"), QStringLiteral("--player"), QStringLiteral("Anna")});
        const Ran mine = run({QStringLiteral("picture"), QStringLiteral("2025"), QStringLiteral("24"), file,
                              QStringLiteral("--of"), QStringLiteral("compare"), QStringLiteral("--player"),
                              QStringLiteral("Anna")});
        QVERIFY2(mine.out.contains("Anna, too late"), mine.err + mine.out);
        const Ran sprint = run({QStringLiteral("picture"), QStringLiteral("2024"), QStringLiteral("6"), file,
                                QStringLiteral("--session"), QStringLiteral("sprint")});
        QVERIFY2(sprint.out.contains("Miami Grand Prix, sprint"), sprint.out.constData());
        QCOMPARE(sprint.err, QByteArray("This is of a preview: nothing is frozen of it.\n"));
    }

    void theCalendarOfASeason()
    {
        const QString file = home_.filePath(QStringLiteral("season.ics"));
        const Ran ran =
            run({QStringLiteral("calendar"), QStringLiteral("2025"), file, QStringLiteral("--json")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QCOMPARE(ran.json().object().value(QStringLiteral("races")).toInt(), 24);
        QFile calendar(file);
        QVERIFY(calendar.open(QIODevice::ReadOnly));
        QCOMPARE(calendar.readAll().count("BEGIN:VEVENT"),
                 ran.json().object().value(QStringLiteral("sessions")).toInt());
        QCOMPARE(run("calendar 2025 season.txt").status, 2);
        QCOMPARE(run("calendar 1949 season.ics").status, 2);
    }

    void aSeasonAsOfARound()
    {
        const Ran ran = run("season 2014 --after 10 --json");
        QVERIFY2(ran.status == 0, ran.err.constData());
        const QJsonObject season = ran.json().object();
        QCOMPARE(season.value(QStringLiteral("season")).toInt(), 2014);
        QCOMPARE(season.value(QStringLiteral("simulations")).toInt(), 10000);
        const QJsonObject leader = season.value(QStringLiteral("drivers")).toArray()[0].toObject();
        QCOMPARE(leader.value(QStringLiteral("driver")).toString(), QStringLiteral("rosberg"));
        for (const char* field :
             {"driver", "team", "position", "points", "wins", "podiums", "expected_points", "points_low",
              "points_high", "p_title", "can_win", "needs"})
            QVERIFY2(leader.contains(QLatin1StringView(field)), field);

        const QJsonObject ifSo = run("season 2014 --after 10 --what-if HAM:wins:11 --json")
                                     .json()
                                     .object()
                                     .value(QStringLiteral("what_if"))
                                     .toObject();
        QCOMPARE(ifSo.value(QStringLiteral("driver")).toString(), QStringLiteral("hamilton"));
        QVERIFY(ifSo.value(QStringLiteral("simulations")).toInt() > 200);
        QVERIFY(ifSo.value(QStringLiteral("drivers")).toArray().size() >= 22);
        // As the window exports it.
        const QByteArray csv = run("predict 2025 24 --preview --csv").out;
        QVERIFY2(csv.startsWith("predicted_position,driver,driver_name,code,number,team,team_name,"
                                "predicted_race_time,gap,gap_low,gap_high,uncertainty,p_lapped,p_win,"),
                 csv.left(200));
        QVERIFY(run("season 2014 --teams --csv").out.startsWith("position,team,team_name,points,wins,"));
    }

    void aSeasonThatIsAskedWrongly()
    {
        for (const char* line :
             {"season 1949", "season 2014 --after 40", "season 2014 --after 10 --what-if HAM",
              "season 2014 --after 10 --what-if HAM:loses:11", "season 2014 --after 10 --what-if XXX:wins:11",
              "season 2014 --after 10 --what-if HAM:wins:5"}) {
            const Ran ran = run(line);
            QVERIFY2(ran.status == 2, line);
            QVERIFY2(ran.out.isEmpty() && !ran.err.isEmpty(), line);
        }
    }

    void exportWritesEveryTable()
    {
        const QString folder = home_.filePath(QStringLiteral("export"));
        const Ran ran = run({QStringLiteral("export"), folder, QStringLiteral("--json")});
        QVERIFY2(ran.status == 0, ran.err.constData());
        for (const char* table :
             {"races", "predictions", "prediction_entries", "race_results", "evaluation_metrics"})
            QVERIFY2(QFile::exists(QStringLiteral("%1/%2.csv").arg(folder, QLatin1StringView(table))), table);
        QFile races(folder + QStringLiteral("/races.csv"));
        QVERIFY(races.open(QIODevice::ReadOnly));
        QVERIFY(races.readLine().startsWith("id,year,round,name,circuit,event_date"));
    }

    void theSprintHasAPredictionOfItsOwn()
    {
        const QJsonObject race = run("predict 2026 2 --json").json().object();
        const Ran frozen = run("predict 2026 2 --session sprint --json");
        QVERIFY2(frozen.status == 0, frozen.err.constData());
        const QJsonObject sprint = frozen.json().object();
        QCOMPARE(sprint.value(QStringLiteral("session")).toString(), QStringLiteral("sprint"));
        QCOMPARE(sprint.value(QStringLiteral("session_type")).toString(), QStringLiteral("SQ"));
        QVERIFY(sprint.value(QStringLiteral("id")) != race.value(QStringLiteral("id")));
        const QJsonObject entry = sprint.value(QStringLiteral("entries")).toArray()[1].toObject();
        for (const char* column : {"gap", "predicted_race_time", "p_lapped"})
            QVERIFY(entry.contains(QLatin1StringView(column)) &&
                    entry.value(QLatin1StringView(column)).isNull());
        const QJsonObject second = race.value(QStringLiteral("entries")).toArray()[1].toObject();
        QVERIFY(second.value(QStringLiteral("p_lapped")).isDouble());
        QVERIFY(race.value(QStringLiteral("lap_seconds")).toDouble() > 60);
        QCOMPARE(run("sync 2026 2 --session sprint").status, 0);
        QCOMPARE(run("metrics 2026 2 --session sprint --json").json().array().size(), 1);
        QVERIFY(!run("results 2026 2 --session sprint --json").json().array().isEmpty());
        for (const char* line : {"predict 2026 6 --session sprint", "predict 2026 2 --session qualifying"})
            QVERIFY2(run(line).status != 0, line);
        const Ran explained = run("explain 2026 2 ANT --json");
        QVERIFY2(explained.status == 0, explained.err.constData());
        for (const QJsonValue input : explained.json().object().value(QStringLiteral("inputs")).toArray())
            QCOMPARE(input.toObject().value(QStringLiteral("value_before_sprint")).isDouble(),
                     input.toObject().value(QStringLiteral("input")).toString() ==
                         QLatin1StringView("rating_order"));
    }

    void pairsOfTwoDrivers()
    {
        const Ran all = run("pairs 2025 24 --json");
        QVERIFY2(all.status == 0, all.err.constData());
        QCOMPARE(all.json().object().value(QStringLiteral("pairs")).toArray().size(), 20 * 19);
        const auto ahead = [this](const char* line) {
            return run(line)
                .json()
                .object()[QStringLiteral("pairs")][0][QStringLiteral("p_ahead")]
                .toDouble();
        };
        const double one = ahead("pairs 2025 24 NOR PIA --json");
        QVERIFY(one > 0 && one < 1);
        QVERIFY(std::abs(one + ahead("pairs 2025 24 PIA NOR --json") - 1) < 1e-12);
        for (const char* line : {"pairs 2025 24 NOR", "pairs 2025 24 NOR NOR", "pairs 2025 24 NOR XXX"})
            QCOMPARE(run(line).status, 2);
    }

    // What a tool reads of one way in must be there by the other.
    void metricsHaveEveryColumnOfTheTable()
    {
        run("predict 2025 24");
        run("sync 2025 24");
        const QString folder = home_.filePath(QStringLiteral("columns"));
        QCOMPARE(run({QStringLiteral("export"), folder}).status, 0);
        QFile table(folder + QStringLiteral("/evaluation_metrics.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QJsonObject metrics = run("metrics 2025 24 --json").json().array()[0].toObject();
        for (const QByteArray& column : table.readLine().trimmed().split(','))
            QVERIFY2(metrics.contains(QString::fromLatin1(column)), column.constData());
    }

    void verifyFindsAnIntactLedger()
    {
        run("predict 2025 23");
        const Ran ran = run("verify --json");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.json().object().value(QStringLiteral("ok")).toBool(), true);
    }

    void previewStoresNothing()
    {
        const Ran ran = run("predict 2024 22 --preview --json");
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(ran.json().object().value(QStringLiteral("id")).isNull());
        QCOMPARE(run("prediction 2024 22").status, 1);
        QCOMPARE(run("predict 2024 22 --as-of 2024-11-21T00:00:00Z --json").status, 0);
        QCOMPARE(run("prediction 2024 22").status, 1);
    }

    void explainAddsUp()
    {
        const QJsonObject parts = run("explain 2025 24 norris --json").json().object();
        QVERIFY(!parts.isEmpty());
    }

    void anyNameOfARace_data()
    {
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("R1") << QByteArray("Australian Grand Prix 2025, round 1 ");
        QTest::newRow("Great Britain") << QByteArray("British Grand Prix 2025, round 12 ");
        QTest::newRow("COTA") << QByteArray("United States Grand Prix 2025, round 19 ");
        QTest::newRow("monaco gp") << QByteArray("Monaco Grand Prix 2025, round 8 ");
    }

    void anyNameOfARace()
    {
        QFETCH(QByteArray, title);
        const Ran ran = run({QStringLiteral("results"), QStringLiteral("2025"),
                             QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY2(ran.out.startsWith(title), ran.out.left(200).constData());
    }

    void wrongInput_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("named");
        const auto words = [](const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); };
        const QString none;
        const QString url = QStringLiteral("DATABASE_URL");
        QTest::newRow("no command") << QStringList() << none << none << 2 << QByteArray("predict");
        QTest::newRow("unknown command")
            << words("predikt 2025 1") << none << none << 2 << QByteArray("predikt");
        QTest::newRow("too few words")
            << words("metrics 2025") << none << none << 2 << QByteArray("metrics Y RACE");
        QTest::newRow("unknown race")
            << words("predict 2025 atlantis") << none << none << 2 << QByteArray("atlantis");
        QTest::newRow("ambiguous race")
            << words("predict 2025 Italy") << none << none << 2 << QByteArray("Emilia");
        QTest::newRow("season out of range")
            << words("predict 1066 1") << none << none << 2 << QByteArray("1066");
        QTest::newRow("season without races")
            << words("predict 1960 1") << none << none << 2 << QByteArray("1960");
        QTest::newRow("too early") << words("predict 2003 1") << none << none << 1 << QByteArray("2008");
        QTest::newRow("another command's option")
            << words("races --preview") << none << none << 2 << QByteArray("--preview");
        QTest::newRow("empty span") << words("backtest --from 2025 --to 2022") << none << none << 2
                                    << QByteArray("2025");
        QTest::newRow("stage") << words("backtest --stage podium") << none << none << 2
                               << QByteArray("podium");
        QTest::newRow("database URL") << words("races") << url << QStringLiteral("mysql://x/y") << 2
                                      << QByteArray("DATABASE_URL is wrong: \"mysql://x/y\"");
        QTest::newRow("freeze policy")
            << words("races") << QStringLiteral("PREDICTION_FREEZE_POLICY") << QStringLiteral("never") << 2
            << QByteArray("PREDICTION_FREEZE_POLICY");
        QTest::newRow("freeze lead") << words("races") << QStringLiteral("PREDICTION_FREEZE_TMINUTES")
                                     << QStringLiteral("-5") << 2 << QByteArray("-5");
        QTest::newRow("API address") << words("races") << QStringLiteral("F1_API_URL")
                                     << QStringLiteral("http://example.org") << 2 << QByteArray("F1_API_URL");
        QTest::newRow("unwritable database")
            << words("races") << url << QStringLiteral("sqlite:////proc/nowhere/x.sqlite") << 1
            << QByteArray("/proc/nowhere/x.sqlite");
        QTest::newRow("a folder as database")
            << words("races") << url << QStringLiteral("sqlite:////tmp") << 1 << QByteArray("/tmp");
        QTest::newRow("unknown driver")
            << words("explain 2025 24 fangio") << none << none << 2 << QByteArray("fangio");
        QTest::newRow("nothing stored, no network")
            << words("sync 2026 23") << none << none << 1 << QByteArray("127.0.0.1");
    }

    void wrongInput()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(int, status);
        QFETCH(QByteArray, named);
        QMap<QString, QString> variables;
        if (!variable.isEmpty())
            variables.insert(variable, value);
        const Ran ran = run(words, variables);
        QVERIFY2(ran.status == status, QByteArray::number(ran.status) + ' ' + ran.err);
        QVERIFY2(ran.err.contains(named), ran.err.constData());
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
        if (!words.isEmpty())
            QVERIFY2(ran.err.count('\n') == 1, ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "CommandsTest.moc"

#include "store/StoreFixture.h"
#include "support/Files.h"
#include "support/ProgramRun.h"
#include "support/TestDatabase.h"

#include "store/DatabaseCopy.h"
#include "store/EvaluationRepository.h"
#include "store/GridRepository.h"
#include "store/LedgerCheck.h"
#include "store/TableDump.h"
#include "store/WeatherRepository.h"

#include <QJsonDocument>

using namespace parcferme;
using namespace parcferme::test;

// From a file to the engine under test, and back.
class DatabaseCopyTest : public QObject
{
    Q_OBJECT

private:
    static QString fileEngine() { return QStringLiteral(""); }

    static std::unique_ptr<Database> open(const TestDatabase& place)
    {
        auto database = Database::open(place.location());
        return database ? std::move(*database) : nullptr;
    }

    // Two seasons with results and two revisions, three predictions, of which one is judged.
    static void fill(Database& database)
    {
        RaceRepository races(database);
        SessionRepository sessions(database);
        PredictionRepository predictions(database);
        MUST(races.enrichDrivers({{QStringLiteral("p\u00e9rez"), {}, QStringLiteral("Sergio"), {}, {}, {}}}));
        for (const int year : {2024, 2025, 2026}) {
            const auto race = races.insert(monaco(year));
            MUST(race);
            MUST(predictions.append(draft(*race)));
            MUST(sessions.setQualifying(*race,
                                        {{QStringLiteral("x"), QStringLiteral("y"), 1, 1, 70000, {}, {}}},
                                        utc("2026-05-22T20:00:00Z")));
        }
        for (const int revision : {1, 2})
            MUST(sessions.addRevision({1,
                                       0,
                                       utc("2026-06-07T18:00:00Z"),
                                       QStringLiteral("jolpica"),
                                       {resultRow(QStringLiteral("leclerc"), revision)}}));
        const SessionKey sprint(1, Session::Sprint);
        MUST(sessions.addRevision({sprint,
                                   0,
                                   utc("2026-06-06T12:00:00Z"),
                                   QStringLiteral("jolpica"),
                                   {resultRow(QStringLiteral("leclerc"), 1)}}));
        addSurroundings(database, 1, "2026-06-06T17:00:00Z");
        MUST(EvaluationRepository(database).add(judged(1)));
    }

    // A starting grid and a forecast of the weather.
    static void addSurroundings(Database& database, RaceId race, const char* fetchedAt)
    {
        const auto grid = GridRepository(database).add(
            {race, utc(fetchedAt), QStringLiteral("openf1"), {{QStringLiteral("p\u00e9rez"), 1}}});
        MUST(grid);
        QVERIFY(*grid);
        const auto weather =
            WeatherRepository(database).add({race,
                                             utc(fetchedAt),
                                             QStringLiteral("open-meteo"),
                                             {{utc("2026-06-07T13:00:00Z"), 15.0, 0.1, {}, 22.5, {}}}},
                                            true);
        MUST(weather);
        QVERIFY(*weather);
    }

    static std::vector<QVariantList> rowsOf(Database& database)
    {
        std::vector<QVariantList> rows;
        const auto tables = TableDump(database).all();
        if (tables)
            for (const auto& table : *tables)
                rows.insert(rows.end(), table.rows.begin(), table.rows.end());
        return rows;
    }

private Q_SLOTS:
    void thereAndBackIsTheSame()
    {
        const TestDatabase first(fileEngine());
        const TestDatabase second;
        const TestDatabase third(fileEngine());
        const auto one = open(first);
        const auto two = open(second);
        const auto three = open(third);
        QVERIFY(one && two && three);
        fill(*one);
        const auto head = PredictionRepository(*one).head();
        MUST(head);
        const auto there = DatabaseCopy(*one).to(*two);
        MUST(there);
        QCOMPARE(there->predictions, 3);
        QCOMPARE(there->head, head->hash);
        const auto back = DatabaseCopy(*two).to(*three);
        MUST(back);
        QCOMPARE(back->head, head->hash);
        QCOMPARE(back->rows, there->rows);
        QVERIFY(there->rows > 20);
        QCOMPARE(rowsOf(*three), rowsOf(*one));
        QCOMPARE(LedgerCheck(*two).run().value().head, head->hash);
        // What comes next gets the next ids.
        for (Database* database : {two.get(), three.get()}) {
            QCOMPARE(RaceRepository(*database).insert(monaco(2030)).value(), 4);
            QCOMPARE(PredictionRepository(*database).append(draft(4)).value().id, 4);
            MUST(SessionRepository(*database).addRevision({4,
                                                           0,
                                                           utc("2030-06-07T18:00:00Z"),
                                                           QStringLiteral("jolpica"),
                                                           {resultRow(QStringLiteral("leclerc"), 1)}}));
            MUST(SessionRepository(*database).addRevision({SessionKey(4, Session::Sprint),
                                                           0,
                                                           utc("2030-06-06T18:00:00Z"),
                                                           QStringLiteral("jolpica"),
                                                           {resultRow(QStringLiteral("leclerc"), 1)}}));
            addSurroundings(*database, 4, "2030-06-06T17:00:00Z");
        }
    }

    void aTargetThatHoldsSomethingIsRefused()
    {
        const TestDatabase first(fileEngine());
        const TestDatabase second;
        const auto one = open(first);
        const auto two = open(second);
        fill(*one);
        MUST(RaceRepository(*two).insert(monaco(1999)));
        const auto before = rowsOf(*two);
        const auto refused = DatabaseCopy(*one).to(*two);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Database);
        QVERIFY2(refused.error().message.contains(QStringLiteral("not empty")),
                 qPrintable(refused.error().message));
        QCOMPARE(rowsOf(*two), before);
    }

    void aBrokenChainIsNotCopied()
    {
        const TestDatabase first(fileEngine());
        const TestDatabase second;
        const auto one = open(first);
        const auto two = open(second);
        fill(*one);
        MUST(one->run(QStringLiteral("DROP TRIGGER prediction_entries_no_update")));
        MUST(one->run(QStringLiteral("UPDATE prediction_entries SET gap = 9 WHERE id = 2002")));
        const auto refused = DatabaseCopy(*one).to(*two);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Verification);
        QVERIFY(rowsOf(*two).empty());
    }

    // What cannot be written leaves nothing behind.
    void aCopyThatFailsHalfwayLeavesNothing()
    {
        const TestDatabase first(fileEngine());
        const TestDatabase second;
        const auto one = open(first);
        const auto two = open(second);
        fill(*one);
        MUST(two->run(QStringLiteral("CREATE UNIQUE INDEX in_the_way ON race_results (race_id)")));
        QVERIFY(!DatabaseCopy(*one).to(*two));
        QVERIFY(rowsOf(*two).empty());
        MUST(two->run(QStringLiteral("DROP INDEX in_the_way")));
        MUST(DatabaseCopy(*one).to(*two));
    }

    // The program itself, with all that it ships: the exported tables are the same to the byte.
    void theProgramMovesADatabase()
    {
        const TestDatabase file(fileEngine());
        const TestDatabase there;
        const TestDatabase back(fileEngine());
        for (const char* race : {"1", "2"}) {
            const Ran predicted = cli(
                file.url(), {QStringLiteral("predict"), QStringLiteral("2025"), QString::fromLatin1(race)});
            QVERIFY2(predicted.status == 0, predicted.err.constData());
        }
        QCOMPARE(
            cli(file.url(), {QStringLiteral("sync"), QStringLiteral("2025"), QStringLiteral("1")}).status, 0);
        // A check is noted in the database: before the copy, so that it is in both.
        QCOMPARE(cli(file.url(), {QStringLiteral("verify")}).status, 0);
        const QTemporaryDir folder;
        const std::pair<QString, QString> ways[] = {{file.url(), there.url()}, {there.url(), back.url()}};
        QStringList heads;
        for (const auto& [from, to] : ways) {
            const Ran copied =
                cli(from, {QStringLiteral("copy"), QStringLiteral("--to"), to, QStringLiteral("--json")});
            QVERIFY2(copied.status == 0, copied.err.constData());
            QVERIFY2(!copied.out.contains("fan:"), copied.out.constData());
            heads.append(QJsonDocument::fromJson(copied.out)[QStringLiteral("head")].toString());
        }
        QCOMPARE(heads[0].size(), 64);
        QCOMPARE(heads[0], heads[1]);
        QMap<QString, QByteArray> first;
        for (const QString& url : {file.url(), there.url(), back.url()}) {
            const QString out = folder.filePath(QString::number(first.size()) + QLatin1Char('-') +
                                                QString::number(qHash(url)));
            const Ran exported = cli(url, {QStringLiteral("export"), out});
            QVERIFY2(exported.status == 0, exported.err.constData());
            const auto files = filesIn(out);
            QCOMPARE(files.size(), 22);
            if (first.isEmpty())
                first = files;
            for (auto it = first.begin(); it != first.end(); ++it)
                QVERIFY2(files.value(it.key()) == it.value(), qPrintable(url + QLatin1Char(' ') + it.key()));
        }
        QCOMPARE(cli(there.url(), {QStringLiteral("verify")}).status, 0);
        const Ran again = cli(file.url(), {QStringLiteral("copy"), QStringLiteral("--to"), there.url()});
        QCOMPARE(again.status, 1);
        QVERIFY2(again.err.contains("not empty"), again.err.constData());
        QCOMPARE(cli(file.url(), {QStringLiteral("copy"), QStringLiteral("--to"), file.url()}).status, 2);
        QCOMPARE(cli(file.url(), {QStringLiteral("copy")}).status, 2);
    }
};

QTEST_GUILESS_MAIN(DatabaseCopyTest)
#include "DatabaseCopyTest.moc"

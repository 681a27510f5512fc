#include "StoreFixture.h"

#include "history/HistoryFile.h"
#include "history/HistoryTables.h"

using namespace parcferme;
using namespace parcferme::test;

class HistoryCompilerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInputSameBytes()
    {
        QTemporaryDir folder;
        const QString one = folder.filePath(QStringLiteral("one.sqlite"));
        const QString two = folder.filePath(QStringLiteral("two.sqlite"));
        MUST(history::compile(QStringLiteral(PARCFERME_HISTORY_FOLDER), one));
        MUST(history::compile(QStringLiteral(PARCFERME_HISTORY_FOLDER), two));
        QVERIFY(!bytesOf(one).isEmpty());
        QVERIFY(bytesOf(one) == bytesOf(two));
    }

    void aBrokenTableIsNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        const auto add = [](const char* name, const char* file, const char* from, const char* to,
                            const char* message) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromUtf8(from)
                                << QString::fromUtf8(to) << QString::fromUtf8(message);
        };
        add("bad number", "entries.csv", "2000,1,barrichello,ferrari,4,4,91102",
            "2000,1,barrichello,ferrari,4,4,9l102", "entries.csv:3: q1_ms \"9l102\" is not a whole number.");
        add("negative number", "entries.csv", "2000,1,barrichello,ferrari,4,4,91102",
            "2000,1,barrichello,ferrari,4,4,-1", "entries.csv:3: q1_ms \"-1\" is not a whole number.");
        add("unknown driver", "entries.csv", "2000,1,barrichello,", "2000,1,barricello,",
            "entries.csv:3: driver_id \"barricello\" is not in drivers.csv.");
        add("unknown race", "entries.csv", "2000,1,barrichello,", "2000,99,barrichello,",
            "entries.csv:3: season, round \"2000 99\" is not in races.csv.");
        add("unknown circuit", "races.csv", "Australian Grand Prix,albert_park,2000-03-12",
            "Australian Grand Prix,albert_parc,2000-03-12",
            "races.csv:2: circuit_id \"albert_parc\" is not in circuits.csv.");
        add("missing column", "races.csv", "sprint_date,", "",
            "races.csv: Line 2 has 10 fields, the header has 9.");
        add("other column", "races.csv", "sprint_date,", "sprint,", "races.csv:1: the columns are");
        add("missing field", "teams.csv", "alfa,Alfa Romeo,", "alfa,", "teams.csv: Line 2");
        add("row twice", "drivers.csv", "albers,ALB", "aitken,ALB",
            "drivers.csv:3: driver_id \"aitken\" is there twice.");
        add("position twice", "entries.csv", "4,,2,classified,Finished,58,5653402",
            "4,,1,classified,Finished,58,5653402",
            "entries.csv:3: season, round, finish_position \"2000 1 1\" is there twice.");
        add("bad date", "races.csv", ",2000-03-12,", ",2000-02-30,",
            "races.csv:2: race_start_utc \"2000-02-30\"");
        add("bad colour", "teams.csv", "#c92d4b", "red", "teams.csv:2: colour \"red\" is not a colour");
        add("bad word", "entries.csv", "4,,2,classified,", "4,,2,finished,",
            "entries.csv:3: classification \"finished\"");
        add("half a result", "entries.csv", "58,5653402,6\n", "58,5653402,\n",
            "entries.csv:3: finish_position, classification, points are not");
        add("sprint of nobody", "sprints.csv", "2021,10,max_verstappen,", "2021,10,albon,",
            "sprints.csv:2: season, round, driver_id \"2021 10 albon\" is not in entries.csv.");
        add("sprint place twice", "sprints.csv", "2021,10,hamilton,,1,2,", "2021,10,hamilton,,1,1,",
            "sprints.csv:3: season, round, finish_position \"2021 10 1\" is there twice.");
        add("sprint points missing", "sprints.csv", "17,1538426,3,17", "17,1538426,,17",
            "sprints.csv:2: points is empty.");
        add("empty name", "races.csv", "Australian Grand Prix,albert_park,2000", ",albert_park,2000",
            "races.csv:2: name is empty.");
        add("bad edition", "VERSION", "2026.5", "latest", "VERSION:1: \"latest\" is not an edition");
    }

    void aBrokenTableIsNamedWithItsLine()
    {
        QFETCH(QString, file);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        QTemporaryDir folder;
        for (const QString& name : QDir(QStringLiteral(PARCFERME_HISTORY_FOLDER)).entryList(QDir::Files))
            QVERIFY(QFile::copy(QStringLiteral(PARCFERME_HISTORY_FOLDER) + QLatin1Char('/') + name,
                                folder.filePath(name)));
        QByteArray text = bytesOf(folder.filePath(file));
        const qsizetype found = text.indexOf(from.toUtf8());
        QVERIFY(found >= 0);
        text.replace(found, from.toUtf8().size(), to.toUtf8());
        QFile::remove(folder.filePath(file));
        writeBytes(folder.filePath(file), text);

        const QString output = folder.filePath(QStringLiteral("history.sqlite"));
        const Status status = history::compile(folder.path(), output);
        QVERIFY(!status);
        QVERIFY2(status.error().message.contains(message), qPrintable(status.error().message));
        QVERIFY(!QFile::exists(output));
    }

    void aMissingFileIsNamed()
    {
        QTemporaryDir folder;
        const Status status = history::compile(folder.path(), folder.filePath(QStringLiteral("out")));
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::Io);
        QVERIFY(status.error().message.contains(QStringLiteral("VERSION")));
    }
};

QTEST_GUILESS_MAIN(HistoryCompilerTest)
#include "HistoryCompilerTest.moc"

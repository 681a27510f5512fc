#include "ParserDump.h"
#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageMerge.h"

#include <QFile>
#include <QTest>

using namespace parcferme;

namespace {

QByteArray recorded(const QString& name)
{
    QFile file(QStringLiteral(PARCFERME_TEST_DATA "/jolpica/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename Page, typename Merge>
QByteArray read(Result<Page> page, Merge merge)
{
    if (!page)
        return "error: " + page.error().message.toUtf8();
    const Named named = page->named;
    auto values = merge({std::move(*page)});
    return values ? dump(*values) + dump(named) : "error: " + values.error().message.toUtf8();
}

QByteArray readAny(const QString& name, const QByteArray& answer)
{
    if (name.startsWith(QLatin1StringView("calendar")))
        return read(parseCalendar(answer), mergeCalendarPages);
    if (name.startsWith(QLatin1StringView("qualifying")))
        return read(parseQualifying(answer), mergeQualifyingPages);
    if (name.startsWith(QLatin1StringView("sprint")))
        return read(parseSprints(answer), mergeResultPages);
    return read(parseResults(answer), mergeResultPages);
}

} // namespace

class TestJolpicaParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedAnswers_data();
    void recordedAnswers();
    void brokenFields_data();
    void brokenFields();
    void oddities_data();
    void oddities();
    void notJson_data();
    void notJson();
    void hostileNamesAreKept();
    void unpublishedIsEmpty();
    void everyTruncationIsAnError();
};

void TestJolpicaParser::recordedAnswers_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"calendar-2010", "calendar-2024", "qualifying-2005-usa", "qualifying-2024-sao-paulo",
          "results-2005-usa", "results-2021-belgium", "results-2023-singapore", "results-2024-belgium",
          "results-2024-monaco", "sprint-2024-china"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestJolpicaParser::recordedAnswers()
{
    QFETCH(QString, name);
    const QByteArray expected = recorded(name + QStringLiteral(".expected"));
    QVERIFY(!expected.isEmpty());
    QCOMPARE(readAny(name, recorded(name + QStringLiteral(".json"))), expected);
}

// One text of a good answer replaced: the message must name the field.
void TestJolpicaParser::brokenFields_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* title, const char* name, QByteArray from, QByteArray to,
                        const char* message) {
        QTest::newRow(title) << QString::fromLatin1(name) << std::move(from) << std::move(to)
                             << QString::fromLatin1(message);
    };
    const auto result = [&](const char* title, QByteArray from, QByteArray to, const char* message) {
        row(title, "results-2024-monaco", std::move(from), std::move(to), message);
    };
    const QByteArray leclerc = "\"driverId\": \"leclerc\"";
    result("no MRData", "\"MRData\"", "\"data\"", "MRData is missing");
    result("no table", "\"RaceTable\"", "\"Table\"", "MRData.RaceTable is missing");
    result("races no list", "\"Races\": [", "\"Races\": 3, \"x\": [", "MRData.RaceTable.Races is no list");
    result("race no object", "\"Races\": [", "\"Races\": [7, ", "Races has an element that is no object");
    result("total negative", "\"total\": \"20\"", "\"total\": \"-20\"", "MRData.total is -20");
    result("limit zero", "\"limit\": \"100\"", "\"limit\": \"0\"", "MRData.limit is 0");
    result("limit missing", "\"limit\": \"100\",", "", "MRData.limit is missing");
    result("rows missing", "\"total\": \"20\"", "\"total\": \"21\"", "20 of 21 rows");
    result("list missing", "\"Results\": [", "\"Rows\": [", "Races[0].Results is missing");
    result("season null", "\"season\": \"2024\"", "\"season\": null", "Races[0].season is null");
    result("round no number", "\"round\": \"8\"", "\"round\": \"eight\"",
           "Races[0].round is no number: \"eight\"");
    result("date wrong", "\"date\": \"2024-05-26\"", "\"date\": \"2024-02-30\"", "Races[0].date is no date");
    result("date missing", "\"date\": \"2024-05-26\", ", "", "Races[0].date is missing");
    result("driver id missing", leclerc, "\"x\": 1", "Results[0].Driver.driverId is missing");
    result("driver id is text", leclerc, "\"driverId\": \"a'); DROP TABLE\"", "Driver.driverId is no id");
    result("driver id with control character", leclerc, "\"driverId\": \"le\\u0000clerc\"",
           "control characters");
    result("driver id long", leclerc, "\"driverId\": \"" + QByteArray(65, 'a') + "\"", "65 characters long");
    result("name endless", "\"Charles\"", "\"" + QByteArray(20001, 'x') + "\"",
           "Driver.givenName is 20001 characters");
    result("born wrong", "\"1997-10-16\"", "\"16 October\"", "Driver.dateOfBirth is no date: \"16 October\"");
    result("team missing", "\"constructorId\": \"ferrari\"", "\"x\": 1",
           "Results[0].Constructor.constructorId");
    result("position missing", "\"position\": \"1\",", "", "Results[0].position is missing");
    result("position zero", "\"position\": \"1\",", "\"position\": \"0\",",
           "Results[0].position is 0; 1 to 99");
    result("position twice", "\"position\": \"2\",", "\"position\": \"1\",",
           "two drivers at place 1 of round 8");
    result("place empty", "\"position\": \"20\",", "\"position\": \"30\",", "nobody at place 20");
    result("position text unknown", "\"positionText\": \"1\"", "\"positionText\": \"?\"",
           "positionText is none of");
    result("position text missing", "\"positionText\": \"1\", ", "", "positionText is missing");
    result("points negative", "\"points\": \"25\"", "\"points\": \"-25\"", "Results[0].points is -25");
    result("points infinite", "\"points\": \"25\"", "\"points\": \"inf\"", "Results[0].points is no number");
    result("laps broken", "\"laps\": \"78\"", "\"laps\": \"7.5\"", "laps is 7.5; it must be a whole number");
    result("laps absurd", "\"laps\": \"78\"", "\"laps\": \"7800\"", "laps is 7800");
    result("time negative", "\"8595554\"", "\"-8595554\"", "Results[0].Time.millis is -8595554");
    result("gap negative", "\"+7.152\"", "\"-7.152\"", "Results[1].Time.time is negative");
    result("time null", "\"millis\": \"8595554\"", "\"millis\": null", "Results[0].Time.millis is null");
    row("lap negative", "qualifying-2024-sao-paulo",
        "\"Q1\": \"1:", "\"Q1\": \"-1:", "QualifyingResults[0].Q1");
    row("lap absurd", "qualifying-2024-sao-paulo",
        "\"Q1\": \"1:", "\"Q1\": \"99:", "Q1 is no lap time: \"99:");
    row("start wrong", "calendar-2024", "\"13:00:00Z\"", "\"25:00:00Z\"", "Races[1].time is no time of day");
    row("qualifying date", "calendar-2024", "\"Qualifying\": {\"date\": \"2024-05-25\"",
        "\"Qualifying\": {\"date\": \"soon\"", "Races[1].Qualifying.date");
    row("latitude", "calendar-2024", "\"43.7347\"", "\"143\"", "Circuit.Location.lat is 143; -90 to 90");
    row("no circuit", "calendar-2024", "\"Circuit\"", "\"Course\"", "Races[0].Circuit is missing");
    row("sprint points", "sprint-2024-china", "\"points\": \"8\"", "\"points\": []",
        "Races[0].SprintResults[0].points");
}

void TestJolpicaParser::brokenFields()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, message);
    QByteArray answer = recorded(name + QStringLiteral(".json"));
    const qsizetype at = answer.indexOf(from);
    QVERIFY(at >= 0);
    answer.replace(at, from.size(), to);
    const QByteArray read = readAny(name, answer);
    QVERIFY2(read.startsWith("error: ") && read.contains(message.toUtf8()), read.left(300));
}

// Replacements that the real API is known to make, and the line that must come out.
void TestJolpicaParser::oddities_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* title, const char* name, QByteArray from, QByteArray to,
                        QByteArray line) {
        QTest::newRow(title) << QString::fromLatin1(name) << std::move(from) << std::move(to)
                             << std::move(line);
    };
    const char* monaco = "results-2024-monaco";
    row("unknown status", monaco, "\"status\": \"Finished\"", "\"status\": \"Abducted\"",
        "1 | leclerc | ferrari | 16 | classified | Abducted | 78 | 8595.554 | 25 | 1\n");
    row("stopped but classified", monaco, "\"status\": \"Finished\"", "\"status\": \"Retired\"",
        "1 | leclerc | ferrari | 16 | classified | Retired | 78 | 8595.554 | 25 | 1\n");
    row("status missing", monaco, ", \"status\": \"Finished\"", "",
        "1 | leclerc | ferrari | 16 | classified |  | 78 | 8595.554 | 25 | 1\n");
    row("number missing", monaco, "{\"number\": \"16\", ", "{",
        "1 | leclerc | ferrari | - | classified | Finished | 78 | 8595.554 | 25 | 1\n");
    row("numbers as numbers", monaco, "\"points\": \"25\"", "\"points\": 25.0",
        "1 | leclerc | ferrari | 16 | classified | Finished | 78 | 8595.554 | 25 | 1\n");
    row("unknown field", monaco, "{\"number\": \"16\", ", "{\"mood\": {\"good\": null}, \"number\": \"16\", ",
        "1 | leclerc | ferrari | 16 | classified | Finished | 78 | 8595.554 | 25 | 1\n");
    row("winner without millis", monaco, "\"millis\": \"8595554\", ", "",
        "1 | leclerc | ferrari | 16 | classified | Finished | 78 | 8595.554 | 25 | 1\n");
    row("total from the gap", monaco, "\"millis\": \"8602706\", ", "",
        "2 | piastri | mclaren | 81 | classified | Finished | 78 | 8602.706 | 18 | 2\n");
    row("winner's seconds cut off", monaco, "{\"millis\": \"8595554\", \"time\": \"2:23:15.554\"}",
        "{\"time\": \"2:23\"}", "1 | leclerc | ferrari | 16 | classified | Finished | 78 | - | 25 | 1\n");
    row("time empty", monaco, "\"time\": \"2:23:15.554\"", "\"time\": \"\"",
        "1 | leclerc | ferrari | 16 | classified | Finished | 78 | 8595.554 | 25 | 1\n");
    row("time of a lapped car", monaco, "\"laps\": \"77\", \"status\": \"Lapped\"",
        "\"laps\": \"77\", \"status\": \"Lapped\", \"Time\": {\"millis\": \"8600000\", \"time\": \"+4.446\"}",
        "8 | tsunoda | rb | 22 | classified | Lapped | 77 | - | 4 | 8\n");
    row("too few laps", monaco, "\"positionText\": \"16\", ", "\"positionText\": \"R\", ",
        " | not_classified | Lapped | ");
    row("Q1 empty", "qualifying-2024-sao-paulo", "\"Q1\": \"", "\"Q1\": \"\", \"was\": \"", " | - | ");
    row("direction override", monaco, "\"Charles\"", "\"\\u202eCharles\"",
        "leclerc | LEC | Charles | Leclerc | ");
    row("quotes and SQL are only text", monaco, "\"Charles\"", "\"Robert'); DROP TABLE drivers;--\"",
        "leclerc | LEC | Robert'); DROP TABLE drivers;-- | Leclerc | ");
    row("born missing", monaco, "\"dateOfBirth\": \"1997-10-16\", ", "",
        "Charles | Leclerc | - | Monegasque\n");
    row("sprint without a time", "calendar-2024",
        "\"Sprint\": {\"date\": \"2024-04-20\", \"time\": \"03:00:00Z\"}",
        "\"Sprint\": {\"date\": \"2024-04-20\"}",
        "2024-04-20T07:00:00Z | - | 2024-04-20 | Shanghai | China\n");
    row("start without a time", "calendar-2024", ", \"time\": \"13:00:00Z\", \"First",
        ", \"time\": \"\", \"First", "2024 | 8 | Monaco Grand Prix | monaco | 2024-05-26 | -\n");
}

void TestJolpicaParser::oddities()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, line);
    QByteArray answer = recorded(name + QStringLiteral(".json"));
    const qsizetype at = answer.indexOf(from);
    QVERIFY(at >= 0);
    answer.replace(at, from.size(), to);
    const QByteArray read = readAny(name, answer);
    QVERIFY2(read.contains(line), read.left(600));
}

void TestJolpicaParser::notJson_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Welcome</body></html>");
    QTest::newRow("list") << QByteArray("[1, 2]");
    QTest::newRow("bad UTF-8") << QByteArray("{\"MRData\": \"\xff\xfe\xc3(\"}");
    QTest::newRow("rubbish") << QByteArray("{\"MRData\": {\0,,]}", 17);
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void TestJolpicaParser::notJson()
{
    QFETCH(QByteArray, answer);
    const auto page = parseResults(answer);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Network);
    QVERIFY(!page.error().message.isEmpty());
}

// Whatever stands in a name is the source's business: it is stored, with what could move a cursor taken out.
void TestJolpicaParser::hostileNamesAreKept()
{
    const QByteArray plain = recorded(QStringLiteral("results-2024-monaco.json"));
    const QByteArray longName(10000, 'x');
    const std::pair<QByteArray, QString> names[] = {
        {R"(Robert'); DROP TABLE drivers;--)", QStringLiteral("Robert'); DROP TABLE drivers;--")},
        {R"(<b>\"Charles\"</b> & co)", QStringLiteral("<b>\"Charles\"</b> & co")},
        {R"(=1+1)", QStringLiteral("=1+1")},
        {R"(Cha\nr\u0007les)", QStringLiteral("Cha r les")},
        {R"(Cha\u202erles)", QStringLiteral("Charles")},
        {" ", QString()},
        {longName, QString::fromLatin1(longName)},
    };
    for (const auto& [sent, kept] : names) {
        QByteArray answer = plain;
        const auto page = parseResults(answer.replace("\"Charles\"", '"' + sent + '"'));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->named.drivers.front().givenName, kept);
    }
}

void TestJolpicaParser::unpublishedIsEmpty()
{
    const QByteArray answer = R"({"MRData": {"limit": "100", "offset": "0", "total": "0", "RaceTable":
                                 {"season": "2026", "Races": []}}})";
    auto page = parseResults(answer);
    QVERIFY(page);
    const auto results = mergeResultPages({std::move(*page)});
    QVERIFY(results);
    QVERIFY(results->empty());
}

void TestJolpicaParser::everyTruncationIsAnError()
{
    const QByteArray answer = recorded(QStringLiteral("calendar-2010.json")).trimmed();
    for (qsizetype length = 0; length < answer.size(); ++length)
        QVERIFY(!parseCalendar(answer.left(length)));
}

QTEST_GUILESS_MAIN(TestJolpicaParser)
#include "TestJolpicaParser.moc"

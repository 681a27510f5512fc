#include "source/jolpica/JolpicaParser.h"
#include "ParserDump.h"
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
    const DriversAndTeams named = page->named;
    const auto merged = merge({std::move(*page)});
    return dump(merged.races) + dump(named) + dump(merged.odd);
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

class JolpicaParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedAnswers_data();
    void recordedAnswers();
    void brokenFrames_data();
    void brokenFrames();
    void oddities_data();
    void oddities();
    void notJson_data();
    void notJson();
    void hostileNamesAreKept();
    void unpublishedIsEmpty();
    void everyTruncationIsAnError();
};

void JolpicaParserTest::recordedAnswers_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"calendar-2010", "calendar-2024", "qualifying-2005-usa", "qualifying-2024-sao-paulo",
          "results-2005-usa", "results-2021-belgium", "results-2023-singapore", "results-2024-belgium",
          "results-2024-monaco", "sprint-2024-china"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void JolpicaParserTest::recordedAnswers()
{
    QFETCH(QString, name);
    const QByteArray expected = recorded(name + QStringLiteral(".expected"));
    QVERIFY(!expected.isEmpty());
    QCOMPARE(readAny(name, recorded(name + QStringLiteral(".json"))), expected);
}

// The frame around the races: without it nothing can be used. The message names the field.
void JolpicaParserTest::brokenFrames_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* title, QByteArray from, QByteArray to, const char* message) {
        QTest::newRow(title) << std::move(from) << std::move(to) << QString::fromLatin1(message);
    };
    row("no MRData", "\"MRData\"", "\"data\"", "MRData is missing");
    row("no table", "\"RaceTable\"", "\"Table\"", "MRData.RaceTable is missing");
    row("races no list", "\"Races\": [", "\"Races\": 3, \"x\": [", "MRData.RaceTable.Races is no list");
    row("races null", "\"Races\": [", "\"Races\": null, \"x\": [", "MRData.RaceTable.Races is missing");
    row("total negative", "\"total\": \"20\"", "\"total\": \"-20\"", "MRData.total is -20");
    row("total null", "\"total\": \"20\"", "\"total\": null", "MRData.total is null");
    row("limit zero", "\"limit\": \"100\"", "\"limit\": \"0\"", "MRData.limit is 0");
    row("limit missing", "\"limit\": \"100\",", "", "MRData.limit is missing");
    row("no race", "\"Races\": [", "\"Races\": [], \"x\": [", "MRData.total is 20, but the page is empty");
}

void JolpicaParserTest::brokenFrames()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, message);
    QByteArray answer = recorded(QStringLiteral("results-2024-monaco.json"));
    const qsizetype at = answer.indexOf(from);
    QVERIFY(at >= 0);
    answer.replace(at, from.size(), to);
    const auto page = parseResults(answer);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Data);
    QVERIFY2(page.error().message.contains(message), qPrintable(page.error().message));
}

// Replacements that the real API is known to make, and the line that must come out.
void JolpicaParserTest::oddities_data()
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

void JolpicaParserTest::oddities()
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

void JolpicaParserTest::notJson_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Welcome</body></html>");
    QTest::newRow("list") << QByteArray("[1, 2]");
    QTest::newRow("bad UTF-8") << QByteArray("{\"MRData\": \"\xff\xfe\xc3(\"}");
    QTest::newRow("rubbish") << QByteArray("{\"MRData\": {\0,,]}", 17);
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void JolpicaParserTest::notJson()
{
    QFETCH(QByteArray, answer);
    const auto page = parseResults(answer);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Data);
    QVERIFY(!page.error().message.isEmpty());
}

// Whatever stands in a name is the source's business: it is stored, with what could move a cursor taken out.
void JolpicaParserTest::hostileNamesAreKept()
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

void JolpicaParserTest::unpublishedIsEmpty()
{
    const QByteArray answer = R"({"MRData": {"limit": "100", "offset": "0", "total": "0", "RaceTable":
                                 {"season": "2026", "Races": []}}})";
    auto page = parseResults(answer);
    QVERIFY(page);
    const auto results = mergeResultPages({std::move(*page)});
    QVERIFY(results.races.empty());
    QVERIFY(results.odd.whole());
}

void JolpicaParserTest::everyTruncationIsAnError()
{
    const QByteArray answer = recorded(QStringLiteral("calendar-2010.json")).trimmed();
    for (qsizetype length = 0; length < answer.size(); ++length)
        QVERIFY(!parseCalendar(answer.left(length)));
}

QTEST_GUILESS_MAIN(JolpicaParserTest)
#include "JolpicaParserTest.moc"

#include "ParserDump.h"
#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageMerge.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace parcferme;

namespace {

QJsonObject recorded(const char* name)
{
    QFile file(QStringLiteral(PARCFERME_TEST_DATA "/jolpica/%1.json").arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// The value at a path such as "Results.3.Driver.code" replaced; an undefined value takes it out.
QJsonValue with(const QJsonValue& node, const QStringList& path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    if (node.isArray()) {
        QJsonArray array = node.toArray();
        const qsizetype index = path[0].toInt();
        array[index] = with(array.at(index), path.mid(1), value);
        return array;
    }
    QJsonObject object = node.toObject();
    const QJsonValue inner = with(object.value(path[0]), path.mid(1), value);
    if (inner.isUndefined())
        object.remove(path[0]);
    else
        object.insert(path[0], inner);
    return object;
}

QJsonValue at(const QJsonValue& node, const QStringList& path)
{
    if (path.isEmpty())
        return node;
    return at(node.isArray() ? node.toArray().at(path[0].toInt()) : node.toObject().value(path[0]),
              path.mid(1));
}

// An answer of the races of several recorded ones.
QJsonObject answerOf(const QJsonArray& races, int total)
{
    return {{QStringLiteral("MRData"),
             QJsonObject{{QStringLiteral("limit"), QStringLiteral("100")},
                         {QStringLiteral("offset"), QStringLiteral("0")},
                         {QStringLiteral("total"), QString::number(total)},
                         {QStringLiteral("RaceTable"), QJsonObject{{QStringLiteral("Races"), races}}}}}};
}

QJsonArray racesOf(const QJsonObject& answer)
{
    return at(answer, {QStringLiteral("MRData"), QStringLiteral("RaceTable"), QStringLiteral("Races")})
        .toArray();
}

// What came of an answer: the races as text, and what was odd.
struct Read
{
    QByteArray races;
    Oddities odd;

    QString notes() const { return odd.notes.join(QLatin1Char('\n')); }
};

template <typename Page, typename Merge>
Read readPage(Result<Page> page, Merge merge)
{
    if (!page)
        return {"error: " + page.error().message.toUtf8(), {}};
    const Named named = page->named;
    const auto merged = merge({std::move(*page)});
    return {dump(merged.races) + dump(named), merged.odd};
}

enum Kind { Calendar, Qualifying, Sprint, RaceResult };

// The races of a kind that the tests bend: the list's name, and a document with two of them.
struct Document
{
    Kind kind;
    QString list; // empty: the calendar has none
    QJsonArray races;

    int total() const
    {
        int rows = 0;
        for (const QJsonValue& race : races)
            rows += list.isEmpty() ? 1 : static_cast<int>(race.toObject().value(list).toArray().size());
        return rows;
    }

    Read read() const { return readRaces(races, total()); }
    Read readWith(const QString& path, const QJsonValue& value) const
    {
        return readRaces(with(races, path.split(QLatin1Char('.')), value).toArray(), total());
    }

private:
    Read readRaces(const QJsonArray& all, int rows) const
    {
        const QByteArray answer = QJsonDocument(answerOf(all, rows)).toJson();
        switch (kind) {
        case Calendar:
            return readPage(parseCalendar(answer), mergeCalendarPages);
        case Qualifying:
            return readPage(parseQualifying(answer), mergeQualifyingPages);
        case Sprint:
            return readPage(parseSprints(answer), mergeResultPages);
        case RaceResult:
            break;
        }
        return readPage(parseResults(answer), mergeResultPages);
    }
};

Document document(Kind kind)
{
    Document made{kind, {}, {}};
    switch (kind) {
    case Calendar:
        made.races = racesOf(recorded("calendar-2024"));
        break;
    case Qualifying:
        made.list = QStringLiteral("QualifyingResults");
        made.races = {racesOf(recorded("qualifying-2024-sao-paulo"))[0],
                      racesOf(recorded("qualifying-2005-usa"))[0]};
        break;
    case Sprint: {
        made.list = QStringLiteral("SprintResults");
        const QJsonValue china = racesOf(recorded("sprint-2024-china"))[0];
        made.races = {china, with(china, {QStringLiteral("round")}, QStringLiteral("6"))};
        break;
    }
    case RaceResult:
        made.list = QStringLiteral("Results");
        made.races = {racesOf(recorded("results-2024-monaco"))[0],
                      racesOf(recorded("results-2024-belgium"))[0]};
        break;
    }
    return made;
}

const char* nameOf(Kind kind)
{
    constexpr const char* names[] = {"calendar", "qualifying", "sprint", "race"};
    return names[kind];
}

QJsonValue json(const char* text)
{
    return QJsonDocument::fromJson('[' + QByteArray(text) + ']').array().at(0);
}

} // namespace

class TestOddAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrnamentCostsItself_data();
    void anOrnamentCostsItself();
    void whatJudgingNeedsCostsItsRace_data();
    void whatJudgingNeedsCostsItsRace();
    void aQualifyingLosesOnlyTheRow_data();
    void aQualifyingLosesOnlyTheRow();
    void aPlaceIsToldFromTheRowsAround_data();
    void aPlaceIsToldFromTheRowsAround();
    void classificationFromTheStatus_data();
    void classificationFromTheStatus();
    void disqualifiedAtPlaceOne_data();
    void disqualifiedAtPlaceOne();
    void sharedPlaceInQualifying();
    void impossibleTimes_data();
    void impossibleTimes();
    void pointsThatAreNotSaid();
    void likeNotesAreOne();
};

// Whatever stands in an ornament that cannot be read: all comes out as if the field were not there, and the
// note names it (null and "" need none).
void TestOddAnswers::anOrnamentCostsItself_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto rows = [](Kind kind, std::initializer_list<const char*> paths,
                         std::initializer_list<const char*> values) {
        for (const char* path : paths)
            for (const char* value : values)
                QTest::addRow("%s %s %s", nameOf(kind), path, value)
                    << int(kind)
                    << QString::fromLatin1(path).replace(QStringLiteral("ROW"),
                                                         document(kind).list + QStringLiteral(".2"))
                    << json(value);
    };
    for (const Kind kind : {Qualifying, Sprint, RaceResult}) {
        rows(kind,
             {"0.ROW.Driver.code", "1.ROW.Driver.givenName", "0.ROW.Driver.familyName",
              "0.ROW.Driver.nationality", "0.ROW.Constructor.name", "1.ROW.Constructor.nationality"},
             {"null", "\"\"", "44", "true", "[1]", "{\"x\": 1}"});
        rows(kind, {"0.ROW.Driver.code"}, {"\"VERSTAPPEN\"", "\"A\\u0007B\""});
        rows(kind, {"1.ROW.Driver.dateOfBirth"},
             {"null", "\"\"", "\"16 October\"", "\"2024-02-30\"", "19971016", "[]", "\"0001-01-01\""});
        rows(kind, {"0.ROW.number"}, {"null", "\"\"", "\"one\"", "\"-1\"", "\"1000\"", "7.5", "[]"});
        rows(kind, {"0.time"}, {"null", "\"\"", "\"25:00:00Z\"", "\"noon\"", "13"});
    }
    rows(Qualifying, {"0.ROW.Q1", "0.ROW.Q2", "0.ROW.Q3"},
         {"null", "\"\"", "\"DNF\"", "\"DNS\"", "\"-1:20.000\"", "\"99:00.000\"", "\"1:20\"", "80", "{}"});
    for (const Kind kind : {Sprint, RaceResult}) {
        rows(kind, {"0.ROW.grid", "0.ROW.laps"},
             {"null", "\"\"", "\"pit\"", "\"-1\"", "\"7.5\"", "\"1000\"", "[]", "false"});
        rows(kind, {"0.ROW.status"}, {"null", "\"\"", "3", "[\"Finished\"]"});
        rows(kind, {"0.ROW.points"}, {"null", "\"\"", "\"inf\"", "\"-25\"", "\"many\"", "[]", "1e9"});
        rows(kind, {"0.ROW.Time"}, {"null", "\"1:20.000\"", "5", "[]"});
        rows(kind, {"0.ROW.Time.millis", "0.%1.0.Time.millis"},
             {"null", "\"-8595554\"", "\"0\"", "\"x\"", "1e12", "7.5"});
        rows(kind, {"0.ROW.Time.time"}, {"null", "\"\"", "\"+-1:38:49.328\"", "\"-7.152\"", "\"soon\"", "5"});
    }
    rows(Calendar, {"1.time", "1.Qualifying.time", "1.Qualifying.date", "0.Sprint.time", "0.Sprint.date"},
         {"null", "\"\"", "\"soon\"", "\"25:00:00Z\"", "7", "[]"});
    rows(Calendar, {"1.Qualifying", "0.Sprint", "1.Circuit.Location"},
         {"null", "\"\"", "\"Monaco\"", "[]", "5"});
    rows(Calendar,
         {"1.raceName", "1.Circuit.circuitName", "1.Circuit.Location.locality", "1.Circuit.Location.country"},
         {"null", "\"\"", "5", "[]", "{}"});
    rows(Calendar, {"1.Circuit.Location.lat", "1.Circuit.Location.long"},
         {"null", "\"\"", "\"143.5.1\"", "\"1000\"", "\"north\"", "[]", "true"});
}

void TestOddAnswers::anOrnamentCostsItself()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const Document bent = document(static_cast<Kind>(kind));
    path.replace(QStringLiteral("%1"), bent.list);
    const Read absent = bent.readWith(path, QJsonValue::Undefined);
    const Read odd = bent.readWith(path, value);
    QVERIFY2(!absent.races.startsWith("error"), absent.races.constData());
    QCOMPARE(odd.races, absent.races);
    QVERIFY(odd.odd.whole());
    const bool means = !value.isNull() && value != QJsonValue(QString());
    QCOMPARE(odd.odd.notes.size() - absent.odd.notes.size(), means ? 1 : 0);
    if (means)
        QVERIFY2(odd.notes().contains(path.section(QLatin1Char('.'), -1)), qPrintable(odd.notes()));
}

// Without id, place, classification or date the race is refused, with the reason; the other race comes out as
// if it had been alone.
void TestOddAnswers::whatJudgingNeedsCostsItsRace_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](Kind kind, const char* path, const char* value, const char* words) {
        QTest::addRow("%s %s %s", nameOf(kind), path, value)
            << int(kind) << QString::fromLatin1(path).replace(QStringLiteral("%1"), document(kind).list)
            << json(value) << QString::fromLatin1(words);
    };
    for (const Kind kind : {Calendar, Qualifying, Sprint, RaceResult}) {
        row(kind, "0.season", "null", "season is null");
        row(kind, "0.round", "\"eight\"", "round is no number: \"eight\"");
        row(kind, "0.round", "\"\"", "round is empty");
        row(kind, "0.Circuit", "null", "Circuit is missing");
        row(kind, "0.Circuit.circuitId", "null", "circuitId is null");
        row(kind, "0.date", "null", "date is missing");
        row(kind, "0.date", "\"2024-02-30\"", "date is no date");
        row(kind, "0", "7", "an element that is no object");
    }
    for (const Kind kind : {Sprint, RaceResult}) {
        row(kind, "0.%1", "null", "Results is missing");
        row(kind, "0.%1", "{}", "Results is no list");
        row(kind, "0.%1.3", "null", "an element that is no object");
        row(kind, "0.%1.3.Driver", "null", "Driver is missing");
        row(kind, "0.%1.3.Driver.driverId", "null", "driverId is null");
        row(kind, "0.%1.3.Driver.driverId", "\"\"", "driverId is empty");
        row(kind, "0.%1.3.Driver.driverId", "\"a'); DROP TABLE\"", "driverId is no id");
        row(kind, "0.%1.3.Driver.driverId", "\"le\\u0000clerc\"", "control characters");
        row(kind, "0.%1.3.Constructor", "null", "Constructor is missing");
        row(kind, "0.%1.3.Constructor.constructorId", "5", "constructorId is no text");
        row(kind, "0.%1.3.position", "\"30\"", "nobody at place 4");
        row(kind, "0.%1.17.positionText", "\"?\"", "positionText is none of");
        row(kind, "0.%1.17.positionText", "null", "positionText is missing");
    }
}

void TestOddAnswers::whatJudgingNeedsCostsItsRace()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, words);
    Document bent = document(static_cast<Kind>(kind));
    if (path.endsWith(QLatin1StringView("positionText"))) // so that the status leaves it open
        bent.races = with(bent.races, (path.chopped(12) + QStringLiteral("status")).split(QLatin1Char('.')),
                          QStringLiteral("Retired"))
                         .toArray();
    const Read odd = bent.readWith(path, value);
    QCOMPARE(odd.odd.refused.size(), std::size_t(1));
    QVERIFY2(odd.odd.refused[0].why.contains(words), qPrintable(odd.odd.refused[0].why));
    Document rest = bent;
    rest.races.removeFirst();
    const QByteArray alone = rest.read().races;
    for (const QByteArray& line : alone.split('\n'))
        QVERIFY2(odd.races.contains(line), line.constData());
    const auto head = [](const QJsonValue& race) {
        const QJsonObject object = race.toObject();
        return QStringLiteral("%1 | %2 | ")
            .arg(object.value(QStringLiteral("season")).toString(),
                 object.value(QStringLiteral("round")).toString())
            .toUtf8();
    };
    QVERIFY(bent.read().races.contains(head(bent.races[0])));
    QVERIFY(!odd.races.contains(head(bent.races[0])));
}

void TestOddAnswers::aQualifyingLosesOnlyTheRow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* path, const char* value) {
        QTest::addRow("%s %s", path, value) << QString::fromLatin1(path) << json(value);
    };
    row("0.QualifyingResults.19", "5");
    row("0.QualifyingResults.19.Driver", "null");
    row("0.QualifyingResults.19.Driver.driverId", "null");
    row("0.QualifyingResults.19.Driver.driverId", "\"two words\"");
    row("0.QualifyingResults.19.Constructor.constructorId", "\"\"");
}

void TestOddAnswers::aQualifyingLosesOnlyTheRow()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const Document bent = document(Qualifying);
    const Read good = bent.read();
    const Read odd = bent.readWith(path, value);
    QVERIFY(odd.odd.whole());
    QVERIFY(odd.notes().contains(QStringLiteral("That driver was left out")));
    QByteArrayList lines = good.races.split('\n');
    QVERIFY(lines[20].startsWith("20 | "));
    lines.removeAt(20);
    QCOMPARE(odd.races.split('\n').mid(0, 20), lines.mid(0, 20));
}

// Rows stand in the order of their places, so one that is not said is known where just that is free.
void TestOddAnswers::aPlaceIsToldFromTheRowsAround_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("row");
    QTest::addColumn<QJsonValue>("value");
    for (const Kind kind : {Qualifying, Sprint, RaceResult})
        for (const int row : {0, 1, 9, 19})
            for (const char* value : {"null", "\"\"", "\"first\"", "\"0\"", "[]"})
                if (kind != Qualifying || row != 19) // who set no time has no place, at the end
                    QTest::addRow("%s %d %s", nameOf(kind), row, value) << int(kind) << row << json(value);
}

void TestOddAnswers::aPlaceIsToldFromTheRowsAround()
{
    QFETCH(int, kind);
    QFETCH(int, row);
    QFETCH(QJsonValue, value);
    const Document bent = document(static_cast<Kind>(kind));
    const Read odd = bent.readWith(QStringLiteral("0.%1.%2.position").arg(bent.list).arg(row), value);
    QCOMPARE(odd.races, bent.read().races);
    QVERIFY2(odd.notes().contains(QStringLiteral("who is listed as number %1.").arg(row + 1)),
             qPrintable(odd.notes()));
}

void TestOddAnswers::classificationFromTheStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("laps");
    QTest::addColumn<QByteArray>("word"); // empty: refused
    const auto row = [](const char* status, const char* laps, const char* word) {
        QTest::addRow("%s", status) << QString::fromLatin1(status) << QString::fromLatin1(laps)
                                    << QByteArray(word);
    };
    row("Finished", "78", "classified");
    row("+1 Lap", "77", "classified");
    row("Disqualified", "78", "disqualified");
    row("Did not start", "0", "did_not_start");
    row("Did not qualify", "0", "did_not_qualify");
    row("Excluded", "0", "excluded");
    row("Retired", "40", "");
    row("Lapped", "77", "");
    row("Engine", "70", "");
    row("", "78", "");
}

void TestOddAnswers::classificationFromTheStatus()
{
    QFETCH(QString, status);
    QFETCH(QString, laps);
    QFETCH(QByteArray, word);
    Document bent = document(RaceResult);
    const auto put = [&bent](const char* field, const QJsonValue& value) {
        bent.races = with(bent.races,
                          {QStringLiteral("0"), QStringLiteral("Results"), QStringLiteral("19"),
                           QLatin1StringView(field)},
                          value)
                         .toArray();
    };
    put("status", status);
    put("laps", laps);
    put("positionText", QJsonValue::Null);
    const Read read = bent.read();
    QCOMPARE(read.odd.whole(), !word.isEmpty());
    for (const QByteArray& line : read.races.split('\n'))
        if (!word.isEmpty() && line.contains(" | hulkenberg | haas |"))
            QVERIFY2(line.contains(" | " + word + " | "), line.constData());
}

// The winner is disqualified and still at place 1, with the others moved up or not: he is put last, and the
// times of the others are kept, whoever they were counted from.
void TestOddAnswers::disqualifiedAtPlaceOne_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("movedUp");
    QTest::addColumn<bool>("millis");
    for (const Kind kind : {Sprint, RaceResult})
        for (const bool movedUp : {true, false})
            for (const bool millis : {true, false})
                QTest::addRow("%s %d %d", nameOf(kind), movedUp, millis) << int(kind) << movedUp << millis;
}

void TestOddAnswers::disqualifiedAtPlaceOne()
{
    QFETCH(int, kind);
    QFETCH(bool, movedUp);
    QFETCH(bool, millis);
    Document bent = document(static_cast<Kind>(kind));
    QJsonArray rows = bent.races[0].toObject().value(bent.list).toArray();
    QByteArrayList before = bent.read().races.split('\n');
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows[i].toObject();
        QJsonObject time = row.value(QStringLiteral("Time")).toObject();
        if (i > 0 && !millis && !time.isEmpty()) {
            time.remove(QStringLiteral("millis"));
            row.insert(QStringLiteral("Time"), time);
        }
        if (i == 0) {
            row.insert(QStringLiteral("positionText"), QStringLiteral("D"));
            row.insert(QStringLiteral("status"), QStringLiteral("Disqualified"));
        } else if (movedUp) {
            row.insert(QStringLiteral("position"), QString::number(i));
            row.insert(QStringLiteral("positionText"),
                       i < 10 ? QString::number(i) : row.value(QStringLiteral("positionText")));
        }
        rows[i] = row;
    }
    bent.races = with(bent.races, {QStringLiteral("0"), bent.list}, rows).toArray();
    const Read read = bent.read();
    QVERIFY(read.odd.whole());
    QCOMPARE(read.odd.notes.filter(QStringLiteral("disqualified and still at place 1")).size(), 1);
    QCOMPARE(read.odd.notes.filter(QStringLiteral("gives points to")).size(), 1);
    QVERIFY(read.odd.notes.filter(QStringLiteral(" at place 1;")).size() == 1); // no word of two at one place
    const QByteArrayList after = read.races.split('\n');
    for (qsizetype i = 1; i < rows.size(); ++i) { // line 0 is the head
        QByteArray expected = before[i + 1];
        expected.replace(0, expected.indexOf(' '), QByteArray::number(i));
        QCOMPARE(after[i], expected);
    }
    QVERIFY(after[rows.size()].contains(" | disqualified | Disqualified | "));
    QVERIFY(after[rows.size()].contains(" | - | 0 | ")); // no time, no points
}

void TestOddAnswers::sharedPlaceInQualifying()
{
    Document bent = document(Qualifying);
    const QByteArray before = bent.read().races;
    for (int i = 3; i < 20; ++i) // the third is disqualified and stays, the others moved up
        bent.races =
            with(bent.races, {QStringLiteral("0"), bent.list, QString::number(i), QStringLiteral("position")},
                 QString::number(i))
                .toArray();
    const Read read = bent.read();
    QCOMPARE(read.races, before);
    QCOMPARE(read.odd.notes.size(), 1);
    QVERIFY2(read.notes().contains(QStringLiteral(" at place 3; they count in the order")),
             qPrintable(read.notes()));
}

// Time that cannot be costs that car's time; places stay.
void TestOddAnswers::impossibleTimes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("time");
    const auto row = [](const char* title, const char* path, const char* value, int line, const char* time) {
        QTest::newRow(title) << QString::fromLatin1(path) << json(value) << line << QByteArray(time);
    };
    row("retired car with negative millis", "0.Results.18.Time", R"({"millis": "-5", "time": "-0.005"})", 19,
        "-");
    row("retired car with a time", "0.Results.18.Time", R"({"millis": "500", "time": "0.500"})", 19, "-");
    row("negative gap beside a total", "0.Results.1.Time",
        R"({"millis": "8602706", "time": "+-1:38:49.328"})", 2, "8602.706");
    row("no text beside a total", "0.Results.2.Time", R"({"millis": "8603139", "time": ""})", 3, "8603.139");
    row("faster than the winner", "0.Results.3.Time", R"({"millis": "8535554", "time": ""})", 4, "-");
    row("negative total beside a gap", "0.Results.1.Time", R"({"millis": "-1", "time": "+7.152"})", 2,
        "8602.706");
    row("winner without a time: his own", "0.Results.0.Time", R"(null)", 1, "-");
    row("winner without a time: the others'", "0.Results.0.Time", R"(null)", 2, "8602.706");
    row("winner without laps", "0.Results.0.laps", R"("many")", 2, "8602.706");
}

void TestOddAnswers::impossibleTimes()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(int, line);
    QFETCH(QByteArray, time);
    const Read read = document(RaceResult).readWith(path, value);
    QVERIFY(read.odd.whole());
    const QByteArrayList cells = read.races.split('\n')[line].split('|');
    QCOMPARE(cells[0].trimmed(), QByteArray::number(line));
    QCOMPARE(cells[7].trimmed(), time);
}

void TestOddAnswers::pointsThatAreNotSaid()
{
    const QByteArray answer = QJsonDocument(answerOf(with(document(RaceResult).races,
                                                          {QStringLiteral("0"), QStringLiteral("Results"),
                                                           QStringLiteral("1"), QStringLiteral("points")},
                                                          QJsonValue::Null)
                                                         .toArray(),
                                                     40))
                                  .toJson();
    const auto merged = mergeResultPages({parseResults(answer).value()});
    QCOMPARE(merged.races.size(), std::size_t(2));
    QCOMPARE(merged.races[0].withoutPoints, QStringList{QStringLiteral("piastri")});
    QCOMPARE(merged.races[1].withoutPoints, QStringList());
    QVERIFY(merged.odd.notes.join(QString()).contains(QStringLiteral("no points for piastri")));
}

// An answer in which one field is odd everywhere is one note, not a hundred.
void TestOddAnswers::likeNotesAreOne()
{
    Document bent = document(Qualifying);
    for (int i = 0; i < 20; ++i)
        bent.races = with(bent.races,
                          {QStringLiteral("0"), bent.list, QString::number(i), QStringLiteral("Driver"),
                           QStringLiteral("code")},
                          5)
                         .toArray();
    const Read read = bent.read();
    QCOMPARE(read.odd.notes,
             QStringList{QStringLiteral("MRData.RaceTable.Races[0].QualifyingResults[0].Driver.code is no "
                                        "text; that was left out, and 19 more like it.")});
}

QTEST_GUILESS_MAIN(TestOddAnswers)
#include "TestOddAnswers.moc"

#include "OddDocument.h"

#include <QJsonObject>
#include <QTest>

using namespace parcferme;
using namespace parcferme::test;

class OddFieldsTest : public QObject
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
};

// Whatever stands in an ornament that cannot be read: all comes out as if the field were not there, and the
// note names it (null and "" need none).
void OddFieldsTest::anOrnamentCostsItself_data()
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
        rows(kind, {"0.ROW.Driver.code"},
             {"\"VERSTAPPEN\"", "\"A\\u0007B\"", "\"=HY\"", "\"Rob\"", "\"VE\"", "\"\u0404ER\""});
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

void OddFieldsTest::anOrnamentCostsItself()
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
void OddFieldsTest::whatJudgingNeedsCostsItsRace_data()
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

void OddFieldsTest::whatJudgingNeedsCostsItsRace()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, words);
    Document bent = document(static_cast<Kind>(kind));
    if (path.endsWith(QLatin1StringView("positionText"))) // so that the status leaves it open
        bent.races = with(bent.races, path.chopped(12) + QStringLiteral("status"), QStringLiteral("Retired"));
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

void OddFieldsTest::aQualifyingLosesOnlyTheRow_data()
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

void OddFieldsTest::aQualifyingLosesOnlyTheRow()
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
void OddFieldsTest::aPlaceIsToldFromTheRowsAround_data()
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

void OddFieldsTest::aPlaceIsToldFromTheRowsAround()
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

QTEST_GUILESS_MAIN(OddFieldsTest)
#include "OddFieldsTest.moc"

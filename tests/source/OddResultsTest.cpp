#include "OddDocument.h"
#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageMerge.h"

#include <QJsonObject>
#include <QTest>

using namespace parcferme;
using namespace parcferme::test;

class OddResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

void OddResultsTest::classificationFromTheStatus_data()
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

void OddResultsTest::classificationFromTheStatus()
{
    QFETCH(QString, status);
    QFETCH(QString, laps);
    QFETCH(QByteArray, word);
    Document bent = document(RaceResult);
    const auto put = [&bent](const char* field, const QJsonValue& value) {
        bent.races = with(bent.races, QStringLiteral("0.Results.19.%1").arg(QLatin1StringView(field)), value);
    };
    put("status", status);
    put("laps", laps);
    put("positionText", QJsonValue::Null);
    const Read read = bent.read();
    QCOMPARE(read.odd.whole(), !word.isEmpty());
    const QString driver = at(bent.races, QStringLiteral("0.Results.19.Driver.driverId")).toString();
    if (word.isEmpty())
        return;
    for (const QByteArray& line : read.races.split('\n').mid(1, 20))
        if (line.contains(" | " + driver.toUtf8() + " | "))
            QVERIFY2(line.contains(" | " + word + " | "), line.constData());
}

// The winner is disqualified and still at place 1, with the others moved up or not: he is put last, and the
// times of the others are kept, whoever they were counted from.
void OddResultsTest::disqualifiedAtPlaceOne_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("movedUp");
    QTest::addColumn<bool>("millis");
    for (const Kind kind : {Sprint, RaceResult})
        for (const bool movedUp : {true, false})
            for (const bool millis : {true, false})
                QTest::addRow("%s %d %d", nameOf(kind), movedUp, millis) << int(kind) << movedUp << millis;
}

void OddResultsTest::disqualifiedAtPlaceOne()
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
    bent.races = with(bent.races, QStringLiteral("0.%1").arg(bent.list), rows);
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

void OddResultsTest::sharedPlaceInQualifying()
{
    Document bent = document(Qualifying);
    const QByteArray before = bent.read().races;
    for (int i = 3; i < 20; ++i) // the third is disqualified and stays, the others moved up
        bent.races =
            with(bent.races, QStringLiteral("0.%1.%2.position").arg(bent.list).arg(i), QString::number(i));
    const Read read = bent.read();
    QCOMPARE(read.races, before);
    QCOMPARE(read.odd.notes.size(), 1);
    QVERIFY2(read.notes().contains(QStringLiteral(" at place 3; they count in the order")),
             qPrintable(read.notes()));
}

// Time that cannot be costs that car's time; places stay.
void OddResultsTest::impossibleTimes_data()
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

void OddResultsTest::impossibleTimes()
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

void OddResultsTest::pointsThatAreNotSaid()
{
    const Document bent = document(RaceResult);
    const QByteArray answer =
        bent.answer(with(bent.races, QStringLiteral("0.Results.1.points"), QJsonValue::Null));
    const auto merged = mergeResultPages({parseResults(answer).value()});
    QCOMPARE(merged.races.size(), std::size_t(2));
    QCOMPARE(merged.races[0].withoutPoints, QStringList{QStringLiteral("piastri")});
    QCOMPARE(merged.races[1].withoutPoints, QStringList());
    QVERIFY(merged.odd.notes.join(QString()).contains(QStringLiteral("no points for piastri")));
}

// An answer in which one field is odd everywhere is one note, not a hundred.
void OddResultsTest::likeNotesAreOne()
{
    Document bent = document(Qualifying);
    for (int i = 0; i < 20; ++i)
        bent.races = with(bent.races, QStringLiteral("0.%1.%2.Driver.code").arg(bent.list).arg(i), 5);
    const Read read = bent.read();
    QCOMPARE(read.odd.notes,
             QStringList{QStringLiteral("MRData.RaceTable.Races[0].QualifyingResults[0].Driver.code is no "
                                        "text; that was left out, and 19 more like it.")});
    // The same of whole rows.
    for (int i = 0; i < 3; ++i)
        bent.races = with(bent.races, QStringLiteral("0.%1.%2.Driver.driverId").arg(bent.list).arg(i),
                          QJsonValue::Null);
    const QStringList rows = bent.read().odd.notes.filter(QStringLiteral("That driver was left out"));
    QCOMPARE(rows.size(), 1);
    QVERIFY2(rows.front().endsWith(QStringLiteral(", and 2 more of this race.")), qPrintable(rows.front()));
}

QTEST_GUILESS_MAIN(OddResultsTest)
#include "OddResultsTest.moc"

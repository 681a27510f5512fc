#include "export/Calendar.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;

namespace {

QDateTime utc(int month, int day, int hour)
{
    return {QDate(2026, month, day), QTime(hour, 0), QTimeZone::utc()};
}

RaceOverview spa()
{
    RaceOverview overview;
    overview.race.id = 7;
    overview.race.year = 2026;
    overview.race.round = 10;
    overview.race.name = QStringLiteral("Belgian Grand Prix");
    overview.race.circuit = QStringLiteral("spa");
    overview.race.circuitName = QStringLiteral("Circuit de Spa; Francorchamps, \\ here");
    overview.race.country = QStringLiteral("Belgium");
    overview.race.eventDate = QDate(2026, 7, 19);
    overview.race.start = utc(7, 19, 13);
    overview.race.qualifyingStart = utc(7, 18, 14);
    overview.window.opens = utc(7, 18, 17);
    overview.window.closes = utc(7, 19, 13);
    return overview;
}

// The lines as a reader puts them together.
QStringList unfolded(const QByteArray& calendar)
{
    return QString::fromUtf8(QByteArray(calendar).replace("\r\n ", "")).split(QStringLiteral("\r\n"));
}

QStringList valuesOf(const QByteArray& calendar, const QString& name)
{
    QStringList values;
    for (const QString& line : unfolded(calendar))
        if (line.startsWith(name + u':') || line.startsWith(name + u';'))
            values << line.mid(name.size() + 1);
    return values;
}

} // namespace

class CalendarTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySessionHasItsTime()
    {
        RaceOverview race = spa();
        race.race.sprintStart = utc(7, 18, 10);
        race.race.sprintDate = QDate(2026, 7, 18);
        race.other = SessionState();
        const QByteArray text = calendarText({race}, utc(3, 1, 0));
        QCOMPARE(valuesOf(text, QStringLiteral("DTSTART")),
                 (QStringList{QStringLiteral("20260718T140000Z"), QStringLiteral("20260718T100000Z"),
                              QStringLiteral("20260719T130000Z")}));
        QCOMPARE(valuesOf(text, QStringLiteral("SUMMARY")),
                 (QStringList{QStringLiteral("Belgian Grand Prix\\, qualifying"),
                              QStringLiteral("Belgian Grand Prix\\, sprint"),
                              QStringLiteral("Belgian Grand Prix")}));
        QCOMPARE(valuesOf(text, QStringLiteral("DTSTAMP")).value(0), QStringLiteral("20260301T000000Z"));
    }

    void theFreezeWindowIsAnAlarmUntilTheStart()
    {
        QCOMPARE(valuesOf(calendarText({spa()}, utc(3, 1, 0)), QStringLiteral("TRIGGER")),
                 QStringList{QStringLiteral("-PT1200M")}); // 20 hours
        QVERIFY(valuesOf(calendarText({spa()}, utc(7, 19, 13)), QStringLiteral("TRIGGER")).isEmpty());
    }

    void theSameSessionHasTheSameIdentity()
    {
        RaceOverview moved = spa();
        moved.race.id = 99;
        moved.race.round = 11;
        moved.race.start = utc(7, 19, 14);
        const auto ids = [](const std::vector<RaceOverview>& races) {
            return valuesOf(calendarText(races, utc(3, 1, 0)), QStringLiteral("UID"));
        };
        QCOMPARE(ids({moved}), ids({spa()}));
        // A second race at the same circuit has another.
        RaceOverview second = spa();
        second.race.start = utc(7, 26, 13);
        second.race.eventDate = QDate(2026, 7, 26);
        const QStringList all = ids({second, spa()});
        QCOMPARE(all.size(), 4);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 4);
        QCOMPARE(all.mid(0, 2), ids({spa()}));
    }

    void aRaceWithoutATimeIsADay()
    {
        RaceOverview race = spa();
        race.race.start.reset();
        race.race.qualifyingStart.reset();
        const QByteArray text = calendarText({race}, utc(3, 1, 0));
        QCOMPARE(valuesOf(text, QStringLiteral("DTSTART")),
                 QStringList{QStringLiteral("VALUE=DATE:20260719")});
        QVERIFY(valuesOf(text, QStringLiteral("TRIGGER")).isEmpty());
    }

    void oneThatWasCalledOffSaysSo()
    {
        RaceOverview race = spa();
        race.race.status = RaceStatus::Cancelled;
        const QByteArray text = calendarText({race}, utc(3, 1, 0));
        QCOMPARE(valuesOf(text, QStringLiteral("STATUS")).value(0), QStringLiteral("CANCELLED"));
        QVERIFY(!text.contains("VALARM"));
    }

    void textIsEscapedAndLongLinesAreFolded()
    {
        RaceOverview race = spa();
        race.race.name = QString(40, QChar(0x00e9)) + QStringLiteral("x") + QString(60, QChar(0x00e9));
        const QByteArray text = calendarText({race}, utc(3, 1, 0));
        QVERIFY(text.endsWith("END:VCALENDAR\r\n"));
        QVERIFY(!QByteArray(text).replace("\r\n", "").contains('\n'));
        for (const QByteArray& line : QByteArray(text).replace("\r\n", "\n").split('\n')) {
            QVERIFY2(line.size() <= 75, line.constData());
            QVERIFY2(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter), line.constData());
        }
        QCOMPARE(valuesOf(text, QStringLiteral("LOCATION")).value(0),
                 QStringLiteral("Circuit de Spa\\; Francorchamps\\, \\\\ here\\, Belgium"));
        QVERIFY(valuesOf(text, QStringLiteral("SUMMARY")).contains(race.race.name));
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "CalendarTest.moc"

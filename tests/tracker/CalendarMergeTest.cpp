#include "tracker/CalendarMerge.h"
#include "support/RaceSample.h"

#include <QTest>

using namespace parcferme;
using sample::race;
using test::utc;

class CalendarMergeTest : public QObject
{
    Q_OBJECT

private:
    static CalendarRace announced(int round, const char* circuit, const char* start)
    {
        return {race(0, round, circuit, start), {}};
    }

private Q_SLOTS:
    void sameCalendarChangesNothing()
    {
        const CalendarChange change = mergeCalendar({race(1, 6, "monaco", "2026-06-07T13:00:00Z")},
                                                    {announced(6, "monaco", "2026-06-07T13:00:00Z")});
        QVERIFY(change.updated.empty() && change.added.empty() && change.cancelled.empty());
        QVERIFY(change.notices.isEmpty());
    }

    // A calendar of which a race was refused does not say that this one is gone.
    void notAllSaidCancelsNothing()
    {
        const std::vector<Race> stored = {race(1, 6, "monaco", "2026-06-07T13:00:00Z"),
                                          race(2, 7, "spain", "2026-06-14T13:00:00Z")};
        const DataSource::Calendar rest = {announced(7, "spain", "2026-06-14T15:00:00Z")};
        QCOMPARE(mergeCalendar(stored, rest).cancelled.size(), 1U);
        const CalendarChange change = mergeCalendar(stored, rest, false);
        QVERIFY(change.cancelled.empty());
        QCOMPARE(change.updated.size(), 1U);
        QCOMPARE(change.notices.size(), 1); // that the other one moved
    }

    void withoutANameItKeepsOrGetsOne()
    {
        CalendarRace nameless = announced(6, "monaco", "2026-06-07T13:00:00Z");
        nameless.race.name.clear();
        QVERIFY(mergeCalendar({race(1, 6, "monaco", "2026-06-07T13:00:00Z")}, {nameless}).updated.empty());
        nameless.circuit.id = QStringLiteral("monaco");
        QCOMPARE(mergeCalendar({}, {nameless}).added.front().race.name, QStringLiteral("monaco"));
        nameless.circuit.name = QStringLiteral("Circuit de Monaco");
        QCOMPARE(mergeCalendar({}, {nameless}).added.front().race.name, QStringLiteral("Circuit de Monaco"));
    }

    void aStartThatContradictsTheSessionsIsNotBelieved_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<bool>("believed");
        QTest::newRow("as planned") << QStringLiteral("2026-06-07T13:00:00Z") << true;
        QTest::newRow("earlier that day") << QStringLiteral("2026-06-07T09:00:00Z") << true;
        QTest::newRow("before qualifying") << QStringLiteral("2026-06-06T13:00:00Z") << false;
        QTest::newRow("weeks later") << QStringLiteral("2026-06-28T13:00:00Z") << false;
        QTest::newRow("a year early") << QStringLiteral("2025-06-07T13:00:00Z") << false;
    }

    void aStartThatContradictsTheSessionsIsNotBelieved()
    {
        QFETCH(QString, start);
        QFETCH(bool, believed);
        Race stored = race(1, 6, "monaco", "2026-06-07T13:00:00Z");
        stored.qualifyingStart = utc("2026-06-06T14:00:00Z");
        CalendarRace sent = announced(6, "monaco", start.toLatin1().constData());
        sent.race.qualifyingStart = stored.qualifyingStart;
        const CalendarChange change = mergeCalendar({stored}, {sent});
        QCOMPARE(change.notices.join(u' ').contains(QStringLiteral("contradicts itself")), !believed);
        QVERIFY(change.cancelled.empty() && change.added.empty());
        if (!believed)
            QVERIFY(change.updated.empty());   // what was known stays
        stored.status = RaceStatus::Completed; // by then nobody needs to be told again
        QVERIFY(mergeCalendar({stored}, {sent}).notices.isEmpty() || believed);
        const CalendarChange first = mergeCalendar({}, {sent});
        QCOMPARE(first.added.front().race.start.has_value(), believed);
        QCOMPARE(first.added.front().race.eventDate, QDate(2026, 6, 7));
    }

    void emptyAnswerChangesNothing()
    {
        const CalendarChange change = mergeCalendar({race(1, 6, "monaco", "2026-06-07T13:00:00Z")}, {});
        QVERIFY(change.cancelled.empty());
    }

    void postponedRaceKeepsItsIdAndNewRound()
    {
        const CalendarChange change = mergeCalendar(
            {race(1, 6, "monaco", "2026-06-07T13:00:00Z"), race(2, 7, "spain", "2026-06-14T13:00:00Z")},
            {announced(6, "spain", "2026-06-14T13:00:00Z"), announced(7, "monaco", "2026-06-21T13:00:00Z")});
        QCOMPARE(change.updated.size(), 2U);
        QCOMPARE(change.cancelled.size(), 0U);
        for (const Race& changed : change.updated) {
            if (changed.id != 1)
                continue;
            QCOMPARE(changed.round, 7);
            QCOMPARE(*changed.start, utc("2026-06-21T13:00:00Z"));
        }
        QVERIFY(change.notices.join(QLatin1Char(' '))
                    .contains(QStringLiteral("moved from 7 Jun 2026 13:00 UTC to 21 Jun")));
    }

    void twoRacesAtOneCircuitStayTwo()
    {
        const std::vector<Race> stored = {race(1, 4, "spielberg", "2026-07-05T13:00:00Z"),
                                          race(2, 5, "spielberg", "2026-07-12T13:00:00Z")};
        // The first is gone: the second keeps its identity, because the same date wins over any other.
        const CalendarChange change =
            mergeCalendar(stored, {announced(4, "spielberg", "2026-07-12T13:00:00Z")});
        QCOMPARE(change.cancelled.size(), 1U);
        QCOMPARE(change.cancelled.front().id, RaceId(1));
        QCOMPARE(change.updated.size(), 1U);
        QCOMPARE(change.updated.front().id, RaceId(2));
        QCOMPARE(change.updated.front().round, 4);
    }

    void farAwayDateIsAnotherRace()
    {
        const CalendarChange change = mergeCalendar({race(1, 3, "monaco", "2026-03-01T13:00:00Z")},
                                                    {announced(3, "monaco", "2026-06-07T13:00:00Z")});
        QCOMPARE(change.added.size(), 1U);
        QCOMPARE(change.cancelled.size(), 1U);
    }

    void completedRaceIsNeverCancelled()
    {
        Race done = race(1, 1, "monaco", "2026-03-01T13:00:00Z");
        done.status = RaceStatus::Completed;
        QVERIFY(mergeCalendar({done}, {announced(2, "spain", "2026-06-14T13:00:00Z")}).cancelled.empty());
    }

    void missingTimeNeverRemovesAKnownOne()
    {
        CalendarRace dateOnly = announced(6, "monaco", "2026-06-07T13:00:00Z");
        dateOnly.race.start = dateOnly.race.qualifyingStart = std::nullopt;
        QVERIFY(mergeCalendar({race(1, 6, "monaco", "2026-06-07T13:00:00Z")}, {dateOnly}).updated.empty());
    }

    void cancelledRaceComesBack()
    {
        Race gone = race(1, 6, "monaco", "2026-06-07T13:00:00Z");
        gone.status = RaceStatus::Cancelled;
        const CalendarChange change = mergeCalendar({gone}, {announced(6, "monaco", "2026-06-07T13:00:00Z")});
        QCOMPARE(change.updated.size(), 1U);
        QCOMPARE(change.updated.front().status, RaceStatus::Scheduled);
    }
};

QTEST_GUILESS_MAIN(CalendarMergeTest)
#include "CalendarMergeTest.moc"

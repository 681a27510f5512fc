#include "domain/Knowledge.h"

#include <QTest>
#include <QTimeZone>

using namespace parcferme;

namespace {

QDateTime utc(int month, int day, int hour, int minute = 0)
{
    return {QDate(2026, month, day), QTime(hour, minute), QTimeZone::utc()};
}

Race timed()
{
    Race race;
    race.eventDate = QDate(2026, 6, 7);
    race.start = utc(6, 7, 13);
    race.qualifyingStart = utc(6, 6, 14);
    race.sprintStart = utc(6, 6, 10);
    return race;
}

Race dated()
{
    Race race;
    race.eventDate = QDate(2026, 6, 7);
    return race;
}

ResultRevision revision(int number, const char* source, const QDateTime& fetchedAt)
{
    return {1, number, fetchedAt, QString::fromLatin1(source), {}};
}

} // namespace

class KnowledgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qualifying()
    {
        QCOMPARE(qualifyingKnownFrom(timed(), {}), utc(6, 6, 17));
        QCOMPARE(qualifyingKnownFrom(dated(), {}), utc(6, 7, 0));
        // What the live source has sent is known from then at the latest.
        QCOMPARE(qualifyingKnownFrom(timed(), utc(6, 6, 15, 30)), utc(6, 6, 15, 30));
        QCOMPARE(qualifyingKnownFrom(timed(), utc(6, 9, 0)), utc(6, 6, 17));
    }

    void sprint()
    {
        ResultRevision bundled{{1, Session::Sprint}, 1, utc(6, 1, 0), QString::fromLatin1(HistorySource), {}};
        QCOMPARE(resultKnownFrom(timed(), bundled), utc(6, 6, 13));
        ResultRevision live{{1, Session::Sprint}, 1, utc(6, 6, 11), QStringLiteral("jolpica"), {}};
        QCOMPARE(resultKnownFrom(timed(), live), utc(6, 6, 11));
        Race race = dated();
        QCOMPARE(resultKnownFrom(race, bundled), utc(6, 7, 0));
        race.sprintDate = QDate(2026, 6, 5);
        QCOMPARE(resultKnownFrom(race, bundled), utc(6, 6, 0));
        bundled.revision = 2;
        bundled.fetchedAt = utc(6, 9, 0);
        QCOMPARE(resultKnownFrom(race, bundled), utc(6, 9, 0));
    }

    void result()
    {
        const QDateTime edition = utc(9, 1, 0);
        QCOMPARE(resultKnownFrom(timed(), revision(1, HistorySource, edition)), utc(6, 7, 18));
        QCOMPARE(resultKnownFrom(dated(), revision(1, HistorySource, edition)), utc(6, 8, 0));
        QCOMPARE(resultKnownFrom(timed(), revision(1, "jolpica", utc(6, 7, 16))), utc(6, 7, 16));
        QCOMPARE(resultKnownFrom(timed(), revision(1, "jolpica", utc(8, 1, 0))), utc(6, 7, 18));
        // A bundle never makes its facts known earlier, whatever its date.
        QCOMPARE(resultKnownFrom(timed(), revision(1, HistorySource, utc(6, 7, 14))), utc(6, 7, 18));
        // A later decision is known from when it came, not from the race.
        QCOMPARE(resultKnownFrom(timed(), revision(2, "jolpica", utc(6, 20, 9))), utc(6, 20, 9));
    }

    void theNewestKnownRevision()
    {
        RaceRecord record;
        record.race = timed();
        QVERIFY(!resultKnownAt(record, utc(12, 31, 0)));
        record.revisions = {revision(1, HistorySource, utc(9, 1, 0)), revision(2, "jolpica", utc(6, 10, 9)),
                            revision(3, "jolpica", utc(6, 12, 9))};
        QVERIFY(!resultKnownAt(record, utc(6, 7, 17, 59)));
        QCOMPARE(resultKnownAt(record, utc(6, 7, 18))->revision, 1);
        QCOMPARE(resultKnownAt(record, utc(6, 10, 8, 59))->revision, 1);
        QCOMPARE(resultKnownAt(record, utc(6, 10, 9))->revision, 2);
        QCOMPARE(resultKnownAt(record, utc(12, 31, 0))->revision, 3);
    }
};

QTEST_GUILESS_MAIN(KnowledgeTest)
#include "KnowledgeTest.moc"

#include "core/UtcTime.h"
#include "core/Clock.h"

#include <QTest>
#include <QTimeZone>

using namespace parcferme;

class UtcTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        const auto add = [](const char* text, const char* iso) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(iso);
        };
        add("2026-06-06T17:12:03Z", "2026-06-06T17:12:03Z");
        add("2026-06-06T17:12Z", "2026-06-06T17:12:00Z");
        add("2026-06-06T17:12:03", "2026-06-06T17:12:03Z");
        add("2026-06-06T17:12:03+02:00", "2026-06-06T15:12:03Z");
        add("2026-01-01T00:30:00+05:30", "2025-12-31T19:00:00Z");
        add("2026-06-06T17:12:03.900Z", "2026-06-06T17:12:03Z");
        add("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z");
    }

    void times()
    {
        QFETCH(QString, text);
        auto time = timeFromIso(text);
        QVERIFY(time);
        QTEST(toIso(*time), "iso");
        QCOMPARE(time->timeSpec(), Qt::UTC);
    }

    void whatIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "2026-06-06", "2026-02-30T10:00:00Z", "2026-06-06T25:00:00Z", "yesterday", "T"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatIsNoTime()
    {
        QFETCH(QString, text);
        auto time = timeFromIso(text);
        QVERIFY(!time);
        QCOMPARE(time.error().code, ErrorCode::Data);
        QVERIFY(time.error().message.contains(text));
    }

    void anotherZoneIsWrittenInUtc()
    {
        const QDateTime monaco(QDate(2026, 6, 7), QTime(15, 0), QTimeZone("Europe/Monaco"));
        QCOMPARE(toIso(monaco), QStringLiteral("2026-06-07T13:00:00Z"));
        QVERIFY(toIso(QDateTime()).isNull());
    }

    void dates()
    {
        QCOMPARE(dateFromIso(QStringLiteral("2026-06-07")).value(), QDate(2026, 6, 7));
        for (const char* bad : {"", "2026-6-7", "2026-02-30", "2026-06-07T10:00:00Z", "07.06.2026"})
            QVERIFY2(!dateFromIso(QString::fromLatin1(bad)), bad);
    }

    void aFixedClockStandsInUtc()
    {
        FixedClock clock(QDateTime(QDate(2026, 6, 7), QTime(15, 0), QTimeZone("Europe/Monaco")));
        QCOMPARE(clock.now(), QDateTime(QDate(2026, 6, 7), QTime(13, 0), QTimeZone::utc()));
        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
        clock.set(clock.now().addSecs(60));
        QCOMPARE(clock.now().time(), QTime(13, 1));
        QCOMPARE(SystemClock().now().timeSpec(), Qt::UTC);
    }
};

QTEST_GUILESS_MAIN(UtcTimeTest)
#include "UtcTimeTest.moc"

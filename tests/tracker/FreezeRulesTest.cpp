#include "tracker/FreezeRules.h"
#include "support/RaceSample.h"

#include <QTest>

using namespace parcferme;
using test::utc;

class FreezeRulesTest : public QObject
{
    Q_OBJECT

private:
    // Race at 13:00 on 7 June, qualifying at 14:00 the day before.
    const Race race_ = sample::race(1, 6, "monaco", "2026-06-07T13:00:00Z");

    static Present at(const char* machine)
    {
        Present present;
        present.machine = utc(machine);
        present.newestFact = utc("2026-05-24T19:00:00Z");
        return present;
    }

    Result<PredictionKind> kind(const Present& present, bool qualified,
                                FreezePolicy policy = FreezePolicy::PostQualifying) const
    {
        return kindOfPrediction(race_, Session::Race,
                                freezeWindow(race_, Session::Race, qualified, policy, 60, present.machine),
                                present);
    }

private Q_SLOTS:
    void postQualifyingOpensWithTheClassification()
    {
        const auto before = kind(at("2026-06-06T18:00:00Z"), false);
        QVERIFY(!before);
        QCOMPARE(before.error().code, ErrorCode::PolicyRefused);
        QVERIFY(before.error().message.contains(QStringLiteral("2026-06-06T16:00:00Z")));
        QCOMPARE(kind(at("2026-06-06T18:00:00Z"), true).value(), PredictionKind::Live);
        QCOMPARE(kind(at("2026-06-07T12:59:59Z"), true).value(), PredictionKind::Live);
        QCOMPARE(kind(at("2026-06-07T13:00:00Z"), true).value(), PredictionKind::Retrospective);
    }

    void tMinusOpensAtItsMinute()
    {
        QVERIFY(!kind(at("2026-06-07T11:59:59Z"), true, FreezePolicy::TMinus));
        QCOMPARE(kind(at("2026-06-07T12:00:00Z"), false, FreezePolicy::TMinus).value(), PredictionKind::Live);
    }

    void clockSetBackMakesNoLivePrediction()
    {
        Present present = at("2026-06-07T10:00:00Z");
        present.newestFact = utc("2026-06-07T18:00:00Z"); // the result is already here
        QCOMPARE(kind(present, true).value(), PredictionKind::Retrospective);
        present.newestFact.reset();
        present.lastServer = utc("2026-06-07T13:00:01Z");
        QCOMPARE(kind(present, true).value(), PredictionKind::Retrospective);
        present.lastServer.reset();
        present.lastLedger = utc("2026-06-07T12:00:00Z"); // not started, but the clock is two hours behind
        QVERIFY(!kind(present, true));
    }

    void slowClockGoesByTheServer()
    {
        Present present = at("2026-06-07T10:00:00Z");
        present.server = utc("2026-06-07T12:00:00Z");
        QVERIFY(present.clockIsOff());
        QCOMPARE(*present.clockOffSeconds(), -7200);
        QCOMPARE(kind(present, true).value(), PredictionKind::Live);
        present.server = utc("2026-06-07T13:00:00Z");
        QCOMPARE(kind(present, true).value(), PredictionKind::Retrospective);
    }

    void fastClockGoesByItself()
    {
        Present present = at("2026-06-07T13:00:01Z");
        present.server = utc("2026-06-07T10:00:00Z");
        QCOMPARE(kind(present, true).value(), PredictionKind::Retrospective);
    }

    // The true time is at; the machine's clock is off. With the source heard the true time decides; without
    // it, what is known from the last hours does.
    void wrongClock_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<qint64>("offSeconds");
        QTest::addColumn<bool>("started");
        for (const qint64 off : {-86400, -3600, -121, 121, 3600, 86400}) {
            QTest::addRow("open %lld", off) << QStringLiteral("2026-06-07T11:30:00Z") << off << false;
            QTest::addRow("started %lld", off) << QStringLiteral("2026-06-07T13:00:01Z") << off << true;
        }
    }

    void wrongClock()
    {
        QFETCH(QString, at);
        QFETCH(qint64, offSeconds);
        QFETCH(bool, started);
        const QDateTime truth = utc(qPrintable(at));
        Present present;
        present.machine = truth.addSecs(offSeconds);
        present.server = truth;
        present.lastServer = truth.addSecs(-600);
        QVERIFY(present.clockIsOff());
        const auto online = kind(present, true);
        // Ahead of the start by itself, a fast clock makes no live prediction either.
        const bool late = started || present.machine >= *race_.start;
        QCOMPARE(online.value_or(PredictionKind::Preview),
                 late ? PredictionKind::Retrospective : PredictionKind::Live);
        present.server.reset();
        const auto offline = kind(present, true);
        if (late && present.machine >= *race_.start)
            QCOMPARE(offline.value_or(PredictionKind::Preview), PredictionKind::Retrospective);
        else if (offSeconds < -600 - 120)
            QVERIFY(!offline); // behind what the source said ten minutes ago
    }

    void cancelledRaceIsNotPredicted()
    {
        Race cancelled = race_;
        cancelled.status = RaceStatus::Cancelled;
        const Present present = at("2026-06-06T18:00:00Z");
        const FreezeWindow window =
            freezeWindow(cancelled, Session::Race, true, FreezePolicy::PostQualifying, 60, present.machine);
        QVERIFY(!window.open);
        QVERIFY(!kindOfPrediction(cancelled, Session::Race, window, present));
    }

    void dateOnlyRaceClosesWithItsDay()
    {
        Race dateOnly = race_;
        dateOnly.start.reset();
        const QDateTime eve = utc("2026-06-06T23:59:59Z");
        QVERIFY(freezeWindow(dateOnly, Session::Race, true, FreezePolicy::PostQualifying, 60, eve).open);
        QVERIFY(!freezeWindow(dateOnly, Session::Race, true, FreezePolicy::PostQualifying, 60, eve.addSecs(1))
                     .open);
    }
};

QTEST_GUILESS_MAIN(FreezeRulesTest)
#include "FreezeRulesTest.moc"

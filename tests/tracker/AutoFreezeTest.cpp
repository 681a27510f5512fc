#include "MonacoWeekend.h"

#include "tracker/AutoFreeze.h"

#include <QSignalSpy>

using namespace parcferme;
using test::utc;

// The Monaco weekend of 2026: qualifying on 6 June at 14:00, race on 7 June at 13:00 UTC. The bundled history
// ends with the race before.
class AutoFreezeTest : public QObject
{
    Q_OBJECT

private:
    // The program, open on that weekend.
    struct Weekend
    {
        explicit Weekend(const char* time, FreezePolicy policy = FreezePolicy::PostQualifying,
                         bool autoFreeze = true)
            : f(time)
        {
            f.settings.freezePolicy = policy;
            f.settings.autoFreeze = autoFreeze;
            f.open();
            weekend::publishCalendar(f);
            race = weekend::monaco(f);
            start();
        }

        void start()
        {
            watch = std::make_unique<AutoFreeze>(*f.tracker);
            froze = std::make_unique<QSignalSpy>(watch.get(), &AutoFreeze::autoFroze);
            missed = std::make_unique<QSignalSpy>(watch.get(), &AutoFreeze::windowMissed);
        }

        void restart()
        {
            watch.reset();
            f.open();
            start();
        }

        void lookAt(const char* time)
        {
            f.clock.set(utc(time));
            watch->look();
        }

        void publishQualifying() { weekend::publishQualifying(f); }

        RaceState state() const { return f.tracker->details(race.id)->overview.state; }
        std::optional<ForecastView> prediction() const { return f.tracker->details(race.id)->prediction; }

        TrackerFixture f;
        Race race;
        std::unique_ptr<AutoFreeze> watch;
        std::unique_ptr<QSignalSpy> froze;
        std::unique_ptr<QSignalSpy> missed;
    };

    static RaceOverview scheduled(const char* opens)
    {
        RaceOverview race;
        race.race = sample::race(7, 6, "monaco", "2026-06-07T13:00:00Z");
        race.window.opens = utc(opens);
        race.window.closes = race.race.start;
        return race;
    }

private Q_SLOTS:
    void scheduleTriesAtTheMomentAndEveryFiveMinutes()
    {
        FreezeSchedule schedule(true);
        const std::vector<RaceOverview> races{scheduled("2026-06-06T16:00:00Z")};
        QVERIFY(schedule.at(races, utc("2026-06-06T15:59:59Z")).due.empty());
        QCOMPARE(schedule.at(races, utc("2026-06-06T16:00:00Z")).due.size(), 1U);
        QVERIFY(schedule.at(races, utc("2026-06-06T16:04:59Z")).due.empty());
        QCOMPARE(schedule.at(races, utc("2026-06-06T16:05:00Z")).due.size(), 1U);
        QVERIFY(schedule.at(races, utc("2026-06-07T13:00:00Z")).due.empty());
        QVERIFY(FreezeSchedule(false).at(races, utc("2026-06-06T16:00:00Z")).due.empty());
    }

    void scheduleLeavesAloneWhatIsDone()
    {
        FreezeSchedule schedule(true);
        for (const RaceState state : {RaceState::Frozen, RaceState::Cancelled, RaceState::EvaluatedLive}) {
            RaceOverview race = scheduled("2026-06-06T16:00:00Z");
            race.state = state;
            const auto step = schedule.at({race}, utc("2026-06-06T17:00:00Z"));
            QVERIFY(step.due.empty() && step.missed.empty());
        }
    }

    void freezesWhenTheClassificationArrives()
    {
        Weekend w("2026-06-06T15:00:00Z");
        w.lookAt("2026-06-06T15:00:00Z");
        QCOMPARE(w.f.source->asked,
                 1); // the calendar, for a start within a day; nothing else can be there yet
        w.lookAt("2026-06-06T16:00:00Z");
        QVERIFY(w.f.source->asked > 1);
        QVERIFY(w.froze->isEmpty());
        w.publishQualifying();
        w.lookAt("2026-06-06T16:05:00Z");
        QCOMPARE(w.froze->size(), 1);
        QCOMPARE(w.froze->front().front().value<SessionKey>().race, w.race.id);
        QCOMPARE(w.prediction()->prediction.kind, PredictionKind::Live);
        QCOMPARE(w.prediction()->prediction.createdAt, utc("2026-06-06T16:05:00Z"));
        w.lookAt("2026-06-06T18:00:00Z");
        w.lookAt("2026-06-07T14:00:00Z");
        QCOMPARE(w.froze->size(), 1);
        QVERIFY(w.missed->isEmpty());
    }

    void tMinusFreezesAtItsMinute()
    {
        Weekend w("2026-06-07T11:59:30Z", FreezePolicy::TMinus);
        w.publishQualifying();
        w.lookAt("2026-06-07T11:59:30Z");
        QVERIFY(w.froze->isEmpty());
        w.lookAt("2026-06-07T12:00:00Z");
        QCOMPARE(w.froze->size(), 1);
        QVERIFY(w.prediction()->forecast.stage == predictor::Stage::Qualifying);
    }

    void tMinusWaitsForTheNetwork()
    {
        Weekend w("2026-06-07T12:00:00Z", FreezePolicy::TMinus);
        w.publishQualifying();
        w.f.source->reachable = false;
        w.lookAt("2026-06-07T12:00:00Z");
        QVERIFY(!w.prediction());
        w.f.source->reachable = true;
        w.lookAt("2026-06-07T12:05:00Z");
        QCOMPARE(w.froze->size(), 1);
        QVERIFY(w.prediction()->forecast.stage == predictor::Stage::Qualifying);
    }

    void sleepOverTheWindowIsMissed()
    {
        Weekend w("2026-06-06T12:00:00Z");
        w.publishQualifying();
        w.lookAt("2026-06-06T12:00:00Z");
        w.lookAt("2026-06-07T13:00:00Z");
        w.lookAt("2026-06-07T13:00:30Z");
        QCOMPARE(w.missed->size(), 1);
        QVERIFY(w.froze->isEmpty());
        QVERIFY(!w.prediction());
        QCOMPARE(w.state(), RaceState::Missed);
        w.restart();
        w.lookAt("2026-06-07T15:00:00Z");
        QVERIFY(w.missed->isEmpty()); // told once
        QCOMPARE(w.state(), RaceState::Missed);
    }

    void sleepWithinTheWindowFreezesLate()
    {
        Weekend w("2026-06-06T12:00:00Z");
        w.publishQualifying();
        w.lookAt("2026-06-06T12:00:00Z");
        w.lookAt("2026-06-07T12:59:00Z");
        QCOMPARE(w.froze->size(), 1);
    }

    void restartWithinTheWindowFreezes()
    {
        Weekend w("2026-06-06T15:00:00Z");
        w.restart(); // the calendar stays published
        w.publishQualifying();
        w.lookAt("2026-06-06T20:00:00Z");
        QCOMPARE(w.froze->size(), 1);
    }

    void aWindowThatTheProgramSawIsMissed()
    {
        Weekend w("2026-06-06T17:00:00Z", FreezePolicy::TMinus, false);
        w.lookAt("2026-06-07T12:30:00Z");
        w.restart();
        w.lookAt("2026-06-07T15:00:00Z");
        QCOMPARE(w.missed->size(), 1);
        QCOMPARE(w.state(), RaceState::Missed);
    }

    void aWindowThatTheProgramDidNotSeeIsNot()
    {
        Weekend w("2026-06-07T15:00:00Z", FreezePolicy::TMinus);
        w.lookAt("2026-06-07T15:00:00Z");
        QVERIFY(w.missed->isEmpty());
        QCOMPARE(w.state(), RaceState::NotFetched);
    }

    // The machine's clock is an hour behind: what it takes for the window is after the start.
    void neverInRetrospect()
    {
        Weekend w("2026-06-07T12:30:00Z");
        w.publishQualifying();
        w.f.source->aheadSeconds = 3600;
        w.lookAt("2026-06-07T12:30:00Z");
        QVERIFY(w.f.source->asked > 0); // its clock was
        QVERIFY(w.froze->isEmpty());
        QVERIFY(!w.prediction());
    }
};

QTEST_GUILESS_MAIN(AutoFreezeTest)
#include "AutoFreezeTest.moc"

#include "PickWeekend.h"

#include "store/StateRepository.h"
#include "tracker/AutoFreeze.h"
#include "tracker/PickJudging.h"

#include <QSignalSpy>

using namespace parcferme;
using test::utc;
using weekend::Players;

#define IS_REFUSED(result, errorCode, words)                                                                 \
    do {                                                                                                     \
        const auto& refused_ = (result);                                                                     \
        QVERIFY(!refused_);                                                                                  \
        QCOMPARE(refused_.error().code, errorCode);                                                          \
        QVERIFY2(refused_.error().text().contains(QStringLiteral(words)),                                    \
                 qPrintable(refused_.error().text()));                                                       \
    } while (false)

// From draft to scores: what may be saved, when it may be locked, what counts, and how it is judged.
class PicksTest : public QObject
{
    Q_OBJECT

private:
    // What a program does that is open on the weekend.
    struct Open
    {
        explicit Open(Players& players)
            : watch(*players.f.tracker), locked(&watch, &AutoFreeze::pickLocked),
              incomplete(&watch, &AutoFreeze::pickIncomplete), clock(players.f.clock)
        {
        }

        void lookAt(const char* time)
        {
            clock.set(utc(time));
            watch.look();
        }

        AutoFreeze watch;
        QSignalSpy locked, incomplete;
        FixedClock& clock;
    };

    static QString firstProblem(Players& p)
    {
        const auto report = p.f.tracker->verify(Progress());
        return report ? report->problems.value(0) : report.error().text();
    }

private Q_SLOTS:
    void aDraftIsSavedAsItStands()
    {
        Players p("2026-06-05T12:00:00Z");
        QVERIFY(p.picks().provisionalField);
        PickDraft draft = p.draft({QStringLiteral("leclerc")}, 0.3);
        draft.places[3].clear();
        QSignalSpy changed(p.f.tracker.get(), &Tracker::changed);
        QVERIFY(p.f.tracker->savePickDraft(draft));
        QCOMPARE(changed.size(), 1);
        QVERIFY(changed.front().front().value<ChangeSet>().picks.contains(p.race.id));
        QVERIFY(changed.front().front().value<ChangeSet>().races.isEmpty());
        p.sit("robin"); // a new start of the program
        const PicksView view = p.picks();
        QCOMPARE(view.state, PickState::Draft);
        QCOMPARE(view.draft->places, draft.places);
        QCOMPARE(view.draft->winnerChance, std::optional(0.3));
        QCOMPARE(view.draft->savedAt, p.f.clock.now());
        QVERIFY2(view.lacks.startsWith(QStringLiteral("without a place: ")), qPrintable(view.lacks));
        QVERIFY(p.f.tracker->savePickDraft({p.race.id, {}, {}, {}, {}}));
        QCOMPARE(p.picks().state, PickState::None);
    }

    void whatIsNoOrderIsRefused()
    {
        Players p("2026-06-05T12:00:00Z");
        IS_REFUSED(p.save({QStringLiteral("fangio")}), ErrorCode::Usage, "too many");
        PickDraft draft = p.draft();
        draft.places[0] = QStringLiteral("fangio");
        IS_REFUSED(p.f.tracker->savePickDraft(draft), ErrorCode::Usage, "not entered");
        draft.places[0] = draft.places[1];
        IS_REFUSED(p.f.tracker->savePickDraft(draft), ErrorCode::Usage, "stands twice");
        IS_REFUSED(p.save({}, 1.01), ErrorCode::Usage, "0 to 100");
        IS_REFUSED(p.save({}, std::nan("")), ErrorCode::Usage, "0 to 100");
        QCOMPARE(p.picks().state, PickState::None);
    }

    void orderToStartFrom()
    {
        Players p("2026-06-06T17:00:00Z");
        IS_REFUSED(p.f.tracker->pickOrder(p.race.id, PickStart::Qualifying), ErrorCode::NotYet, "not known");
        p.fetchQualifying();
        QStringList field;
        for (const PickEntry& entry : p.picks().field)
            field.append(entry.driver);
        QCOMPARE(p.f.tracker->pickOrder(p.race.id, PickStart::Qualifying).value(), field);
        QCOMPARE(p.f.tracker->pickOrder(p.race.id, PickStart::Empty).value(),
                 QStringList(field.size(), QString()));
        IS_REFUSED(p.f.tracker->pickOrder(p.race.id, PickStart::LastOrder), ErrorCode::NotYet, "not known");
        IS_REFUSED(p.f.tracker->pickOrder(p.race.id, PickStart::Model), ErrorCode::NotYet, "not known");
        QVERIFY(test::await(p.f.tracker->predict(p.race.id, {}, Progress())));
        const auto model = p.f.tracker->pickOrder(p.race.id, PickStart::Model).value();
        QCOMPARE(model.size(), field.size());
        QCOMPARE(model.front(),
                 p.f.tracker->details(p.race.id)->prediction->prediction.entries.front().driver);
    }

    void isLockedInTheFreezeWindowOnly()
    {
        Players p("2026-06-06T12:00:00Z");
        QVERIFY(p.save({QStringLiteral("leclerc")}, 0.45));
        IS_REFUSED(p.lock(), ErrorCode::PolicyRefused, "cannot be locked yet: the window opens");
        QCOMPARE(p.picks().state, PickState::Draft);
        p.f.clock.set(utc("2026-06-06T17:00:00Z"));
        p.fetchQualifying();
        QSignalSpy told(p.f.tracker.get(), &Tracker::pickLocked);
        const auto locked = p.lock();
        QVERIFY2(locked, locked ? "" : qPrintable(locked.error().text()));
        QVERIFY(locked->created);
        QCOMPARE(told.size(), 1);
        QCOMPARE(locked->pick.pick.createdAt, p.f.clock.now());
        QCOMPARE(locked->pick.pick.hash.size(), 64);
        const PicksView view = p.picks();
        QCOMPARE(view.state, PickState::Locked);
        QVERIFY(!view.draft);
        QCOMPARE(view.mine->pick.entries.front().driver, QStringLiteral("leclerc"));
        QVERIFY(!view.mine->pick.entries.front().team.isEmpty());
        QVERIFY(view.mine->counts());
        IS_REFUSED(p.save(), ErrorCode::PolicyRefused, "stay as they are");
        p.f.clock.set(utc("2026-06-07T12:00:00Z"));
        const auto again = p.lock();
        QVERIFY(again && !again->created);
        QCOMPARE(again->pick.pick.hash, locked->pick.pick.hash);
        QCOMPARE(firstProblem(p), QString());
        QCOMPARE(p.f.tracker->verify(Progress())->picks, 1);
    }

    void anIncompleteDraftIsNotLocked()
    {
        Players p("2026-06-06T17:00:00Z");
        IS_REFUSED(p.lock(), ErrorCode::PolicyRefused, "cannot be locked yet");
        p.fetchQualifying();
        IS_REFUSED(p.lock(), ErrorCode::NotFound, "no draft");
        PickDraft draft = p.draft();
        draft.places.removeLast();
        QVERIFY(p.f.tracker->savePickDraft(draft));
        IS_REFUSED(p.lock(), ErrorCode::PolicyRefused, "not complete");
    }

    void whatIsLockedAfterTheStartNeverCounts()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        p.f.clock.set(utc("2026-06-07T13:00:00Z"));
        QCOMPARE(p.picks().state, PickState::Late);
        const auto late = p.lock();
        QVERIFY2(late, late ? "" : qPrintable(late.error().text()));
        QCOMPARE(late->pick.kind, PickKind::Late);
        QCOMPARE(p.picks().state, PickState::Late);
        p.f.clock.set(utc("2026-06-07T18:00:00Z"));
        weekend::publishResult(p.f);
        p.syncResult();
        QVERIFY(p.picks().mine->scores.empty());
        QVERIFY(p.f.tracker->league({}).value().races.empty());
        QCOMPARE(firstProblem(p), QString());
    }

    void aStartThatWasEarlierVoidsIt()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        p.f.source->reachable = false; // what moved is not known
        p.f.clock.set(utc("2026-06-07T12:30:00Z"));
        const auto locked = p.lock();
        QVERIFY2(locked, locked ? "" : qPrintable(locked.error().text()));
        QCOMPARE(locked->pick.kind, PickKind::Live);
        p.f.source->reachable = true;
        p.moveStart("2026-06-07T12:00:00Z");
        p.f.clock.set(utc("2026-06-07T18:00:00Z"));
        QVERIFY(test::await(p.f.tracker->refresh(2026, Progress())));
        QCOMPARE(p.picks().mine->kind, PickKind::Void);
        QCOMPARE(p.picks().state, PickState::Late);
        weekend::publishResult(p.f);
        p.syncResult();
        QVERIFY(p.picks().mine->scores.empty());
        QVERIFY(p.f.tracker->league({}).value().races.empty());
    }

    void lockingReadsTheCalendarFirst()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        p.moveStart("2026-06-07T12:00:00Z");
        p.f.clock.set(utc("2026-06-07T12:30:00Z"));
        QCOMPARE(p.lock().value().pick.kind, PickKind::Late);
    }

    void aClockThatIsBehindLocksNothing()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        p.f.clock.set(utc("2026-06-07T13:30:00Z"));
        QVERIFY(
            test::await(p.f.tracker->refresh(2026, Progress()))); // the server's time is known from now on
        p.f.source->reachable = false;
        p.sit("robin");
        p.f.source->reachable = false;
        p.f.clock.set(utc("2026-06-07T12:30:00Z")); // set back
        const auto tried = p.lock();
        QVERIFY(tried);
        QCOMPARE(tried->pick.kind, PickKind::Late);
        Players other("2026-06-06T17:00:00Z");
        other.fetchQualifying();
        QVERIFY(other.save());
        other.sit("robin");
        other.f.source->reachable = false;
        other.f.clock.set(utc("2026-06-06T15:00:00Z"));
        IS_REFUSED(other.lock(), ErrorCode::PolicyRefused, "clock that is behind");
    }

    void aCompleteDraftLocksItselfAtTheStart()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        Open open(p);
        open.lookAt("2026-06-07T12:58:50Z");
        QVERIFY(open.locked.isEmpty());
        open.lookAt("2026-06-07T12:59:20Z");
        QCOMPARE(open.locked.size(), 1);
        QVERIFY(open.incomplete.isEmpty());
        QCOMPARE(p.picks().state, PickState::Locked);
        open.lookAt("2026-06-07T12:59:50Z");
        QCOMPARE(open.locked.size(), 1);
    }

    void anIncompleteOneIsToldAnHourBeforeAndStays()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        PickDraft draft = p.draft();
        draft.places[5].clear();
        QVERIFY(p.f.tracker->savePickDraft(draft));
        Open open(p);
        open.lookAt("2026-06-07T11:59:30Z");
        QVERIFY(open.incomplete.isEmpty());
        open.lookAt("2026-06-07T12:00:00Z");
        QCOMPARE(open.incomplete.size(), 1);
        open.lookAt("2026-06-07T12:00:30Z");
        open.lookAt("2026-06-07T12:59:30Z");
        QCOMPARE(open.incomplete.size(), 1);
        QVERIFY(open.locked.isEmpty());
        open.lookAt("2026-06-07T13:00:10Z");
        QCOMPARE(p.picks().state, PickState::Late);
        QVERIFY(!p.picks().mine);
    }

    void whatWasSleptOverStaysADraft()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        Open open(p);
        open.lookAt("2026-06-06T18:00:00Z");
        open.lookAt("2026-06-07T13:00:00Z");
        QVERIFY(open.locked.isEmpty());
        QVERIFY(!p.picks().mine);
    }

    // The timer of the looks has slept too: half a minute may be left of it when only a quarter is left to
    // the start.
    void aSleepThatEndsJustBeforeTheStartIsInTime()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        Open open(p);
        open.watch.start();
        open.clock.set(utc("2026-06-07T12:59:45Z"));
        QTRY_COMPARE_WITH_TIMEOUT(open.locked.size(), 1, 15'000);
        QVERIFY(p.picks().mine->counts());
    }

    void aStartThatMovesIsFollowed()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        Open open(p);
        open.lookAt("2026-06-06T18:00:00Z");
        p.moveStart("2026-06-07T11:00:00Z");
        open.lookAt("2026-06-07T10:00:00Z"); // three hours before the start that was believed
        open.lookAt("2026-06-07T10:59:30Z");
        QCOMPARE(open.locked.size(), 1);
        QVERIFY(p.picks().mine->counts());
        p.moveStart("2026-06-07T15:00:00Z"); // later again: it stays locked, and counts
        open.lookAt("2026-06-07T10:59:59Z");
        QVERIFY(test::await(p.f.tracker->refresh(2026, Progress())));
        QVERIFY(p.picks().mine->counts());
    }

    void isJudgedLikeTheModel()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(test::await(p.f.tracker->predict(p.race.id, {}, Progress())));
        const QStringList field = p.draft().places;
        QVERIFY(p.save({field[1], field[0]}, 0.4)); // the first two changed places
        QVERIFY(p.lock());
        p.f.clock.set(utc("2026-06-07T18:00:00Z"));
        weekend::publishResult(p.f);
        p.syncResult();
        const PicksView view = p.picks();
        QCOMPARE(view.mine->scores.size(), std::size_t(1));
        const PickScoreView& judged = view.mine->scores.front();
        const double n = static_cast<double>(field.size());
        QCOMPARE(judged.scores.positionMae, 2 / n);
        QCOMPARE(judged.stored.winnerCorrect, false);
        QCOMPARE(judged.scores.podiumAccuracy, 1.0);
        QCOMPARE(judged.stored.leaguePoints, 19);
        // He gave 0.4 to another, and so 0.6 / (n - 1) to each of the rest.
        const double rest = 0.6 / (n - 1);
        QCOMPARE(*judged.scores.winnerLogLoss, -std::log(rest));
        QCOMPARE(*judged.scores.winBrier, (0.4 * 0.4 + (1 - rest) * (1 - rest) + (n - 2) * rest * rest) / n);
        QVERIFY(!judged.scores.rps && !judged.scores.podiumBrier && !judged.scores.coverage80);
        const auto evaluation = p.f.tracker->evaluations(p.race.id)->front();
        QCOMPARE(judged.baselines.at("grid").positionMae, evaluation.baselines.at("grid").positionMae);
        QCOMPARE(judged.baselines.at("model").positionMae, evaluation.evaluation.positionMae);
        QCOMPARE(firstProblem(p), QString());
        const auto record = p.f.tracker->pickRecord({}).value();
        QCOMPARE(record.races.size(), std::size_t(1));
        QCOMPARE(*record.all.model.positionMae, 2 / n);
        QCOMPARE(*record.all.baselines.at("model").positionMae, evaluation.evaluation.positionMae);
    }

    void aCorrectedResultIsJudgedAgain()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save()); // no chance
        QVERIFY(p.lock());
        p.f.clock.set(utc("2026-06-07T18:00:00Z"));
        weekend::publishResult(p.f);
        p.syncResult();
        QCOMPARE(p.picks().mine->scores.front().stored.leaguePoints, 29);
        QVERIFY(!p.picks().mine->scores.front().scores.winnerLogLoss);
        std::vector<ResultRow>& rows = p.f.source->resultSessions.front().rows;
        rows[0].classification = Classification::Disqualified; // the winner, on Monday
        rows[0].time.reset();
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
        for (std::size_t k = 0; k < rows.size(); ++k)
            rows[k].position = static_cast<int>(k) + 1;
        p.f.clock.set(utc("2026-06-08T18:00:00Z"));
        p.syncResult();
        const auto scores = p.picks().mine->scores;
        QCOMPARE(scores.size(), std::size_t(2));
        QCOMPARE(scores[0].stored.resultRevision, 2);
        QVERIFY(scores[1].stored.superseded && !scores[0].stored.superseded);
        QCOMPARE(scores[1].stored.leaguePoints, 29);
        QVERIFY(scores[0].stored.leaguePoints < 29);
        QCOMPARE(firstProblem(p), QString());
    }

    void othersAreShownAfterTheStart()
    {
        Players p("2026-06-06T17:00:00Z", "anna");
        p.fetchQualifying();
        QVERIFY(p.save({}, 0.2));
        QVERIFY(p.lock());
        const QByteArray hash = p.picks().mine->pick.hash;
        p.sit("robin");
        PicksView view = p.picks();
        QCOMPARE(view.state, PickState::None);
        QCOMPARE(view.others.size(), std::size_t(1));
        QVERIFY(view.others[0].pick.entries.empty());
        QVERIFY(!view.others[0].pick.winnerChance);
        QVERIFY(view.others[0].pick.snapshot.isEmpty());
        QCOMPARE(view.others[0].pick.hash, hash);
        QCOMPARE(view.standings.size(), std::size_t(3)); // the model, and two people
        QCOMPARE(view.standings[1].state, PickState::Locked);
        QVERIFY(p.save()); // to have locked opens nothing
        QVERIFY(p.lock());
        QVERIFY(p.picks().others[0].pick.entries.empty());
        p.f.clock.set(utc("2026-06-07T13:00:00Z"));
        view = p.picks();
        QVERIFY(view.ordersShown);
        QCOMPARE(view.others[0].pick.entries.size(), view.field.size());
        QCOMPARE(view.others[0].pick.winnerChance, std::optional(0.2));
    }

    void theProofCoversBothLedgers()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        const QByteArray before = p.f.tracker->proof().value();
        QVERIFY(p.save());
        QVERIFY(p.lock());
        const QByteArray proof = p.f.tracker->proof().value();
        QVERIFY2(proof.contains("picks: 1\npicks-head: " + p.picks().mine->pick.hash), proof.constData());
        QVERIFY(!proof.contains("robin"));
        for (const QByteArray& one : {before, proof}) {
            const auto report = p.f.tracker->verify(Progress(), one);
            QVERIFY2(report && report->problems.isEmpty(), one.constData());
        }
        p.f.connection()->run(QStringLiteral("DROP TRIGGER picks_no_delete"));
        p.f.connection()->run(QStringLiteral("DROP TRIGGER pick_entries_no_delete"));
        p.f.connection()->run(QStringLiteral("DELETE FROM pick_entries"));
        p.f.connection()->run(QStringLiteral("DELETE FROM picks"));
        QCOMPARE(firstProblem(p), QString()); // a chain that was cut off fits by itself
        const auto report = p.f.tracker->verify(Progress(), proof);
        QVERIFY2(report->problems.value(0).contains(QStringLiteral("1 picks) does not fit")),
                 qPrintable(report->problems.join(u' ')));
    }

    void verifyComputesScoresAgain()
    {
        Players p("2026-06-06T17:00:00Z");
        p.fetchQualifying();
        QVERIFY(p.save());
        QVERIFY(p.lock());
        p.f.clock.set(utc("2026-06-07T18:00:00Z"));
        weekend::publishResult(p.f);
        p.syncResult();
        p.f.connection()->run(QStringLiteral("DROP TRIGGER pick_metrics_no_update"));
        p.f.connection()->run(QStringLiteral("UPDATE pick_metrics SET league_points = 28"));
        QCOMPARE(firstProblem(p), QStringLiteral("Scores 1 of pick 1: league_points comes out different when "
                                                 "it is computed again."));
    }
};

QTEST_GUILESS_MAIN(PicksTest)
#include "PicksTest.moc"

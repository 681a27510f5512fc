#include "MonacoWeekend.h"

using namespace parcferme;
using namespace parcferme::weekend;
using test::utc;

// The Monaco weekend of 2026 (round 6): qualifying on 6 June at 14:00, race on 7 June at 13:00 UTC. The
// bundled history ends with round 5.
class LifecycleTest : public QObject
{
    Q_OBJECT

private:
    static Result<PredictOutcome> predict(TrackerFixture& f, RaceId race, bool preview = false)
    {
        PredictOptions options;
        options.preview = preview;
        return test::await(f.tracker->predict(race, options, Progress()));
    }

private Q_SLOTS:
    void retrospectiveIsFrozenOnceAndJudgedOffline()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        f.source->reachable = false;
        const Race race = f.tracker->findRace(2025, QStringLiteral("abu dhabi")).value();
        const auto first = predict(f, race.id);
        QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
        QVERIFY(first->created);
        QCOMPARE(first->view.prediction.kind, PredictionKind::Retrospective);
        QCOMPARE(first->view.prediction.entries.size(), 20U);
        QVERIFY(first->view.forecast.stage == predictor::Stage::Grid);
        QCOMPARE(first->view.prediction.snapshotTs, *race.start);
        QCOMPARE(first->view.prediction.entries.front().driver, QStringLiteral("max_verstappen"));

        const auto second = predict(f, race.id);
        QVERIFY(second && !second->created);
        QCOMPARE(second->view.prediction.id, first->view.prediction.id);
        QCOMPARE(second->view.prediction.hash, first->view.prediction.hash);

        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY(synced);
        QVERIFY(!synced->sourceReached);
        QVERIFY(synced->notices.join(QLatin1Char(' ')).contains(QStringLiteral("could not be reached")));
        QVERIFY(synced->newEvaluation);
        QCOMPARE(synced->evaluation->evaluation.positionMae, 2.7);
        QCOMPARE(synced->evaluation->baselines.at("grid").positionMae, 2.6);
        QVERIFY(!test::await(f.tracker->syncRace(race.id, Progress()))->newEvaluation);
        QCOMPARE(f.tracker->record({})->retrospective.races.size(), 1U);
        QVERIFY(f.tracker->record({})->live.races.empty());
        const auto ofStage = [&f](Stage stage) {
            return f.tracker->record({{}, {}, stage})->retrospective.races.size();
        };
        QCOMPARE(ofStage(Stage::Grid), 1U);
        QCOMPARE(ofStage(Stage::Qualifying), 0U);
        QCOMPARE(f.tracker->record({race.year + 1, {}, {}})->retrospective.races.size(), 0U);
        QCOMPARE(f.tracker->record({{}, race.year, Stage::Grid})->retrospective.races.size(), 1U);
    }

    void liveWeekend()
    {
        TrackerFixture f("2026-06-06T10:00:00Z");
        publishCalendar(f);
        const Race race = monaco(f);

        // Saturday morning: a preview with the field of the race before; nothing can be frozen.
        const auto preview = predict(f, race.id, true);
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().text()));
        QCOMPARE(preview->view.prediction.kind, PredictionKind::Preview);
        QCOMPARE(preview->view.prediction.id, 0);
        QVERIFY(preview->view.forecast.stage == predictor::Stage::Nothing);
        QVERIFY(preview->view.provisionalField);
        const auto refused = predict(f, race.id);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PolicyRefused);
        QVERIFY(refused.error().message.contains(QStringLiteral("2026-06-06T16:00:00Z")));

        // Qualifying is out: the live prediction is frozen, once.
        f.clock.set(utc("2026-06-06T17:30:00Z"));
        publishQualifying(f);
        const auto frozen = predict(f, race.id);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QVERIFY(frozen->created);
        QCOMPARE(frozen->view.prediction.kind, PredictionKind::Live);
        QVERIFY(frozen->view.forecast.stage == predictor::Stage::Qualifying);
        QCOMPARE(frozen->view.prediction.fastf1Version, QStringLiteral("parcferme/test fake"));
        QCOMPARE(*frozen->view.serverDate, utc("2026-06-06T17:30:00Z"));
        f.clock.set(utc("2026-06-07T12:00:00Z"));
        QCOMPARE(predict(f, race.id)->view.prediction.hash, frozen->view.prediction.hash);
        QCOMPARE(f.tracker->details(race.id)->overview.state, RaceState::Frozen);

        // Sunday evening: the result.
        f.clock.set(utc("2026-06-07T19:00:00Z"));
        publishResult(f);
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().text()));
        QCOMPARE(*synced->revision, 1);
        QVERIFY(synced->newRevision && synced->newEvaluation);
        QCOMPARE(f.tracker->details(race.id)->overview.state, RaceState::EvaluatedLive);

        // Monday: the winner is disqualified.
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        auto& rows = f.source->resultSessions.front().rows;
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].position = static_cast<int>(i) + 1;
        rows.back().classification = Classification::Disqualified;
        rows.back().time.reset();
        const auto corrected = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY(corrected);
        QCOMPARE(*corrected->revision, 2);
        const RaceDetails page = f.tracker->details(race.id).value();
        QCOMPARE(page.evaluations.size(), 2U);
        QVERIFY(!page.evaluations[0].evaluation.superseded);
        QVERIFY(page.evaluations[1].evaluation.superseded);
        QCOMPARE(page.evaluations[0].evaluation.resultRevision, 2);
        QVERIFY(page.evaluations[0].evaluation.positionMae != page.evaluations[1].evaluation.positionMae);
        // The prediction itself is what it was.
        QCOMPARE(page.prediction->prediction.hash, frozen->view.prediction.hash);
        const auto ledger = f.tracker->verify(Progress());
        QVERIFY(ledger);
        QCOMPARE(ledger->problems, QStringList());
        QCOMPARE(ledger->replayed, 1);
    }

    void unchangedResultAddsNothing()
    {
        TrackerFixture f("2026-06-07T19:00:00Z");
        publishCalendar(f);
        publishQualifying(f);
        publishResult(f);
        const Race race = monaco(f);
        QVERIFY(test::await(f.tracker->syncRace(race.id, Progress()))->newRevision);
        f.clock.set(utc("2026-06-09T19:00:00Z"));
        const auto again = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY(again && !again->newRevision);
        QCOMPARE(*again->revision, 1);
    }

    // Whoever syncs this week's race also learns that last week's result was changed.
    void syncLooksAgainAtRacesOfTheLast14Days()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        QVERIFY(predict(f, race.id));
        f.clock.set(utc("2026-06-07T19:00:00Z"));
        publishResult(f);
        QVERIFY(test::await(f.tracker->syncRace(race.id, Progress())));
        auto& rows = f.source->resultSessions.front().rows;
        std::swap(rows[0].position, rows[1].position);
        std::swap(rows[0], rows[1]);
        f.clock.set(utc("2026-06-14T20:00:00Z"));
        const Race next = f.tracker->findRace(2026, QStringLiteral("7")).value();
        QVERIFY(test::await(f.tracker->syncRace(next.id, Progress())));
        QCOMPARE(f.tracker->details(race.id)->revisions.size(), 2U);
        QCOMPARE(f.tracker->details(race.id)->evaluations.size(), 2U);
    }

    void emptyAnswerNeverReplacesAnything()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        QVERIFY(predict(f, race.id, true));
        f.source->races.clear();
        f.source->qualifyings.front().rows.clear();
        QVERIFY(test::await(f.tracker->syncSeason(2026, Progress())));
        const RaceDetails page = f.tracker->details(race.id).value();
        QVERIFY(!page.qualifying.empty());
        QCOMPARE(page.overview.race.status, RaceStatus::Scheduled);
        QVERIFY(!f.tracker->details(f.tracker->findRace(2026, QStringLiteral("5"))->id)->revisions.empty());
    }

    void postponedRaceKeepsItsPredictionAndCancelledIsVoid()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        const auto frozen = predict(f, race.id);
        QVERIFY(frozen);
        for (CalendarRace& announced : f.source->races)
            if (announced.race.circuit == race.circuit) {
                announced.race.eventDate = announced.race.eventDate.addDays(7);
                announced.race.start = announced.race.start->addDays(7);
                announced.race.qualifyingStart = announced.race.qualifyingStart->addDays(7);
            }
        const auto moved = test::await(f.tracker->syncSeason(2026, Progress()));
        QVERIFY(moved);
        QVERIFY2(moved->notices.join(QLatin1Char(' ')).contains(QStringLiteral("moved")),
                 qPrintable(moved->notices.join(QLatin1Char(' '))));
        RaceDetails page = f.tracker->details(race.id).value();
        QCOMPARE(page.prediction->prediction.hash, frozen->view.prediction.hash);
        QCOMPARE(*page.overview.race.start, race.start->addDays(7));
        QCOMPARE(*page.overview.window.closes, race.start->addDays(7));

        std::erase_if(f.source->races,
                      [&](const CalendarRace& announced) { return announced.race.circuit == race.circuit; });
        QVERIFY(test::await(f.tracker->syncSeason(2026, Progress())));
        page = f.tracker->details(race.id).value();
        QCOMPARE(page.overview.state, RaceState::Cancelled);
        QCOMPARE(page.prediction->prediction.hash, frozen->view.prediction.hash);
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced && synced->notices.join(u' ').contains(QStringLiteral("was cancelled")),
                 synced ? qPrintable(synced->notices.join(u' ')) : qPrintable(synced.error().text()));
        QCOMPARE(f.tracker->verify(Progress())->problems, QStringList());
    }

    void clockOffIsWarnedAndStored()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        f.source->aheadSeconds = 3600;
        const auto frozen = predict(f, monaco(f).id);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        const Warning clockBehind{Warning::Code::ClockBehind, {3600}, {}};
        QCOMPARE(std::ranges::count(frozen->view.warnings, clockBehind), 1);
        QCOMPARE(englishSentence(clockBehind),
                 QStringLiteral("The machine's clock is 3600 s behind the source's."));
        QCOMPARE(f.tracker->sourceStatus().clockOffSeconds.value_or(0), -3600);
        QCOMPARE(frozen->view.prediction.createdAt, utc("2026-06-06T18:30:00Z"));
    }

    void manualGridMakesStageGrid()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        QVERIFY(predict(f, race.id, true));
        std::vector<ManualGrid::Slot> places;
        const auto page = f.tracker->details(race.id);
        for (const QualifyingRow& row : page->qualifying)
            places.push_back({row.driver, static_cast<int>(places.size()) + 1});
        std::swap(places.front().driver, places.back().driver);
        const auto entered = f.tracker->setManualGrid(race.id, places);
        QVERIFY2(entered, entered ? "" : qPrintable(entered.error().text()));
        const auto frozen = predict(f, race.id);
        QVERIFY(frozen);
        QVERIFY(frozen->view.manualGrid);
        QVERIFY(frozen->view.forecast.stage == predictor::Stage::Grid);
        places.front().driver = QStringLiteral("nobody");
        QCOMPARE(f.tracker->setManualGrid(race.id, places).error().code, ErrorCode::Usage);
    }

    void retrospectiveNeedsTheGrid()
    {
        TrackerFixture f("2026-06-07T14:00:00Z"); // started, no result yet
        publishCalendar(f);
        publishQualifying(f);
        const auto refused = predict(f, monaco(f).id);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PolicyRefused);
    }

    // The classification is out, but nobody could ask for it.
    void refusalNamesTheSourceThatIsOutOfReach()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        f.source->reachable = false;
        const auto refused = predict(f, monaco(f).id);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PolicyRefused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("could not be reached")),
                 qPrintable(refused.error().message));
    }

    void asOfNeverFreezes()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        const Race race = f.tracker->findRace(2025, QStringLiteral("24")).value();
        PredictOptions options;
        options.asOf = race.start->addDays(-3);
        const auto outcome = test::await(f.tracker->predict(race.id, options, Progress()));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QCOMPARE(outcome->view.prediction.kind, PredictionKind::Preview);
        QVERIFY(outcome->view.forecast.stage == predictor::Stage::Nothing);
        QVERIFY(!f.tracker->details(race.id)->prediction);
    }

    void cancelledBacktestIsAnError()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        Progress progress;
        progress.cancel();
        QCOMPARE(f.tracker->backtest(2024, 2025, Stage::Grid, Session::Race, progress).error().code,
                 ErrorCode::Cancelled);
        QCOMPARE(f.tracker->backtest(2025, 2024, Stage::Grid, Session::Race, Progress()).error().code,
                 ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "LifecycleTest.moc"

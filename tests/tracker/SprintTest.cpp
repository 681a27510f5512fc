#include "TrackerFixture.h"

#include "store/Statement.h"

#include <algorithm>

using namespace parcferme;
using test::utc;

// The sprint is predicted, frozen, judged and verified like the Grand Prix, beside it and never mixed with
// it. The bundled history of the tests ends with round 5 of 2026, which had a sprint.
class SprintTest : public QObject
{
    Q_OBJECT

private:
    static Race race(const TrackerFixture& f, int year, const char* name)
    {
        return f.tracker->findRace(year, QString::fromLatin1(name)).value();
    }

    static Result<PredictOutcome> predict(TrackerFixture& f, const SessionKey& of, bool preview = false)
    {
        PredictOptions options;
        options.preview = preview;
        return test::await(f.tracker->predict(of, options, Progress()));
    }

    // The British weekend of 2026: sprint on 4 July at 11:00, qualifying at 15:00, race on 5 July.
    static SessionKey silverstone(TrackerFixture& f)
    {
        const Race known = race(f, 2026, "British");
        Race published = known;
        published.sprintStart = utc("2026-07-04T11:00:00Z");
        f.source->races.push_back({published, f.tracker->details(known.id)->circuit});
        if (!test::await(f.tracker->refresh(2026, Progress())))
            qFatal("The calendar was not read.");
        return {known.id, Session::Sprint};
    }

    static std::vector<ManualGrid::Slot> fieldOfRoundFive(TrackerFixture& f)
    {
        std::vector<ManualGrid::Slot> places;
        const ResultRevision before = *f.tracker->newestResult(race(f, 2026, "Canadian").id).value();
        for (const ResultRow& row : before.rows)
            places.push_back({row.driver, static_cast<int>(places.size()) + 1});
        return places;
    }

private Q_SLOTS:
    void retrospectiveIsJudgedApartAndVerified()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        f.source->reachable = false;
        const Race china = race(f, 2026, "Chinese");
        const SessionKey sprint(china.id, Session::Sprint);
        const auto made = predict(f, sprint);
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        const Prediction& prediction = made->view.prediction;
        QCOMPARE(prediction.kind, PredictionKind::Retrospective);
        QCOMPARE(prediction.session, Session::Sprint);
        QCOMPARE(prediction.sessionType, QStringLiteral("SQ"));
        QCOMPARE(prediction.snapshotTs, china.startOrDate(Session::Sprint));
        QVERIFY(made->view.forecast.stage == predictor::Stage::Grid);
        for (const PredictionEntry& entry : prediction.entries)
            QVERIFY(!entry.predictedRaceTime && !entry.gap && !entry.gapHigh && !entry.pLapped);
        const auto database = f.connection(); // outlives its rows
        auto rows = database->run(QStringLiteral(
            "SELECT count(*) FROM prediction_entries WHERE gap IS NULL AND predicted_race_time IS NULL"));
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->integer(0), qint64(prediction.entries.size()));

        QVERIFY(predict(f, china.id)); // the Grand Prix has a prediction of its own
        const auto synced = test::await(f.tracker->syncRace(sprint, Progress()));
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().text()));
        QVERIFY(synced->evaluation);
        QVERIFY(!synced->evaluation->evaluation.timeMaeSeconds);
        QVERIFY(!synced->evaluation->baselines.contains("qualifying"));
        RecordScope scope;
        scope.session = Session::Sprint;
        QCOMPARE(f.tracker->record(scope)->retrospective.races.size(), std::size_t(1));
        QCOMPARE(f.tracker->record({})->retrospective.races.size(), std::size_t(1));

        // As the backtest walks to it.
        const auto backtest = f.tracker->backtest(2026, 2026, Stage::Grid, Session::Sprint, Progress());
        QVERIFY2(backtest, backtest ? "" : qPrintable(backtest.error().text()));
        QCOMPARE(backtest->races.size(), std::size_t(3));
        std::vector<std::string> order;
        for (const PredictionEntry& entry : prediction.entries)
            order.push_back(entry.driver.toStdString());
        QCOMPARE(order, backtest->races.front().order);
        QCOMPARE(synced->evaluation->evaluation.positionMae, backtest->races.front().model.positionMae);

        const auto report = f.tracker->verify(Progress());
        QVERIFY2(report && report->problems.isEmpty(),
                 report ? qPrintable(report->problems.join(u' ')) : qPrintable(report.error().text()));
        QCOMPARE(report->replayed, 2);
    }

    void theWindowOpensWithTheGridAndClosesAtTheStart()
    {
        TrackerFixture f("2026-07-03T18:00:00Z");
        const SessionKey sprint = silverstone(f);
        const auto early = predict(f, sprint);
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::PolicyRefused);
        QVERIFY2(early.error().message.contains(QStringLiteral("grid of the sprint")),
                 qPrintable(early.error().message));
        const auto preview = predict(f, sprint, true);
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().text()));
        QVERIFY(preview->view.forecast.stage == predictor::Stage::Nothing);
        const Warning gridUnknown{Warning::Code::SprintGridUnknown, {}, {}};
        QCOMPARE(std::ranges::count(preview->view.warnings, gridUnknown), 1);

        QVERIFY(f.tracker->setManualGrid(sprint, fieldOfRoundFive(f)));
        QVERIFY(f.tracker->details(sprint)->overview.window.open);
        const auto frozen = predict(f, sprint);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QCOMPARE(frozen->view.prediction.kind, PredictionKind::Live);
        QVERIFY(frozen->view.manualGrid);
        QVERIFY(frozen->view.forecast.session == predictor::Session::Sprint);
        QVERIFY(!predict(f, sprint)->created);
        QVERIFY(!predict(f, sprint.race)); // its qualifying is still to come
        const RaceOverview overview = f.tracker->details(sprint.race)->overview;
        QCOMPARE(overview.state, RaceState::Scheduled);
        QCOMPARE(overview.other->state, RaceState::Frozen);

        f.clock.set(utc("2026-07-04T11:00:00Z"));
        const Status late = f.tracker->setManualGrid(sprint, {});
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::PolicyRefused);
    }

    void aWeekendWithoutASprintHasNone()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        const auto none = f.tracker->details({race(f, 2026, "Monaco").id, Session::Sprint});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
    }

    // The order rating with the sprint and without it stands in the forecast of the Grand Prix.
    void theSprintIsEvidenceForTheGrandPrix()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        f.source->reachable = false;
        const auto china = predict(f, race(f, 2026, "Chinese").id);
        QVERIFY2(china, china ? "" : qPrintable(china.error().text()));
        for (const predictor::DriverForecast& driver : china->view.forecast.drivers)
            QVERIFY(driver.ratingOrderBeforeSprint);
        const auto japan = predict(f, race(f, 2026, "Japanese").id);
        QVERIFY(japan);
        QVERIFY(!japan->view.forecast.drivers.front().ratingOrderBeforeSprint);
    }
};

QTEST_GUILESS_MAIN(SprintTest)
#include "SprintTest.moc"

#include "MonacoWeekend.h"

#include "tracker/FactSelection.h"
#include "tracker/FreezeSchedule.h"

#include <QSignalSpy>

using namespace parcferme;
using namespace parcferme::weekend;
using test::utc;

// What a race weekend brings that no plan has: starts that move, corrections that come late, races that the
// bundled history does not know.
class RealWeekendsTest : public QObject
{
    Q_OBJECT

private:
    static void moveStart(TrackerFixture& f, const QDateTime& start)
    {
        for (CalendarRace& race : f.source->races)
            if (race.race.name.startsWith(QStringLiteral("Monaco")))
                race.race.start = start;
    }

    static Result<PredictOutcome> predict(TrackerFixture& f, RaceId race, const PredictOptions& options = {})
    {
        return test::await(f.tracker->predict(race, options, Progress()));
    }

private Q_SLOTS:
    // Frozen at 12:50 for 13:00; on Monday the source says that they started at 12:30.
    void aStartThatWasEarlierVoids()
    {
        TrackerFixture f("2026-06-07T12:50:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        const auto frozen = predict(f, race.id);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QCOMPARE(frozen->view.prediction.kind, PredictionKind::Live);
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        publishResult(f);
        QVERIFY(test::await(f.tracker->syncRace(race.id, Progress())));
        QCOMPARE(f.tracker->record({})->live.races.size(), 1U);
        QCOMPARE(*f.tracker->judgedRaces(), 1);

        moveStart(f, utc("2026-06-07T12:30:00Z"));
        QVERIFY(test::await(f.tracker->refresh(2026, Progress())));
        const RaceDetails details = f.tracker->details(race.id).value();
        QCOMPARE(details.overview.state, RaceState::Void);
        const auto again = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(again && again->notices.join(u' ').contains(QStringLiteral("is void")),
                 again ? qPrintable(again->notices.join(u' ')) : qPrintable(again.error().text()));
        QCOMPARE(details.prediction->prediction.kind, PredictionKind::Void);
        QCOMPARE(f.tracker->record({})->live.races.size(), 0U);
        QCOMPARE(f.tracker->record({})->retrospective.races.size(), 0U);
        QCOMPARE(*f.tracker->judgedRaces(), 0);
        const LedgerReport report = f.tracker->verify(Progress()).value();
        QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u'\n')));
        QCOMPARE(report.predictions.front().kind, PredictionKind::Void);

        // What it takes the place of can be made now, and is shown instead.
        const auto later = predict(f, race.id);
        QVERIFY2(later, later ? "" : qPrintable(later.error().text()));
        QCOMPARE(later->view.prediction.kind, PredictionKind::Retrospective);
        QCOMPARE(f.tracker->details(race.id)->prediction->prediction.kind, PredictionKind::Retrospective);

        // The correction was wrong itself: nothing was lost.
        moveStart(f, utc("2026-06-07T13:00:00Z"));
        QVERIFY(test::await(f.tracker->refresh(2026, Progress())));
        QCOMPARE(f.tracker->details(race.id)->overview.state, RaceState::EvaluatedLive);
    }

    // One regular is left out of qualifying; another one's car is driven by somebody else.
    void regularsWithoutARowAreSaid()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        auto& rows = f.source->qualifyings.front().rows;
        const QString missing = rows.back().driver;
        rows.pop_back();
        rows[3].driver = QStringLiteral("somebody_else");
        PredictOptions options;
        options.preview = true;
        const auto preview = predict(f, monaco(f).id, options);
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().text()));
        QStringList field;
        for (const PredictionEntry& entry : preview->view.prediction.entries)
            field.append(entry.driver);
        QVERIFY(field.contains(missing) && field.contains(QStringLiteral("somebody_else")));
        QCOMPARE(field.size(), qsizetype(rows.size()) + 1);
        const auto& warnings = preview->view.warnings;
        const Warning notInQualifying{Warning::Code::NotInQualifying, {1}, {}};
        const Warning regularMissing{Warning::Code::RegularsMissing, {1}, {}};
        QVERIFY(std::ranges::count(warnings, notInQualifying) == 1);
        QVERIFY(std::ranges::count(warnings, regularMissing) == 1);
    }

    // In the result one driver has an id of his own, made of his name alone.
    void oneDriverUnderTwoIdsIsJudgedOnce()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        QVERIFY(predict(f, race.id));
        const People people = f.tracker->people().value();
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        publishResult(f);
        ResultRow& second = f.source->resultSessions.front().rows[1];
        const QString known = second.driver;
        Driver again = people.drivers.value(known);
        again.id = QStringLiteral("the_same");
        again.code.clear();
        again.born.reset();
        again.familyName = again.familyName.toUpper();
        second.driver = again.id;
        f.source->named.drivers = {again};
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().text()));
        QVERIFY2(synced->notices.join(u' ').contains(QStringLiteral("the_same")),
                 qPrintable(synced->notices.join(u' ')));
        const RaceDetails details = f.tracker->details(race.id).value();
        QCOMPARE(details.revisions.back().rows[1].driver, known);
        QCOMPARE(details.evaluations.front().evaluation.starters, int(details.revisions.back().rows.size()));
        QCOMPARE(*test::await(f.tracker->syncRace(race.id, Progress()))->revision,
                 1); // no news the second time
    }

    // One of the prediction stays in the garage, and somebody starts whom it did not have.
    void whoIsNotJudgedIsListed()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        QVERIFY(predict(f, race.id));
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        publishResult(f);
        auto& rows = f.source->resultSessions.front().rows;
        const QString absent = rows[3].driver;
        const QString inGarage = rows.back().driver;
        rows[3].driver = QStringLiteral("reserve");
        rows.back().classification = Classification::DidNotStart;
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced && synced->evaluation, synced ? "" : qPrintable(synced.error().text()));
        QCOMPARE(synced->evaluation->notForecast, QStringList{QStringLiteral("reserve")});
        QCOMPARE(QSet<QString>(synced->evaluation->notStarted.begin(), synced->evaluation->notStarted.end()),
                 (QSet<QString>{absent, inGarage}));
        QCOMPARE(synced->evaluation->evaluation.starters, int(rows.size()) - 2);
        QCOMPARE(f.tracker->details(race.id)->evaluations.front().notStarted, synced->evaluation->notStarted);
    }

    void aDemandAsksTheSourceItself()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        PredictOptions options;
        options.preview = true;
        QVERIFY(predict(f, race.id, options));
        QVERIFY(!f.source->queries.empty());
        for (const DataSource::Query& query : f.source->queries)
            QVERIFY(query.freshness == Freshness::Refresh && query.deadline.isForever());
        f.source->queries.clear();
        options.onDemand = false;
        QVERIFY(predict(f, race.id, options));
        QVERIFY(f.source->queries.front().freshness == Freshness::Normal);
        f.source->queries.clear();
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        publishResult(f);
        QVERIFY(test::await(f.tracker->syncRace(race.id, Progress())));
        QVERIFY(f.source->queries.front().freshness == Freshness::Refresh);
    }

    // A source that hangs costs the time that is left, and not the prediction.
    void theStartComesFirst()
    {
        TrackerFixture f("2026-06-07T12:58:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race race = monaco(f);
        QVERIFY(test::await(f.tracker->refresh(2026, Progress())));
        f.source->queries.clear();
        QVERIFY(predict(f, race.id));
        QVERIFY(!f.source->queries.empty());
        for (const DataSource::Query& query : f.source->queries) {
            const qint64 left = query.deadline.remainingTime();
            QVERIFY2(left > 60'000 && left <= 100'000, QByteArray::number(left));
        }
    }

    void theCalendarIsReadAgainAsAStartComesNear()
    {
        FreezeSchedule schedule(true);
        RaceOverview race;
        race.race.start = utc("2026-06-07T13:00:00Z");
        race.race.eventDate = QDate(2026, 6, 7);
        const auto wants = [&](const char* time) {
            const bool wanted = schedule.wantsCalendar({race}, utc(time));
            schedule.at({race}, utc(time));
            return wanted;
        };
        QVERIFY(!wants("2026-06-06T10:00:00Z"));
        QVERIFY(wants("2026-06-06T13:00:30Z"));
        QVERIFY(!wants("2026-06-06T13:01:00Z"));
        QVERIFY(wants("2026-06-07T08:00:00Z")); // asleep at seven
        QVERIFY(!wants("2026-06-07T09:59:00Z"));
        QVERIFY(wants("2026-06-07T10:00:00Z"));
        QVERIFY(wants("2026-06-07T12:00:00Z"));
        QVERIFY(wants("2026-06-07T12:50:00Z"));
        QVERIFY(!wants("2026-06-07T12:55:00Z"));
        QVERIFY(!wants("2026-06-07T13:10:00Z"));
        QVERIFY(!FreezeSchedule(false).wantsCalendar({race}, utc("2026-06-07T12:50:00Z")));
        QVERIFY(FreezeSchedule(true).wantsCalendar({race},
                                                   utc("2026-06-07T11:00:00Z"))); // at the program's start
    }

    // The grid that came on Monday, and a grid that was corrected on Tuesday.
    void aGridThatComesLaterIsARevision()
    {
        TrackerFixture f("2026-06-08T12:00:00Z");
        publishCalendar(f);
        publishQualifying(f);
        publishResult(f);
        const Race race = monaco(f);
        auto& rows = f.source->resultSessions.front().rows;
        for (ResultRow& row : rows)
            row.grid.reset();
        QVERIFY(test::await(f.tracker->syncRace(race.id, Progress())));
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].grid = static_cast<int>(rows.size() - i);
        QCOMPARE(*test::await(f.tracker->syncRace(race.id, Progress()))->revision, 2);
        const auto later = predict(f, race.id);
        QVERIFY2(later, later ? "" : qPrintable(later.error().text()));
        // The newest revision's grid is what a retrospective prediction starts from.
        for (const PredictionEntry& entry : later->view.prediction.entries)
            if (entry.driver == rows.back().driver) // last in qualifying, first on that grid
                QVERIFY2(entry.predictedPosition < 12, QByteArray::number(entry.predictedPosition));
    }

    // 2027, which no history knows: Monaco without its laps, and a circuit nobody has raced at.
    void nextSeasonCanBeForecast()
    {
        TrackerFixture f("2026-12-20T12:00:00Z");
        publishCalendar(f);
        Race race = monaco(f);
        race.id = 0;
        race.year = 2027;
        race.round = 1;
        race.eventDate = QDate(2027, 3, 14);
        race.start = utc("2027-03-14T13:00:00Z");
        race.qualifyingStart = utc("2027-03-13T14:00:00Z");
        race.laps.reset();
        race.courseKm.reset();
        f.source->races.push_back({race, f.tracker->details(monaco(f).id)->circuit});
        QSignalSpy changed(f.tracker.get(), &Tracker::changed);
        QVERIFY(test::await(f.tracker->refresh(2026, Progress())));
        QVERIFY(changed.last().first().value<ChangeSet>().seasons.contains(2027));
        QCOMPARE(f.tracker->seasons()->front(), 2027);
        PredictOptions options;
        options.preview = true;
        const auto preview = predict(f, f.tracker->races(2027)->front().race.id, options);
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().text()));
        const Warning lapsOfLastRace{Warning::Code::LapsOfLastRace, {}, {}};
        QCOMPARE(std::ranges::count(preview->view.warnings, lapsOfLastRace), 1);
        QVERIFY(preview->view.forecast.drivers.front().raceTime > 5000);
    }

    // Neither laps nor length are known of a new circuit: the order is said, and no times; frozen, judged and
    // verified like any other.
    void aNewCircuitHasNoTimes()
    {
        TrackerFixture f("2026-06-06T17:30:00Z");
        publishCalendar(f);
        publishQualifying(f);
        const Race known = monaco(f);
        for (CalendarRace& race : f.source->races)
            if (race.race.round == known.round) {
                race.race.circuit = race.circuit.id = QStringLiteral("atlantis");
                race.race.name = QStringLiteral("Atlantis Grand Prix");
                race.race.laps.reset();
                race.race.courseKm.reset();
            }
        f.source->qualifyings.front().circuit = QStringLiteral("atlantis");
        QVERIFY(test::await(f.tracker->refresh(2026, Progress())));
        const auto race = f.tracker->findRace(2026, QStringLiteral("Atlantis"));
        QVERIFY2(race, race ? "" : qPrintable(race.error().text()));
        const auto frozen = predict(f, race->id);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QCOMPARE(frozen->view.prediction.kind, PredictionKind::Live);
        const Warning lapsUnknown{Warning::Code::LapsUnknown, {}, {}};
        QCOMPARE(std::ranges::count(frozen->view.warnings, lapsUnknown), 1);
        for (const PredictionEntry& entry : frozen->view.prediction.entries)
            QVERIFY(!entry.predictedRaceTime && !entry.gap && !entry.uncertainty && !entry.gapLow &&
                    !entry.gapHigh && !entry.pLapped && entry.pWin > 0);
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        publishResult(f);
        f.source->resultSessions.front().circuit = QStringLiteral("atlantis");
        const auto synced = test::await(f.tracker->syncRace(race->id, Progress()));
        QVERIFY2(synced && synced->evaluation, synced ? "" : qPrintable(synced.error().text()));
        QVERIFY(!synced->evaluation->evaluation.timeMaeSeconds &&
                !synced->evaluation->evaluation.gapMaeSeconds);
        QVERIFY(synced->evaluation->evaluation.rps);
        const LedgerReport report = f.tracker->verify(Progress()).value();
        QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u'\n')));
        QCOMPARE(report.replayed, 1);
    }

    // Of the distance of the sporting rules the length of the lap makes laps, where nobody has raced before.
    void withoutAnEarlierRaceTheRuleSaysTheLaps()
    {
        RaceRecord before;
        before.race = sample::race(1, 1, "elsewhere", "2026-03-08T13:00:00Z");
        ResultRevision& result = before.revisions.emplace_back();
        result.of = {1, Session::Race};
        for (const char* driver : {"norris", "piastri", "russell"})
            result.rows.push_back(sample::row(static_cast<int>(result.rows.size()) + 1, driver, 5000));
        const auto lapsOf = [&](const char* circuit, double courseKm) {
            RaceRecord next;
            next.race = sample::race(2, 2, circuit, "2026-03-22T13:00:00Z");
            next.race.laps.reset();
            next.race.courseKm = courseKm;
            const auto selection = selectFacts({before, next}, {2, utc("2026-03-20T12:00:00Z"), false, {}});
            return selection && selection->laps == FactSelection::Laps::Rule
                       ? selection->race.lapsPlanned.value_or(0)
                       : -1;
        };
        QCOMPARE(lapsOf("newring", 5.4), 57); // 305 km
        QCOMPARE(lapsOf("newring", 6.1), 50);
        QCOMPARE(lapsOf("monaco", 3.337), 78); // 260 km
    }

    // No source has the qualifying: who knows the grid enters it, with a newcomer in the car of somebody
    // else.
    void aGridByHandOpensTheWindow()
    {
        TrackerFixture f("2026-06-06T13:00:00Z"); // an hour before qualifying
        publishCalendar(f);
        publishQualifying(f);
        std::vector<ManualGrid::Slot> places;
        for (const QualifyingRow& row : f.source->qualifyings.front().rows)
            places.push_back({row.driver, static_cast<int>(places.size()) + 1});
        const QString absent = places[2].driver;
        const QString freeCar = f.source->qualifyings.front().rows[2].team;
        f.source->qualifyings.clear();
        const Race race = monaco(f);
        QCOMPARE(f.tracker->setManualGrid(race.id, places).error().code, ErrorCode::NotYet);

        f.clock.set(utc("2026-06-06T19:00:00Z"));
        const auto early = predict(f, race.id);
        QVERIFY(!early);
        QVERIFY2(early.error().message.contains(QStringLiteral("was expected about")),
                 qPrintable(early.error().message));
        QCOMPARE(f.tracker->driverOfGrid(race.id, places[0].driver)->id, places[0].driver);
        QCOMPARE(f.tracker->driverOfGrid(race.id, QStringLiteral("Nobody")).error().code,
                 ErrorCode::NotFound);
        const auto newcomer = f.tracker->driverOfGrid(race.id, QStringLiteral("Ána Nováková"));
        QVERIFY2(newcomer, newcomer ? "" : qPrintable(newcomer.error().text()));
        QCOMPARE(newcomer->id, QStringLiteral("novakova"));
        places.push_back({newcomer->id, 0});
        QCOMPARE(f.tracker->setManualGrid(race.id, places, {*newcomer}).error().code,
                 ErrorCode::Usage); // each car has a driver
        places[2].driver = newcomer->id;
        places.pop_back();
        const Status entered = f.tracker->setManualGrid(race.id, places, {*newcomer});
        QVERIFY2(entered, entered ? "" : qPrintable(entered.error().text()));
        QCOMPARE(f.tracker->details(race.id)->overview.state, RaceState::WindowOpen);
        const auto frozen = predict(f, race.id);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QCOMPARE(frozen->view.prediction.kind, PredictionKind::Live);
        QVERIFY(frozen->view.manualGrid && frozen->view.forecast.stage == predictor::Stage::Grid);
        QStringList field;
        for (const PredictionEntry& entry : frozen->view.prediction.entries) {
            field.append(entry.driver);
            if (entry.driver == newcomer->id)
                QCOMPARE(entry.team, freeCar);
        }
        QCOMPARE(field.size(), qsizetype(places.size()));
        QVERIFY(field.contains(newcomer->id) && !field.contains(absent));

        // The source has an id of its own for the newcomer: it is the same.
        f.clock.set(utc("2026-06-08T12:00:00Z"));
        publishQualifying(f);
        auto& rows = f.source->qualifyings.front().rows;
        rows[2].driver = QStringLiteral("ana_novakova");
        Driver named = *newcomer;
        named.id = rows[2].driver;
        f.source->named.drivers = {named};
        publishResult(f);
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced && synced->evaluation, synced ? "" : qPrintable(synced.error().text()));
        QCOMPARE(synced->evaluation->evaluation.starters, int(places.size()));
    }
};

QTEST_GUILESS_MAIN(RealWeekendsTest)
#include "RealWeekendsTest.moc"

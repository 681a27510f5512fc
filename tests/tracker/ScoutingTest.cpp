#include "MonacoWeekend.h"

#include "store/GridRepository.h"
#include "store/WeatherRepository.h"
#include "tracker/AutoFreeze.h"
#include "tracker/StartingField.h"

#include <QSignalSpy>

using namespace parcferme;
using namespace Qt::StringLiterals;
using test::utc;

namespace {

// The Monaco weekend of 2026 (round 6) with further sources: qualifying on 6 June at 14:00, race on 7 June at
// 13:00 UTC. The bundled history ends with round 5.
struct Weekend
{
    explicit Weekend(const char* time) : f(time)
    {
        f.withFurther = true;
        f.open();
        weekend::publishCalendar(f);
        race = weekend::monaco(f);
        const auto before = f.tracker->details(f.tracker->findRace(2026, u"5"_s).value().id).value();
        for (const ResultRow& row : before.revisions.back().rows)
            drivers.push_back(row);
    }

    void publishQualifying()
    {
        SessionRows<QualifyingRow> session{2026, race.round, race.circuit, race.eventDate, {}};
        for (const ResultRow& row : drivers) {
            const auto position = static_cast<int>(session.rows.size()) + 1;
            session.rows.push_back(
                {row.driver, row.team, row.number, position, 72000 + 90 * position, {}, {}});
        }
        f.source->qualifyings = {session};
    }
    // The order of qualifying, with two cars in each other's place; 1, 1: as it is.
    void publishGrid(int one = 1, int other = 1)
    {
        GridState& grid = f.openF1->grids[Session::Race];
        grid = {};
        for (const ResultRow& row : drivers)
            grid.places.push_back({row.driver, static_cast<int>(grid.places.size()) + 1});
        const auto place = [&](int number) -> GridPlace& {
            return grid.places.at(static_cast<std::size_t>(number) - 1);
        };
        std::swap(place(one).driver, place(other).driver);
    }
    void publishForecast(double chance)
    {
        f.openMeteo->hours[Session::Race] = {{utc("2026-06-07T13:00:00Z"), chance, 0.1, {}, 22.5, 3.0}};
    }
    Result<PredictOutcome> predict(bool preview = false)
    {
        PredictOptions options;
        options.preview = preview;
        return test::await(f.tracker->predict(race.id, options, Progress()));
    }
    RaceDetails details() const { return f.tracker->details(race.id).value(); }
    QString first() const { return drivers.front().driver; }

    TrackerFixture f;
    Race race;
    std::vector<ResultRow> drivers;
};

} // namespace

class ScoutingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePublishedGridMakesStageGrid()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishGrid(1, 5);
        const auto frozen = w.predict();
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QVERIFY(frozen->view.forecast.stage == predictor::Stage::Grid);
        QVERIFY(!frozen->view.manualGrid);
        QCOMPARE(frozen->view.officialGridAt, std::optional(utc("2026-06-06T18:00:00Z")));
        // As it is read again, and as another start of the program reads it.
        QCOMPARE(w.details().prediction->officialGridAt, frozen->view.officialGridAt);
        w.f.open();
        const RaceDetails details = w.details();
        QCOMPARE(details.prediction->officialGridAt, std::optional(utc("2026-06-06T18:00:00Z")));
        QCOMPARE(details.officialGrid->source, u"openf1"_s);
        QVERIFY(details.gridMoves.empty());
        const auto report = w.f.tracker->verify(Progress());
        QVERIFY2(report && report->problems.isEmpty(), report ? qPrintable(report->problems.join(u' ')) : "");
        QCOMPARE(report->replayed, 1);
        // The field that the source was asked with: numbers and codes of the weekend.
        QVERIFY(frozen->view.forecast.drivers.size() == w.drivers.size());
    }

    // Nobody is left to believe that the grid was asked for again.
    void anOlderGridThatServesIsTold()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishGrid();
        w.f.openF1->noAnswer =
            NoAnswer{NoAnswer::Why::OutOfReach, {ErrorCode::Network, u"Broken."_s, {}}, {}};
        const auto frozen = w.predict();
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QVERIFY2(frozen->notices.contains(u"Broken. The starting grid of 6 Jun 2026 18:00 UTC serves."_s),
                 qPrintable(frozen->notices.join(u' ')));
        QVERIFY(frozen->view.officialGridAt);
    }

    // The one source has no qualifying on the day of the race; the other one has the grid.
    void theGridWillDoInTheLastHours()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishGrid(1, 5);
        const auto preview = w.predict(true);
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().text()));
        QVERIFY(preview->view.forecast.stage == predictor::Stage::Grid);
        const auto early = w.predict(); // its times may still come
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::PolicyRefused);
        QCOMPARE(w.details().overview.state, RaceState::Scheduled);

        w.f.clock.set(utc("2026-06-07T10:00:00Z"));
        QCOMPARE(w.details().overview.state, RaceState::WindowOpen);
        const auto frozen = w.predict();
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().text()));
        QCOMPARE(frozen->view.prediction.kind, PredictionKind::Live);
        QVERIFY(frozen->view.forecast.stage == predictor::Stage::Grid);
        QVERIFY(frozen->view.officialGridAt);
        QCOMPARE(frozen->view.forecast.drivers.size(), w.drivers.size());
        QVERIFY(frozen->view.prediction.numImputed > 0); // what qualifying would have told
        const auto report = w.f.tracker->verify(Progress());
        QVERIFY2(report && report->problems.isEmpty(), report ? qPrintable(report->problems.join(u' ')) : "");
        QCOMPARE(report->replayed, 1);
    }

    void theSourceIsToldTheField()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        QVERIFY(w.predict(true));
        const auto& asked = w.f.openF1->asked;
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked.front().race.id, w.race.id);
        QCOMPARE(asked.front().freshness, Freshness::Refresh);
        QVERIFY(!asked.front().deadline.isForever());
        QCOMPARE(asked.front().field.size(), w.drivers.size());
        QCOMPARE(asked.front().field.front().driver, w.first());
        QCOMPARE(asked.front().field.front().number, *w.drivers.front().number);
        QVERIFY(!asked.front().field.front().code.isEmpty());
        QVERIFY(asked.front().latitude && asked.front().longitude);
    }

    void theFieldHasWhoHasNoRowInQualifying()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        auto& rows = w.f.source->qualifyings.front().rows;
        const QString absent = rows.back().driver;
        rows.pop_back();
        w.publishGrid();
        const auto frozen = w.predict();
        QVERIFY(frozen);
        QVERIFY(std::ranges::find(w.f.openF1->asked.front().field, absent, &Starter::driver) !=
                w.f.openF1->asked.front().field.end());
        QCOMPARE(frozen->view.forecast.drivers.size(), w.drivers.size());
        // Somebody else in his car is not taken for him.
        std::vector<RaceRecord> records(2);
        records[0].race = sample::race(1, 1, "a", "2026-05-01T13:00:00Z");
        records[0].revisions.push_back({});
        ResultRow regular = sample::row(1, "regular", 6000);
        regular.number = 7;
        records[0].revisions.back().rows = {regular};
        records[1].race = sample::race(2, 2, "b", "2026-05-08T13:00:00Z");
        records[1].qualifying = {{u"newcomer"_s, u"team"_s, 7, 1, {}, {}, {}}};
        const auto field = startingField(records, 2, {});
        QCOMPARE(field.size(), std::size_t(1));
        QCOMPARE(field.front().driver, u"newcomer"_s);
        // Nor is he expected when both cars of his team have others, whatever their numbers.
        records[1].qualifying = {{u"newcomer"_s, u"team"_s, 50, 1, {}, {}, {}},
                                 {u"another"_s, u"team"_s, 51, 2, {}, {}, {}}};
        QCOMPARE(startingField(records, 2, {}).size(), std::size_t(2));
        records[1].qualifying.pop_back();
        QCOMPARE(startingField(records, 2, {}).size(), std::size_t(2)); // one car is free
    }

    void byHandWinsUntilItIsTakenBack()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishGrid(1, 5);
        QVERIFY(w.predict(true));
        std::vector<ManualGrid::Slot> places;
        for (const ResultRow& row : w.drivers)
            places.push_back({row.driver, static_cast<int>(places.size()) + 1});
        QVERIFY(w.f.tracker->setManualGrid(w.race.id, places));
        auto preview = w.predict(true);
        QVERIFY(preview && preview->view.manualGrid && !preview->view.officialGridAt);
        QVERIFY(w.f.tracker->setManualGrid(w.race.id, {}));
        preview = w.predict(true);
        QVERIFY(preview && !preview->view.manualGrid && preview->view.officialGridAt);
    }

    void aGridAfterTheFreezeChangesNothing()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        const auto frozen = w.predict();
        QVERIFY(frozen && frozen->view.forecast.stage == predictor::Stage::Qualifying);
        w.f.clock.set(utc("2026-06-07T08:00:00Z"));
        w.publishGrid(1, 5);
        QSignalSpy changed(w.f.tracker.get(), &Tracker::changed);
        const auto told = test::await(w.f.tracker->lookAhead(Progress()));
        QVERIFY(told && told->isEmpty());
        QCOMPARE(changed.count(), 1);
        const RaceDetails details = w.details();
        QCOMPARE(details.officialGrid->fetchedAt, utc("2026-06-07T08:00:00Z"));
        QCOMPARE(details.gridMoves.size(), std::size_t(2));
        QCOMPARE(details.gridMoves.back().driver, w.first());
        QCOMPARE(details.gridMoves.back().from, 1);
        QCOMPARE(details.gridMoves.back().to, 5);
        QVERIFY(!details.prediction->officialGridAt);
        QCOMPARE(details.prediction->prediction.hash, frozen->view.prediction.hash);
        const auto again = w.predict();
        QVERIFY(again && !again->created);
        QVERIFY(again->view.forecast.stage == predictor::Stage::Qualifying);
    }

    void everyStateIsKeptUntilTheStart()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishGrid();
        QVERIFY(w.predict(true));
        w.f.clock.set(utc("2026-06-06T19:00:00Z"));
        QVERIFY(w.predict(true)); // the same: no new state
        w.f.clock.set(utc("2026-06-07T08:00:00Z"));
        w.publishGrid(1, 5);
        QVERIFY(w.predict(true));
        const auto database = w.f.connection();
        const auto states = GridRepository(*database).states(w.race.id).value();
        QCOMPARE(states.size(), std::size_t(2));
        QCOMPARE(states.front().fetchedAt, utc("2026-06-06T18:00:00Z"));
        QCOMPARE(states.back().fetchedAt, utc("2026-06-07T08:00:00Z"));
        // What was known at a moment is seen then.
        PredictOptions then;
        then.preview = true;
        then.asOf = utc("2026-06-07T07:00:00Z");
        const auto asOf = test::await(w.f.tracker->predict(w.race.id, then, Progress()));
        QVERIFY(asOf);
        QCOMPARE(asOf->view.officialGridAt, std::optional(utc("2026-06-06T18:00:00Z")));
        // After the start nobody asks for a grid.
        w.f.clock.set(utc("2026-06-07T13:30:00Z"));
        const auto before = w.f.openF1->asked.size();
        QVERIFY(test::await(w.f.tracker->syncRace(w.race.id, Progress())));
        QCOMPARE(w.f.openF1->asked.size(), before + 1); // the weather that was measured
    }

    void noAnswerStopsNothing()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.f.openF1->trouble = Error{ErrorCode::Network, u"OpenF1 answers nobody."_s, {}};
        w.f.openMeteo->trouble = Error{ErrorCode::Data, u"Nonsense."_s, {}};
        const auto frozen = w.predict();
        QVERIFY(frozen && frozen->created);
        QVERIFY(frozen->notices.contains(u"OpenF1 answers nobody."_s));
        QVERIFY(frozen->notices.contains(u"Nonsense."_s));
        // What is published and does not count is told, and not stored.
        Weekend other("2026-06-06T18:00:00Z");
        other.publishQualifying();
        other.f.openF1->grids[Session::Race].refusal = u"OpenF1's starting grid is not used: car 77."_s;
        const auto without = other.predict();
        QVERIFY(without && without->view.forecast.stage == predictor::Stage::Qualifying);
        QVERIFY(without->notices.contains(u"OpenF1's starting grid is not used: car 77."_s));
        QVERIFY(!other.details().officialGrid);
        // Offline is said once, by the source of results.
        Weekend offline("2026-06-06T18:00:00Z");
        offline.publishQualifying();
        offline.f.openF1->trouble = Error{ErrorCode::Offline, u"offline"_s, {}};
        QVERIFY(!offline.predict()->notices.contains(u"offline"_s));
    }

    void withoutFurtherSourcesAllElseWorks()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.f.withFurther = false;
        w.f.open();
        w.publishQualifying();
        const auto frozen = w.predict();
        QVERIFY(frozen && frozen->created);
        QVERIFY(frozen->view.forecast.stage == predictor::Stage::Qualifying);
        QVERIFY(!w.details().weather);
        QVERIFY(test::await(w.f.tracker->lookAhead(Progress())));
    }

    void weatherForecastThenMeasured()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishForecast(15);
        const auto plain = w.predict(true);
        QVERIFY(plain);
        QCOMPARE(w.details().weather->source, u"open-meteo"_s);
        QCOMPARE(w.details().weather->hours.front().rainChance, std::optional(15.0));
        // Shown, and no input.
        w.publishForecast(95);
        w.f.clock.set(utc("2026-06-06T19:30:00Z"));
        const auto wet = w.predict(true);
        QCOMPARE(w.details().weather->hours.front().rainChance, std::optional(95.0));
        QCOMPARE(w.details().weather->fetchedAt, utc("2026-06-06T19:30:00Z"));
        for (std::size_t k = 0; k < plain->view.forecast.drivers.size(); ++k)
            QCOMPARE(wet->view.forecast.drivers[k].mu, plain->view.forecast.drivers[k].mu);

        w.f.clock.set(utc("2026-06-07T18:00:00Z"));
        w.f.openF1->hours[Session::Race] = {{utc("2026-06-07T13:00:00Z"), {}, {}, 0.0, 23.9, 1.0}};
        QVERIFY(test::await(w.f.tracker->syncRace(w.race.id, Progress())));
        QVERIFY(!w.f.openF1->asked.back().deadline.isForever()); // the result does not wait for the weather
        QCOMPARE(w.details().weather->source, u"openf1"_s);
        QCOMPARE(w.details().weather->hours.front().rainShare, std::optional(0.0));
    }

    void refreshAsksPastTheCache()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishGrid();
        w.publishForecast(15);
        w.f.openF1->grids[Session::Race].note = u"Car 7 is not on the starting grid."_s;
        const auto refreshed = test::await(w.f.tracker->refresh(2026, Progress()));
        QVERIFY(refreshed);
        QVERIFY(refreshed->notices.contains(u"Car 7 is not on the starting grid."_s));
        QVERIFY(w.details().officialGrid && w.details().weather);
        for (const auto* source : {w.f.openF1, w.f.openMeteo})
            for (const auto& query : source->asked) {
                QCOMPARE(query.freshness, Freshness::Refresh);
                QVERIFY(!query.deadline.isForever());
            }
        // A source that hangs costs its time once, not for each session.
        const auto& asked = w.f.openF1->asked;
        QVERIFY(asked.size() > 1);
        QCOMPARE(asked.back().deadline.deadlineNSecs(), asked.front().deadline.deadlineNSecs());
    }

    // A program that stays open: once in five minutes at most; past the cache in the last hours only.
    void looksAheadInGoodTime()
    {
        Weekend w("2026-06-06T18:00:00Z");
        w.publishQualifying();
        w.publishGrid();
        AutoFreeze watch(*w.f.tracker);
        const auto askedAt = [&](const char* time) {
            const auto before = w.f.openF1->asked.size();
            w.f.clock.set(utc(time));
            watch.look();
            return w.f.openF1->asked.size() - before;
        };
        QCOMPARE(askedAt("2026-06-03T12:00:00Z"), std::size_t(0)); // more than three days ahead
        QCOMPARE(askedAt("2026-06-06T18:00:00Z"), std::size_t(1));
        QCOMPARE(w.f.openF1->asked.back().freshness, Freshness::Normal);
        QCOMPARE(askedAt("2026-06-06T18:04:30Z"), std::size_t(0));
        QCOMPARE(askedAt("2026-06-06T18:05:00Z"), std::size_t(1));
        QCOMPARE(w.f.openF1->asked.back().freshness, Freshness::Normal);
        QCOMPARE(askedAt("2026-06-07T10:30:00Z"), std::size_t(1));
        QCOMPARE(w.f.openF1->asked.back().freshness, Freshness::Refresh);
        QCOMPARE(askedAt("2026-06-07T10:35:00Z"), std::size_t(1));
        QCOMPARE(w.f.openF1->asked.back().freshness, Freshness::Normal);
        QCOMPARE(askedAt("2026-06-07T10:40:00Z"), std::size_t(1));
        QCOMPARE(w.f.openF1->asked.back().freshness, Freshness::Refresh);
        QVERIFY(w.details().officialGrid);
    }
};

QTEST_GUILESS_MAIN(ScoutingTest)
#include "ScoutingTest.moc"

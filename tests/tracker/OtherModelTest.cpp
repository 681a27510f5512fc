#include "TrackerFixture.h"

#include "core/CanonicalJson.h"
#include "export/MetricsOutput.h"
#include "export/PredictionOutput.h"
#include "export/ReportOutput.h"
#include "tracker/ForecastJson.h"

#include <QJsonArray>

#include <algorithm>

// The linker sends every call of the model here (see CMakeLists.txt), so that the next model can be tried out
// on what today's has frozen.

namespace {

struct Model
{
    bool changed = false; // another model of the same name
    bool renamed = false; // and of another name
    int calls = 0;
};
Model model;

} // namespace

#define MODEL_FORECAST _ZN9parcferme9predictor8forecastERKNS0_14ForecastInputsE
#define MODEL_VERSION _ZN9parcferme12modelVersionEv
#define JOINED_(a, b) a##b
#define JOINED(a, b) JOINED_(a, b)

extern "C" {
parcferme::predictor::Forecast JOINED(__real_, MODEL_FORECAST)(const parcferme::predictor::ForecastInputs&);
parcferme::predictor::Forecast JOINED(__wrap_, MODEL_FORECAST)(const parcferme::predictor::ForecastInputs&);
QString JOINED(__real_, MODEL_VERSION)();
QString JOINED(__wrap_, MODEL_VERSION)();
}

parcferme::predictor::Forecast JOINED(__wrap_,
                                      MODEL_FORECAST)(const parcferme::predictor::ForecastInputs& inputs)
{
    ++model.calls;
    auto forecast = JOINED(__real_, MODEL_FORECAST)(inputs);
    if (!model.changed)
        return forecast;
    const int n = static_cast<int>(forecast.drivers.size());
    for (auto& driver : forecast.drivers) {
        driver.predictedPosition = n + 1 - driver.predictedPosition;
        std::ranges::reverse(driver.positions);
        driver.mu = -driver.mu;
        driver.pWin /= 2;
        driver.raceTime += 100;
    }
    return forecast;
}

QString JOINED(__wrap_, MODEL_VERSION)()
{
    return model.renamed ? QStringLiteral("another") : JOINED(__real_, MODEL_VERSION)();
}

using namespace parcferme;

// What was frozen is what is shown and judged, whatever the program's model says by now.
class OtherModelTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray bytes(const QJsonValue& value) { return canonicalJson(value).value(); }

    // In Sao Paulo 2024 (round 21) two did not start, in Austria 2025 one.
    static QList<RaceId> races(const TrackerFixture& f)
    {
        return {f.tracker->findRace(2024, QStringLiteral("20")).value().id,
                f.tracker->findRace(2024, QStringLiteral("21")).value().id,
                f.tracker->findRace(2025, QStringLiteral("11")).value().id};
    }

    // In retrospect, against the results of the history.
    static void freezeAndJudge(TrackerFixture& f)
    {
        f.source->reachable = false;
        for (const RaceId id : races(f)) {
            QVERIFY(test::await(f.tracker->predict(id, {}, Progress()))->created);
            QVERIFY(test::await(f.tracker->syncRace(id, Progress()))->newEvaluation);
        }
        const RaceDetails page = f.tracker->details(races(f)[1]).value();
        QCOMPARE(page.evaluations.front().evaluation.starters, 18);
        QCOMPARE(page.prediction->prediction.entries.size(), 20U);
    }

    // The winner of the last race loses his place to the second.
    static void correct(TrackerFixture& f)
    {
        const RaceDetails page = f.tracker->details(races(f).back()).value();
        const Race& race = page.overview.race;
        SessionRows<ResultRow> session{race.year, race.round, race.circuit, race.eventDate,
                                       page.revisions.back().rows};
        std::swap(session.rows[0].position, session.rows[1].position);
        std::swap(session.rows[0], session.rows[1]);
        f.source->resultSessions = {session};
        const std::vector<RaceOverview> season = f.tracker->races(race.year).value();
        for (const RaceOverview& overview : season) {
            Circuit circuit;
            circuit.id = overview.race.circuit;
            f.source->races.push_back({overview.race, circuit});
        }
        f.source->reachable = true;
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().text()));
        QVERIFY(synced->newRevision && synced->newEvaluation);
    }

    // Everything that pages, metrics and record say.
    static QByteArrayList shown(TrackerFixture& f)
    {
        QByteArrayList all;
        for (const RaceId id : races(f)) {
            const RaceDetails page = f.tracker->details(id).value();
            all.append(bytes(forecastJson(page.prediction->forecast)));
            all.append(bytes(predictionJson(*page.prediction)));
            for (const PredictionEntry& entry : page.prediction->prediction.entries)
                all.append(bytes(explainJson(*page.prediction, entry.driver)));
            all.append(bytes(metricsJson(page.evaluations)));
        }
        all.append(bytes(recordJson(f.tracker->record({}).value())));
        RecordScope scope;
        scope.stage = Stage::Grid;
        all.append(bytes(recordJson(f.tracker->record(scope).value())));
        return all;
    }

private Q_SLOTS:
    void init() { model = {}; }

    void nothingThatWasSaidMoves()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        freezeAndJudge(f);
        const QByteArrayList before = shown(f);
        QVERIFY(before.size() > 60);
        model = {true, true, 0};
        f.open();
        QCOMPARE(shown(f), before);
        QCOMPARE(model.calls, 0);
    }

    void itIsNotReplayedAndThatIsNoFailure()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        freezeAndJudge(f);
        model.changed = model.renamed = true;
        const auto report = f.tracker->verify(Progress());
        QVERIFY(report);
        QCOMPARE(report->problems, QStringList());
        QCOMPARE(report->notReplayed, 3);
        QCOMPARE(report->replayed, 0);
    }

    // The same name must mean the same model.
    void aModelThatChangedUnderItsNameIsFound()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        freezeAndJudge(f);
        QCOMPARE(f.tracker->verify(Progress())->problems, QStringList());
        model.changed = true;
        const auto report = f.tracker->verify(Progress());
        QVERIFY(report);
        QCOMPARE(report->problems.size(), 1);
        QVERIFY2(report->problems.front().startsWith(QStringLiteral("Prediction 1: ")),
                 qPrintable(report->problems.front()));
    }

    // A correction that comes after the program was updated.
    void whatIsJudgedLaterIsWhatWasFrozen()
    {
        QByteArrayList judged;
        for (const bool changed : {false, true}) {
            TrackerFixture f("2026-05-30T12:00:00Z");
            model = {};
            freezeAndJudge(f);
            model.changed = model.renamed = changed;
            correct(f);
            QCOMPARE(f.tracker->details(races(f).back())->evaluations.size(), 2U);
            judged.append(shown(f).join());
        }
        QCOMPARE(judged[1], judged[0]);
    }

    void newOnesAreOfTheNewModel()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        f.source->reachable = false;
        model.renamed = true;
        const auto made = test::await(f.tracker->predict(races(f).front(), {}, Progress()));
        QVERIFY(made && made->created);
        QCOMPARE(made->view.prediction.modelVersion, QStringLiteral("another"));
        QVERIFY(model.calls > 0);
    }
};

QTEST_GUILESS_MAIN(OtherModelTest)
#include "OtherModelTest.moc"

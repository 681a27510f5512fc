#include "TrackerFixture.h"

#include "core/CanonicalJson.h"
#include "tracker/ForecastJson.h"
#include "tracker/Replay.h"
#include "tracker/Snapshot.h"

using namespace parcferme;

// A record that does not agree with itself, or with the model that is said to have forecast it.
class ReplayTest : public QObject
{
    Q_OBJECT

private:
    Prediction frozen_;

    // The record with another forecast in its snapshot, and the entries of that one.
    Prediction withForecast(const predictor::Forecast& forecast) const
    {
        Prediction other = frozen_;
        QJsonObject snapshot = parseJsonObject(other.snapshot).value();
        snapshot.insert(QStringLiteral("forecast"), forecastJson(forecast));
        other.snapshot = canonicalJson(snapshot).value();
        other.entries = entriesOf(forecast);
        return other;
    }

private Q_SLOTS:
    void initTestCase()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        f.source->reachable = false;
        const RaceId race = f.tracker->findRace(2025, QStringLiteral("24")).value().id;
        const auto made = test::await(f.tracker->predict(race, {}, Progress()));
        QVERIFY(made && made->created);
        frozen_ = made->view.prediction;
        QCOMPARE(frozen_.format, 2);
    }

    void whatWasFrozenFits()
    {
        QVERIFY(recordFits(frozen_));
        QVERIFY(replayFits(frozen_));
        // All but minus zero comes back as it was, and that is equal to zero.
        QVERIFY(replay(frozen_).value() == viewOf(frozen_)->forecast);
    }

    void entriesMustBeThoseOfTheForecast()
    {
        Prediction other = frozen_;
        other.entries[3].pWin += 1e-15;
        QVERIFY(!recordFits(other));
        other = frozen_;
        other.numImputed += 1;
        QVERIFY(!recordFits(other));
        other = frozen_;
        other.entries.pop_back();
        QVERIFY(!recordFits(other));
    }

    void everyValueOfTheForecastIsReplayed()
    {
        predictor::Forecast forecast = viewOf(frozen_)->forecast;
        forecast.drivers[4].positions[7] += 1e-6;
        const Prediction other = withForecast(forecast);
        QVERIFY(recordFits(other));
        const auto fits = replayFits(other);
        QVERIFY(!fits);
        QVERIFY2(fits.error().message.contains(QStringLiteral("positions of ")),
                 qPrintable(fits.error().message));
    }

    void aSnapshotWithoutForecastIsNamed()
    {
        Prediction other = frozen_;
        QJsonObject snapshot = parseJsonObject(other.snapshot).value();
        snapshot.remove(QStringLiteral("forecast"));
        other.snapshot = canonicalJson(snapshot).value();
        const auto view = viewOf(other);
        QVERIFY(!view);
        QVERIFY2(view.error().message.contains(QStringLiteral("forecast")), qPrintable(view.error().message));
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "ReplayTest.moc"

#include "predictor/Validation.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace parcferme::predictor;

using Break = std::function<void(Forecast&)>;
Q_DECLARE_METATYPE(Break)

namespace {

// Three cars a, b, c in this order, nothing wrong with them.
Forecast good()
{
    Forecast forecast;
    forecast.lapsKnown = true;
    forecast.gapsKnown = true;
    forecast.lapSeconds = 85;
    forecast.confidence = 0.76;
    forecast.featureCoverage = 1;
    const std::vector<std::vector<double>> chances = {{.6, .3, .1}, {.3, .4, .3}, {.1, .3, .6}};
    for (int k = 0; k < 3; ++k) {
        DriverForecast driver;
        driver.driver = std::string(1, static_cast<char>('a' + k));
        driver.positions = chances[static_cast<std::size_t>(k)];
        driver.pWin = driver.positions[0];
        driver.pPodium = driver.pPoints = 1;
        driver.pRetire = 0.1;
        driver.predictedPosition = k + 1;
        driver.low80 = 1;
        driver.high80 = 3;
        driver.gap = 5.0 * k;
        driver.gapLow = 2.0 * k;
        driver.gapHigh = 9.0 * k;
        driver.uncertainty = 3.5 * k;
        driver.pLapped = .1 * k;
        driver.raceTime = 5400 + driver.gap;
        forecast.drivers.push_back(driver);
    }
    return forecast;
}

constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

class PredictorValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodForecastPasses()
    {
        QCOMPARE(breaches(good()), std::vector<std::string>());
        QVERIFY(warnings(good()).empty());
    }

    void eachRuleBreaks_data()
    {
        QTest::addColumn<Break>("spoil");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const Break& spoil, const char* words) {
            QTest::newRow(name) << spoil << QString::fromLatin1(words);
        };
        row("no driver", [](Forecast& f) { f.drivers.clear(); }, "no forecast");
        row("position twice", [](Forecast& f) { f.drivers[2].predictedPosition = 2; }, "not exactly 1 to 3");
        row(
            "position too high", [](Forecast& f) { f.drivers[2].predictedPosition = 4; },
            "not exactly 1 to 3");
        row("interval", [](Forecast& f) { f.drivers[1].high80 = 4; }, "80 % interval of b");
        row(
            "order against time", [](Forecast& f) { f.drivers[2].raceTime = 5401; },
            "not that of the race times");
        row("leader's gap", [](Forecast& f) { f.drivers[0].gap = 1; }, "predicted winner is not 0");
        row("negative gap", [](Forecast& f) { f.drivers[1].gap = -1; }, "gap of b is negative");
        row("falling gap", [](Forecast& f) { f.drivers[2].gap = 4; }, "gap of c falls");
        row("no time", [](Forecast& f) { f.drivers[0].raceTime = 0; }, "race time of a");
        row("time not a number", [](Forecast& f) { f.drivers[2].raceTime = NotANumber; }, "race time of c");
        row("gap interval", [](Forecast& f) { f.drivers[2].gapLow = 20; }, "gap interval of c");
        row("lapped over 1", [](Forecast& f) { f.drivers[2].pLapped = 1.1; }, "of c to be lapped");
        row("lapped unknown", [](Forecast& f) { f.drivers[2].pLapped.reset(); }, "of c to be lapped");
        row("no lap", [](Forecast& f) { f.lapSeconds = 0; }, "seconds of a lap");
        row("gaps unknown", [](Forecast& f) { f.gapsKnown = false; }, "gaps unknown");
        row(
            "chance over 1", [](Forecast& f) { f.drivers[0].positions = {1.2, -.1, -.1}; },
            "a are not a distribution");
        row("row sum", [](Forecast& f) { f.drivers[0].positions[0] = .5; }, "a are not a distribution");
        row("row size", [](Forecast& f) { f.drivers[0].positions.pop_back(); }, "a are not a distribution");
        row(
            "chance to retire", [](Forecast& f) { f.drivers[1].pRetire = NotANumber; },
            "b are not a distribution");
        row(
            "column sum", [](Forecast& f) { f.drivers[0].positions = {.5, .4, .1}; },
            "position 1 do not sum");
        row("win over podium", [](Forecast& f) { f.drivers[0].pPodium = .5; }, "of a do not rise");
        row("podium over points", [](Forecast& f) { f.drivers[0].pPoints = .9; }, "of a do not rise");
        row("confidence", [](Forecast& f) { f.confidence = NotANumber; }, "confidence");
        row("coverage", [](Forecast& f) { f.featureCoverage = 1.5; }, "coverage");
        row(
            "winner's quantiles", [](Forecast& f) { f.winnerTimeQuantiles[3] = NotANumber; },
            "winner's time");
    }

    void eachRuleBreaks()
    {
        QFETCH(Break, spoil);
        QFETCH(QString, words);
        Forecast forecast = good();
        spoil(forecast);
        const std::vector<std::string> found = breaches(forecast);
        QVERIFY(!found.empty());
        QVERIFY2(QString::fromStdString(found.front()).contains(words), found.front().c_str());
    }

    void aSprintHasNoTimes()
    {
        Forecast forecast = good();
        forecast.session = Session::Sprint;
        forecast.stage = Stage::Grid;
        forecast.lapsKnown = forecast.gapsKnown = false;
        forecast.lapSeconds.reset();
        for (DriverForecast& driver : forecast.drivers)
            driver.raceTime = driver.gap = 0;
        QCOMPARE(breaches(forecast), std::vector<std::string>());
        QVERIFY(warnings(forecast).empty());
        forecast.stage = Stage::Nothing;
        QCOMPARE(warnings(forecast).size(), std::size_t(1));
        forecast.drivers[1].predictedPosition = 1;
        QVERIFY(!breaches(forecast).empty());
    }

    // Nobody knows how far they go: the order can be said all the same.
    void aRaceWithoutLapsHasNoTimes()
    {
        Forecast forecast = good();
        forecast.lapsKnown = false;
        forecast.lapSeconds.reset();
        for (DriverForecast& driver : forecast.drivers)
            driver.raceTime = 0;
        QCOMPARE(breaches(forecast), std::vector<std::string>());
        forecast.drivers[1].predictedPosition = 1;
        QVERIFY(!breaches(forecast).empty());
    }

    void warningsAreNoBreaches()
    {
        Forecast forecast = good();
        forecast.featureCoverage = 0.849;
        forecast.drivers[2].gap = 345;
        forecast.drivers[2].gapHigh = 400;
        forecast.drivers[2].raceTime = 5745;
        QCOMPARE(breaches(forecast), std::vector<std::string>());
        const std::vector<Warning> found = warnings(forecast);
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found[0].kind == Warning::Kind::LowCoverage && found[0].value == 84 && found[0].limit == 85);
        QVERIFY(found[1].kind == Warning::Kind::LargeGap && found[1].value > found[1].limit);
        forecast.featureCoverage = 0.85;
        forecast.drivers[2].gap = 120;
        QVERIFY(warnings(forecast).empty());
    }
};

QTEST_APPLESS_MAIN(PredictorValidationTest)
#include "PredictorValidationTest.moc"

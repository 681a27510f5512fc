#include "History.h"

#include "predictor/Forecast.h"
#include "predictor/Model.h"
#include "predictor/Validation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace parcferme;
using namespace parcferme::predictor;

// Properties of the forecast of the last race of the history.
class PredictorForecastTest : public QObject
{
    Q_OBJECT

    Model model_;
    RaceFacts race_;

    ForecastInputs inputs(Stage stage = Stage::Grid) const { return model_.inputs(race_, stage); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto& races = test::history();
        QVERIFY(races.size() > 400);
        for (std::size_t k = 0; k + 1 < races.size(); ++k) {
            model_.advance(races[k]);
            model_.learn(races[k]);
        }
        race_ = races.back();
        model_.advance(race_);
    }

    void sameInputsSameForecast()
    {
        for (const Stage stage : {Stage::Nothing, Stage::Qualifying, Stage::Grid}) {
            const Forecast first = forecast(inputs(stage));
            QVERIFY(first == forecast(inputs(stage)));
            QVERIFY(breaches(first).empty());
            QVERIFY(first.stage == stage);
        }
    }

    void entriesAreByDriverIdWhateverTheirOrder()
    {
        const ForecastInputs sorted = inputs();
        QVERIFY(std::ranges::is_sorted(sorted.drivers, {}, &DriverInputs::driver));
        RaceFacts shuffled = race_;
        std::ranges::reverse(shuffled.entries);
        std::ranges::rotate(shuffled.entries, shuffled.entries.begin() + 7);
        QVERIFY(model_.inputs(shuffled, Stage::Grid) == sorted);
        QVERIFY(forecast(model_.inputs(shuffled, Stage::Grid)) == forecast(sorted));
    }

    void explanationsAddUp()
    {
        const Forecast made = forecast(inputs());
        double mean = 0;
        for (const DriverForecast& driver : made.drivers)
            mean += driver.mu / static_cast<double>(made.drivers.size());
        for (const DriverForecast& driver : made.drivers) {
            const double parts = std::accumulate(driver.explanation.begin(), driver.explanation.end(), 0.0);
            QVERIFY(std::abs(parts - (driver.mu - mean)) < 1e-12);
        }
    }

    void beforeQualifyingFourInputsAreLive()
    {
        const ForecastInputs known = inputs(Stage::Nothing);
        for (std::size_t k = 0; k < InputCount; ++k)
            QCOMPARE(known.strength.weights[k] == 0, k < 3);
        const Forecast made = forecast(known);
        QCOMPARE(made.drivers.front().explanation[0], 0.0);
    }

    void coverageCountsWhatIsMissing()
    {
        RaceFacts bare = race_;
        bare.entries.front().qualifyingMs = {};
        const Forecast made = forecast(model_.inputs(bare, Stage::Grid));
        const Forecast full = forecast(inputs());
        QCOMPARE(made.numImputed, full.numImputed + 1);
        const double n = static_cast<double>(full.drivers.size());
        QVERIFY(std::abs(full.featureCoverage - made.featureCoverage - 1 / (7 * n)) < 1e-12);
    }

    void withoutLapsThereAreNoTimes()
    {
        RaceFacts bare = race_;
        bare.lapsPlanned.reset();
        const Forecast made = forecast(model_.inputs(bare, Stage::Grid));
        QVERIFY(!made.lapsKnown && made.gapsKnown && !made.timesKnown());
        QCOMPARE(made.winnerTime, 0.0);
        QCOMPARE(made.drivers.front().raceTime, 0.0);
        QCOMPARE(breaches(made), std::vector<std::string>()); // probabilities and no times
    }

    void hostileInputsGiveNoForecast_data()
    {
        QTest::addColumn<int>("kind");
        const char* names[] = {"empty", "one car", "sigma 0", "sigma nan", "weights inf", "rating nan",
                               "lap 0", "rate 0",  "rate 1",  "races -5",  "too many",    "beta nan"};
        for (int k = 0; k < 12; ++k)
            QTest::newRow(names[k]) << k;
    }

    void hostileInputsGiveNoForecast()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        QFETCH(int, kind);
        ForecastInputs odd = inputs();
        const DriverInputs first = odd.drivers.front();
        switch (kind) {
        case 0:
            odd.drivers.clear();
            break;
        case 1:
            odd.drivers.resize(1);
            break;
        case 2:
            odd.strength.sigma = 0;
            break;
        case 3:
            odd.strength.sigma = nan;
            break;
        case 4:
            odd.strength.weights[0] = std::numeric_limits<double>::infinity();
            break;
        case 5:
            odd.drivers[3].ratingPace = nan;
            break;
        case 6:
            odd.drivers[3].qualifyingMs[0] = 0;
            break;
        case 7:
            odd.retirement.rate = 0;
            odd.retirement.mechanical = 0;
            break;
        case 8:
            odd.retirement.rate = 2;
            break;
        case 9:
            odd.drivers[3].racesStarted = -5;
            break;
        case 10:
            odd.drivers.resize(101, first);
            break;
        case 11:
            odd.retirement.beta[2] = nan;
            break;
        }
        const Forecast made = forecast(odd);
        QVERIFY(made.drivers.empty());
        QVERIFY(!breaches(made).empty());
    }

    void extremeButFiniteInputsAreRefusedNotSilent()
    {
        ForecastInputs odd = inputs();
        odd.winnerTime.pastPace = 1e6;
        for (DriverInputs& driver : odd.drivers)
            driver.qualifyingMs = {};
        QVERIFY(!breaches(forecast(odd)).empty());
        odd = inputs();
        odd.gap.deviation = 1e120;
        QVERIFY(!breaches(forecast(odd)).empty());
        odd = inputs();
        odd.lapsPlanned = -3;
        QVERIFY(!forecast(odd).timesKnown());
        odd = inputs();
        odd.winnerTime.errorQuantiles[1] = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!breaches(forecast(odd)).empty());
    }

    void levelsOfConfidence()
    {
        QCOMPARE(toString(confidenceLevel(0.7559)), std::string_view("LOW"));
        QCOMPARE(toString(confidenceLevel(0.756)), std::string_view("MEDIUM"));
        QCOMPARE(toString(confidenceLevel(0.7679)), std::string_view("MEDIUM"));
        QCOMPARE(toString(confidenceLevel(0.768)), std::string_view("HIGH"));
    }

    void stagesHaveNames()
    {
        for (const Stage stage : {Stage::Nothing, Stage::Qualifying, Stage::Grid})
            QVERIFY(stageFromString(toString(stage)) == stage);
        QVERIFY(!stageFromString("race"));
    }
};

QTEST_APPLESS_MAIN(PredictorForecastTest)
#include "PredictorForecastTest.moc"

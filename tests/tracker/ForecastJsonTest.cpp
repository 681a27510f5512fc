#include "tracker/ForecastJson.h"
#include "core/CanonicalJson.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <limits>

using namespace parcferme;

class ForecastJsonTest : public QObject
{
    Q_OBJECT

private:
    // Values that no short decimal has, in every field.
    static predictor::Forecast sample(std::size_t drivers = 3, std::size_t inputs = 7)
    {
        double next = 1.0 / 3;
        const auto value = [&next] { return next = std::nextafter(next * 1.37, 0.0); };
        predictor::Forecast forecast;
        forecast.session = predictor::Session::Sprint;
        forecast.stage = predictor::Stage::Qualifying;
        for (std::size_t k = 0; k < inputs; ++k) {
            forecast.inputNames.push_back("input_" + std::to_string(k));
            forecast.weights.push_back(-value());
        }
        forecast.sigma = value();
        forecast.confidence = 0.1 + 0.2;
        forecast.numImputed = 4;
        forecast.featureCoverage = 1 - 1e-16;
        forecast.lapsKnown = true;
        forecast.winnerTime = 5400 + value();
        forecast.lapSeconds = value();
        forecast.winnerTimeQuantiles = {1, 1e-300, 5e-324, 1e300, value(), value(), value()};
        for (std::size_t i = 0; i < drivers; ++i) {
            predictor::DriverForecast driver;
            driver.driver = "driver_" + std::to_string(i);
            driver.team = "p\u00e9rez";
            driver.startingPosition = static_cast<int>(i) + 1;
            if (i > 0)
                driver.grid = static_cast<int>(i) - 1;
            for (std::size_t k = 0; k < inputs; ++k) {
                driver.inputs.push_back(value());
                driver.explanation.push_back(-value());
            }
            for (std::size_t k = 0; k < drivers; ++k)
                driver.positions.push_back(value() * 1e-9);
            driver.mu = -value();
            driver.pRetire = value();
            driver.pWin = value();
            driver.pPodium = value();
            driver.pPoints = value();
            driver.expectedPosition = value();
            driver.predictedPosition = static_cast<int>(drivers - i);
            driver.low80 = 1;
            driver.high80 = 2;
            driver.raceTime = value();
            driver.gap = value();
            driver.gapLow = value();
            driver.gapHigh = value();
            driver.uncertainty = value();
            driver.pLapped = value();
            if (i > 0)
                driver.ratingOrderBeforeSprint = -value();
            driver.imputed = static_cast<int>(i);
            forecast.drivers.push_back(driver);
        }
        return forecast;
    }

    static Result<predictor::Forecast> throughText(const predictor::Forecast& forecast)
    {
        return forecastFromJson(parseJsonObject(canonicalJson(forecastJson(forecast)).value()).value());
    }

private Q_SLOTS:
    void everyValueComesBackIdentical()
    {
        const predictor::Forecast forecast = sample();
        const auto read = throughText(forecast);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == forecast);
        QCOMPARE(forecastDifference(*read, forecast), QString());
    }

    void anotherModelsForecastIsRead()
    {
        const predictor::Forecast forecast = sample(22, 8);
        const auto read = throughText(forecast);
        QVERIFY(read && *read == forecast);
    }

    void missingFieldsAreNamed()
    {
        const QJsonObject whole = forecastJson(sample());
        for (const QString& name : whole.keys()) {
            if (name == QLatin1StringView("session") || name == QLatin1StringView("lap_seconds"))
                continue; // not in what the first model said
            QJsonObject json = whole;
            json.remove(name);
            const auto read = forecastFromJson(json);
            QVERIFY2(!read && read.error().message.contains(name), qPrintable(name));
        }
        const QJsonArray drivers = whole.value(QStringLiteral("drivers")).toArray();
        for (const QString& name : drivers[1].toObject().keys()) {
            if (name == QLatin1StringView("grid") || name == QLatin1StringView("p_lapped") ||
                name == QLatin1StringView("rating_order_before_sprint"))
                continue; // not there where it is not known
            QJsonObject driver = drivers[1].toObject();
            driver.remove(name);
            QJsonArray changed = drivers;
            changed[1] = driver;
            QJsonObject json = whole;
            json.insert(QStringLiteral("drivers"), changed);
            const auto read = forecastFromJson(json);
            QVERIFY2(!read && read.error().message.contains(QStringLiteral("drivers[1].") + name),
                     qPrintable(name));
        }
    }

    void whatTheFirstModelDidNotSayIsUnknown()
    {
        QJsonObject json = forecastJson(sample());
        json.remove(QStringLiteral("session"));
        json.remove(QStringLiteral("lap_seconds"));
        const auto read = forecastFromJson(json);
        QVERIFY(read && read->session == predictor::Session::Race && !read->lapSeconds);
        json.insert(QStringLiteral("session"), QStringLiteral("qualifying"));
        QVERIFY(!forecastFromJson(json));
    }

    void listsOfTheWrongLengthAreRefused()
    {
        predictor::Forecast forecast = sample();
        forecast.drivers[2].positions.pop_back();
        QVERIFY(!throughText(forecast));
        forecast = sample();
        forecast.drivers[0].inputs.push_back(1);
        QVERIFY(!throughText(forecast));
        forecast = sample();
        forecast.weights.pop_back();
        QVERIFY(!throughText(forecast));
    }

    void differencesAreNamed()
    {
        const predictor::Forecast forecast = sample();
        predictor::Forecast other = forecast;
        other.drivers[1].positions[2] += 1e-8;
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("positions of driver_1"));
        other = forecast;
        other.drivers[1].positions[2] += 1e-10;
        QCOMPARE(forecastDifference(forecast, other), QString());
        other = forecast;
        other.sigma += 1e-6;
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("sigma"));
        other = forecast;
        other.session = predictor::Session::Race;
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("session"));
        other = forecast;
        other.lapSeconds.reset();
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("lap_seconds"));
        other = forecast;
        *other.drivers[2].pLapped *= 1 + 1e-6;
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("p_lapped of driver_2"));
        other = forecast;
        other.drivers[0].ratingOrderBeforeSprint = 0;
        QCOMPARE(forecastDifference(forecast, other),
                 QStringLiteral("rating_order_before_sprint of driver_0"));
        other = forecast;
        other.drivers[0].mu = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("strength of driver_0"));
        other = forecast;
        other.drivers.pop_back();
        QCOMPARE(forecastDifference(forecast, other), QStringLiteral("drivers"));
    }
};

QTEST_GUILESS_MAIN(ForecastJsonTest)
#include "ForecastJsonTest.moc"

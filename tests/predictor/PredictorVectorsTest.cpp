#include "History.h"

#include "predictor/Forecast.h"
#include "predictor/Model.h"
#include "predictor/Validation.h"

#include <QTest>

#include <cmath>

using namespace parcferme;

namespace {

using Key = std::pair<int, int>;

double largestTimeError = 0;

// Within 1e-6, relative where over 1.
bool close(double value, const std::string& expected)
{
    const double wanted = std::stod(expected);
    return std::abs(value - wanted) <= 1e-6 * std::max(1.0, std::abs(wanted));
}

bool closeTime(double value, const std::string& expected)
{
    largestTimeError = std::max(largestTimeError, std::abs(value - std::stod(expected)));
    return std::abs(value - std::stod(expected)) <= 0.05;
}

// Names of the columns that do not agree.
std::vector<std::string> differences(const predictor::Forecast& forecast,
                                     const predictor::DriverForecast& driver, test::CsvRow row)
{
    std::vector<std::string> wrong;
    const auto check = [&](const std::string& column, bool good) {
        if (!good)
            wrong.push_back(column);
    };
    for (std::size_t k = 0; k < predictor::InputCount; ++k) {
        const std::string column(predictor::InputNames[k]);
        check(column, close(driver.inputs[k], row[column]));
    }
    const std::pair<const char*, double> values[] = {
        {"mu", driver.mu},
        {"sigma", forecast.sigma},
        {"p_dnf", driver.pRetire},
        {"p_win", driver.pWin},
        {"p_podium", driver.pPodium},
        {"p_top10", driver.pPoints},
        {"expected_position", driver.expectedPosition},
    };
    for (const auto& [column, value] : values)
        check(column, close(value, row[column]));
    check("imputed", driver.imputed == std::stoi(row["imputed"]));
    check("low80", driver.low80 == std::stoi(row["low80"]));
    check("high80", driver.high80 == std::stoi(row["high80"]));
    check("predicted_position", driver.predictedPosition == std::stoi(row["predicted_position"]));
    check("race_time_s", closeTime(driver.raceTime, row["race_time_s"]));
    check("gap_s", closeTime(driver.gap, row["gap_s"]));
    check("gap_half_width_s", closeTime(driver.uncertainty, row["gap_half_width_s"]));
    check("gap_low_s", closeTime(driver.gapLow, row["gap_low_s"]));
    check("gap_high_s", closeTime(driver.gapHigh, row["gap_high_s"]));
    check("p_lapped", close(driver.pLapped.value_or(-1), row["p_lapped"]));
    check("lap_s", close(forecast.lapSeconds.value_or(-1), row["lap_s"]));
    return wrong;
}

} // namespace

// The whole field of every race of 2018 to 2026 round 5 against the reference values.
class PredictorVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreeWithTheReference()
    {
        std::map<Key, std::map<std::string, test::CsvRow>> expected;
        for (test::CsvRow& row : test::readCsv(PARCFERME_TEST_DATA "/predictor/vectors2.csv"))
            expected[{std::stoi(row["season"]), std::stoi(row["round"])}][row["driver_id"]] = row;
        QCOMPARE(expected.size(), std::size_t(178));

        std::size_t compared = 0;
        predictor::Model model;
        for (const predictor::RaceFacts& race : test::history()) {
            model.advance(race);
            model.seeSprint(race);
            const auto wanted = expected.find({race.season, race.round});
            if (wanted != expected.end()) {
                QVERIFY(model.canForecast());
                const auto forecast = predictor::forecast(model.inputs(race, predictor::Stage::Grid));
                QCOMPARE(forecast.drivers.size(), wanted->second.size());
                QCOMPARE(predictor::breaches(forecast), std::vector<std::string>());
                for (const predictor::DriverForecast& driver : forecast.drivers) {
                    const auto wrong = differences(forecast, driver, wanted->second.at(driver.driver));
                    QVERIFY2(wrong.empty(),
                             qPrintable(QStringLiteral("%1 round %2, %3: %4 and %5 more")
                                            .arg(race.season)
                                            .arg(race.round)
                                            .arg(QString::fromStdString(driver.driver),
                                                 QString::fromStdString(wrong.empty() ? "" : wrong.front()))
                                            .arg(wrong.size())));
                    ++compared;
                }
            }
            model.learn(race);
        }
        QCOMPARE(compared, std::size_t(3569));
        qInfo("largest difference of a time: %.2g s", largestTimeError);
    }
};

QTEST_APPLESS_MAIN(PredictorVectorsTest)
#include "PredictorVectorsTest.moc"

#include "tracker/EntriesForecast.h"

#include "predictor/Field.h"
#include "tracker/JsonFields.h"

#include <algorithm>

namespace parcferme {

namespace {

using predictor::DriverForecast;
using predictor::Forecast;

DriverForecast driverOf(const PredictionEntry& entry)
{
    DriverForecast driver;
    driver.driver = entry.driver.toStdString();
    driver.team = entry.team.toStdString();
    driver.pRetire = entry.pRetire;
    driver.pWin = entry.pWin;
    driver.pPodium = entry.pPodium;
    driver.pPoints = entry.pPoints;
    driver.predictedPosition = entry.predictedPosition;
    driver.low80 = entry.positionLow;
    driver.high80 = entry.positionHigh;
    driver.raceTime = entry.predictedRaceTime.value_or(0);
    driver.gap = entry.gap.value_or(0);
    driver.gapLow = entry.gapLow.value_or(0);
    driver.gapHigh = entry.gapHigh.value_or(0);
    driver.uncertainty = entry.uncertainty.value_or(0);
    return driver;
}

// The grid, or the qualifying order that stood in for it.
void setStart(Forecast& forecast, const JsonFields& inputs)
{
    if (forecast.stage == predictor::Stage::Nothing)
        return;
    std::vector<DriverForecast*> drivers;
    std::vector<predictor::StartKey> keys;
    for (const JsonFields& known : inputs.objects("drivers")) {
        const auto driver =
            std::ranges::find(forecast.drivers, known.text("driver").toStdString(), &DriverForecast::driver);
        if (driver == forecast.drivers.end())
            continue;
        driver->grid = known.maybeInteger("grid");
        drivers.push_back(&*driver);
        keys.push_back({driver->grid, known.maybeInteger("qualifying_position")});
    }
    const std::vector<int> start = predictor::startingOrder(keys);
    for (std::size_t k = 0; k < drivers.size(); ++k)
        drivers[k]->startingPosition = start[k];
}

} // namespace

Result<Forecast> forecastOfEntries(const Prediction& prediction, const QJsonObject& inputs)
{
    JsonFields::Problem problem;
    const JsonFields fields(inputs, QStringLiteral("inputs"), problem);
    const QString stage = fields.text("stage");
    const auto known = predictor::stageFromString(stage.toStdString());
    if (!known)
        return fail(ErrorCode::Data, QStringLiteral("inputs.stage is \"%1\".").arg(stage));
    Forecast forecast;
    forecast.stage = *known;
    forecast.confidence = prediction.confidenceScore;
    forecast.numImputed = prediction.numImputed;
    forecast.featureCoverage = prediction.featureCoverage;
    forecast.lapsKnown = forecast.gapsKnown = true; // nothing else was ever stored
    for (const PredictionEntry& entry : prediction.entries)
        forecast.drivers.push_back(driverOf(entry));
    if (!prediction.entries.empty())
        forecast.winnerTime = prediction.entries.front().predictedRaceTime.value_or(0);
    std::ranges::sort(forecast.drivers, {}, &DriverForecast::driver);
    setStart(forecast, fields);
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, problem.text);
    return forecast;
}

} // namespace parcferme

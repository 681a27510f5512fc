#include "tables/JudgedOrder.h"

#include "predictor/Positions.h"

#include <algorithm>

namespace parcferme {

namespace {

// The interval without those who did not start, as the judge computes it.
void recomputeIntervals(const ForecastView& view, QHash<QString, JudgedPlace>& places)
{
    std::vector<const predictor::DriverForecast*> starters; // by driver id
    for (const predictor::DriverForecast& driver : view.forecast.drivers)
        if (places.contains(QString::fromStdString(driver.driver)))
            starters.push_back(&driver);
    const auto n = static_cast<Eigen::Index>(starters.size());
    if (n < 2 || view.forecast.sigma <= 0)
        return;
    Eigen::VectorXd mu(n), pRetire(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        mu[i] = starters[static_cast<std::size_t>(i)]->mu;
        pRetire[i] = starters[static_cast<std::size_t>(i)]->pRetire;
    }
    const Eigen::MatrixXd positions = predictor::positionMatrix(mu, view.forecast.sigma, pRetire);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto [low, high] = predictor::shortestInterval(positions.row(i), 0.8);
        JudgedPlace& place = places[QString::fromStdString(starters[static_cast<std::size_t>(i)]->driver)];
        place.low = low;
        place.high = high;
    }
}

} // namespace

QHash<QString, JudgedPlace> judgedOrder(const ForecastView& view, const ResultRevision& result)
{
    QHash<QString, const ResultRow*> rows;
    for (const ResultRow& row : result.rows)
        rows.insert(row.driver, &row);
    std::vector<const PredictionEntry*> judged; // by predicted position
    for (const PredictionEntry& entry : view.prediction.entries)
        if (const ResultRow* row = rows.value(entry.driver); row && row->starter())
            judged.push_back(&entry);

    QHash<QString, JudgedPlace> places;
    int predicted = 0;
    for (const PredictionEntry* entry : judged)
        places.insert(entry->driver, {++predicted, 0, entry->positionLow, entry->positionHigh});
    int official = 0;
    for (const ResultRow& row : result.rows)
        if (const auto place = places.find(row.driver); place != places.end())
            place->official = ++official;
    if (judged.size() != view.prediction.entries.size())
        recomputeIntervals(view, places);
    return places;
}

} // namespace parcferme

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

QHash<QString, JudgedPlace> judgedOrder(const QStringList& order, const ResultRevision& result)
{
    QSet<QString> starters;
    for (const ResultRow& row : result.rows)
        if (row.starter())
            starters.insert(row.driver);
    QHash<QString, JudgedPlace> places;
    int predicted = 0;
    for (const QString& driver : order)
        if (starters.contains(driver))
            places.insert(driver, {++predicted, 0, 0, 0});
    int official = 0;
    for (const ResultRow& row : result.rows)
        if (const auto place = places.find(row.driver); place != places.end())
            place->official = ++official;
    return places;
}

QHash<QString, JudgedPlace> judgedOrder(const ForecastView& view, const ResultRevision& result)
{
    QStringList order;
    for (const PredictionEntry& entry : view.prediction.entries)
        order << entry.driver;
    QHash<QString, JudgedPlace> places = judgedOrder(order, result);
    for (const PredictionEntry& entry : view.prediction.entries)
        if (const auto place = places.find(entry.driver); place != places.end()) {
            place->low = entry.positionLow;
            place->high = entry.positionHigh;
        }
    if (places.size() != order.size())
        recomputeIntervals(view, places);
    return places;
}

} // namespace parcferme

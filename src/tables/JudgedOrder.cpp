#include "tables/JudgedOrder.h"

#include "tracker/EvaluationJson.h"

namespace parcferme {

QStringList orderOf(const ForecastView& forecast)
{
    QStringList order;
    for (const PredictionEntry& entry : forecast.prediction.entries)
        order << entry.driver;
    return order;
}

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

QHash<QString, JudgedPlace> judgedOrder(const ForecastView& view, const ResultRevision& result,
                                        const Evaluation* stored)
{
    QHash<QString, JudgedPlace> places = judgedOrder(orderOf(view), result);
    const auto put = [&places](const QString& driver, int low, int high) {
        if (const auto place = places.find(driver); place != places.end()) {
            place->low = low;
            place->high = high;
        }
    };
    for (const PredictionEntry& entry : view.prediction.entries)
        put(entry.driver, entry.positionLow, entry.positionHigh);
    // Version 1.0.0 stored no drivers.
    const auto judged = stored && !stored->drivers.isEmpty()
                            ? driversFromJson(stored->drivers)
                            : Result<std::vector<evaluation::JudgedDriver>>();
    if (judged)
        for (const evaluation::JudgedDriver& driver : *judged)
            put(QString::fromStdString(driver.driver), driver.low80, driver.high80);
    return places;
}

const EvaluationView* evaluationAgainst(const RaceDetails& race, int revision)
{
    if (!race.prediction)
        return nullptr;
    for (const EvaluationView& view : race.evaluations)
        if (view.evaluation.prediction == race.prediction->prediction.id &&
            view.evaluation.resultRevision == revision)
            return &view;
    return nullptr;
}

} // namespace parcferme

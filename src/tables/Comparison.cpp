#include "tables/Comparison.h"

#include "predictor/Field.h"

#include <algorithm>

namespace parcferme {

namespace {

using Places = QHash<QString, SaidPlace>;

Places placesOf(const QStringList& order, const ResultRevision* result)
{
    Places places;
    if (result) {
        const auto judged = judgedOrder(order, *result);
        for (auto place = judged.cbegin(); place != judged.cend(); ++place)
            places.insert(place.key(), {place->predicted, place->predicted - place->official});
        return places;
    }
    for (qsizetype i = 0; i < order.size(); ++i)
        if (!order[i].isEmpty())
            places.insert(order[i], {int(i) + 1, {}});
    return places;
}

std::optional<SaidPlace> said(const Places& places, const QString& driver)
{
    const auto found = places.constFind(driver);
    return found == places.constEnd() ? std::nullopt : std::optional(*found);
}

QStringList orderOf(const ForecastView* model)
{
    return model ? orderOf(*model) : QStringList();
}

// Whom the table has, in its order.
QStringList rowsOf(const ComparedOrders& orders)
{
    QStringList rows;
    const auto add = [&](const QString& driver) {
        if (!driver.isEmpty() && !rows.contains(driver))
            rows << driver;
    };
    if (orders.result) {
        for (const ResultRow& row : orders.result->rows)
            add(row.driver);
        return rows;
    }
    for (const QStringList& order : {orderOf(orders.model), orders.mine})
        for (const QString& driver : order)
            add(driver);
    for (const PickEntry& entry : orders.field)
        add(entry.driver);
    return rows;
}

QHash<QString, QString> teamsOf(const ComparedOrders& orders)
{
    QHash<QString, QString> teams;
    for (const PickEntry& entry : orders.field)
        teams.insert(entry.driver, entry.team);
    if (orders.model)
        for (const PredictionEntry& entry : orders.model->prediction.entries)
            teams.insert(entry.driver, entry.team);
    if (orders.result)
        for (const ResultRow& row : orders.result->rows)
            teams.insert(row.driver, row.team);
    return teams;
}

struct Start
{
    QString driver;
    predictor::StartKey key;
};

QStringList inOrder(std::vector<Start> starts)
{
    std::ranges::sort(starts, {}, &Start::driver);
    std::vector<predictor::StartKey> keys;
    for (const Start& start : starts)
        keys.push_back(start.key);
    const std::vector<int> places = predictor::startingOrder(keys);
    QStringList order(qsizetype(starts.size()));
    for (std::size_t i = 0; i < starts.size(); ++i)
        order[places[i] - 1] = starts[i].driver;
    return order;
}

QHash<QString, int> qualifyingPlaces(const std::vector<QualifyingRow>& qualifying)
{
    QHash<QString, int> places;
    for (const QualifyingRow& row : qualifying)
        if (row.position)
            places.insert(row.driver, *row.position);
    return places;
}

std::optional<int> found(const QHash<QString, int>& places, const QString& driver)
{
    const auto place = places.constFind(driver);
    return place == places.constEnd() ? std::nullopt : std::optional(*place);
}

} // namespace

std::vector<ComparedDriver> compared(const ComparedOrders& orders)
{
    const Places mine = placesOf(orders.mine, orders.result);
    const Places model = placesOf(orderOf(orders.model), orders.result);
    const Places grid = placesOf(orders.grid, orders.result);
    const auto teams = teamsOf(orders);
    QHash<QString, const ResultRow*> rows;
    if (orders.result)
        for (const ResultRow& row : orders.result->rows)
            rows.insert(row.driver, &row);
    std::vector<ComparedDriver> drivers;
    int official = 0;
    for (const QString& driver : rowsOf(orders)) {
        ComparedDriver one{driver, teams.value(driver), rows.value(driver), {}, {}, {}, {}};
        if (one.row && one.row->starter())
            one.official = ++official;
        one.mine = said(mine, driver);
        one.model = said(model, driver);
        one.grid = said(grid, driver);
        drivers.push_back(one);
    }
    return drivers;
}

QStringList gridOrder(const RaceDetails& race)
{
    const auto qualified = qualifyingPlaces(race.qualifying);
    std::vector<Start> starts;
    if (race.manualGrid)
        for (const ManualGrid::Slot& slot : race.manualGrid->places)
            starts.push_back({slot.driver, {slot.grid, found(qualified, slot.driver)}});
    else if (race.officialGrid)
        for (const GridPlace& place : race.officialGrid->places)
            starts.push_back({place.driver, {place.position, found(qualified, place.driver)}});
    else
        for (const QualifyingRow& row : race.qualifying)
            starts.push_back({row.driver, {std::nullopt, row.position}});
    return inOrder(std::move(starts));
}

QStringList gridOrder(const RaceDetails& race, const ResultRevision& result)
{
    const auto qualified = qualifyingPlaces(race.qualifying);
    std::vector<Start> starts;
    for (const ResultRow& row : result.rows)
        starts.push_back({row.driver, {row.grid, found(qualified, row.driver)}});
    return inOrder(std::move(starts));
}

} // namespace parcferme

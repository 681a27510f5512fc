#include "tables/PositionsModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"

namespace parcferme {

PositionsModel::PositionsModel(QObject* parent) : TableModel(parent)
{
    setPositionColumns(0);
}

void PositionsModel::setPositionColumns(int positions)
{
    if (positions == positions_)
        return;
    positions_ = positions;
    std::vector<Column> columns{
        {QStringLiteral("predicted_position"), tr("Pos"), 36, CellStyle::Text, true, true, false, {}, {}},
        {QStringLiteral("driver"), tr("Driver"), 160, CellStyle::Driver, false, true, true, {}, {}}};
    for (int position = 1; position <= positions; ++position)
        columns.push_back({QStringLiteral("p_%1").arg(position),
                           QString::number(position),
                           40,
                           CellStyle::Text,
                           true,
                           true,
                           false,
                           tr("Chance to finish in position %1, in percent").arg(position),
                           {}});
    setColumns(std::move(columns));
}

void PositionsModel::setForecast(const ForecastView& view, const People& people)
{
    QHash<QString, const predictor::DriverForecast*> forecasts;
    for (const predictor::DriverForecast& driver : view.forecast.drivers)
        forecasts.insert(QString::fromStdString(driver.driver), &driver);
    setPositionColumns(static_cast<int>(view.forecast.drivers.size()));

    std::vector<Row> rows;
    for (const PredictionEntry& entry : view.prediction.entries) {
        const predictor::DriverForecast* forecast = forecasts.value(entry.driver);
        Row row{entry.driver,
                entry.driver,
                view.prediction.race,
                cells::driverWords(people, entry.driver, entry.team),
                {}};
        row.cells = {cells::count(entry.predictedPosition, Emphasis::Strong),
                     cells::driver(people, entry.driver, entry.team)};
        for (std::size_t k = 0; k < static_cast<std::size_t>(positions_); ++k) {
            if (!forecast || k >= forecast->positions.size()) {
                row.cells.push_back(cells::missing());
                continue;
            }
            Cell cell = cells::rate(tr("Position %1, percent").arg(k + 1), forecast->positions[k]);
            cell.text = format::percent(forecast->positions[k]);
            row.cells.push_back(cell);
        }
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows), static_cast<int>(view.prediction.kind));
}

} // namespace parcferme

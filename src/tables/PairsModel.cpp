#include "tables/PairsModel.h"

#include "export/PairsOutput.h"
#include "tables/Cells.h"
#include "tables/Names.h"

namespace parcferme {

PairsModel::PairsModel(QObject* parent) : TableModel(parent)
{
    setColumns({
        {QStringLiteral("driver"), tr("Driver"), 160, CellStyle::Text, false, true, true, {}, {}},
        {QStringLiteral("other"), tr("Other"), 160, CellStyle::Text, false, true, false, {}, {}},
        {QStringLiteral("p_ahead"),
         tr("Ahead %"),
         66,
         CellStyle::Bar,
         true,
         true,
         false,
         tr("Chance of the driver to end ahead of the other"),
         {}},
        {QStringLiteral("teammates"), tr("Teammates"), 84, CellStyle::Text, false, true, false, {}, {}},
    });
}

void PairsModel::setForecast(const ForecastView& view, const People& people)
{
    const auto name = [&people](const QString& driver) {
        Cell cell = cells::text(driverName(people, driver));
        cell.exported = QVariantList{driver, cell.text};
        return cell;
    };
    std::vector<Row> rows;
    for (const DriverPair& pair : pairsOf(view)) {
        Row row{pair.driver + QLatin1Char('/') + pair.other,
                pair.driver,
                view.prediction.race,
                driverName(people, pair.driver) + QLatin1Char(' ') + driverName(people, pair.other),
                {}};
        Cell mates = cells::text(pair.teammates ? tr("yes") : tr("no"), Emphasis::Muted);
        mates.value = pair.teammates;
        row.cells = {name(pair.driver), name(pair.other), cells::chance(tr("Ahead in percent"), pair.chance),
                     mates};
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows), static_cast<int>(view.prediction.kind));
}

} // namespace parcferme

#include "tables/BiasModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

constexpr int FewRaces = 10;

TableModel::Cell biasCell(const evaluation::DriverBias& bias)
{
    TableModel::Cell cell = cells::number(BiasModel::tr("Predicted minus official, mean"), bias.bias, 1);
    cell.text = format::places(bias.bias, 1);
    cell.emphasis = bias.bias > 0 ? Emphasis::Better : Emphasis::Worse;
    cell.marks.insert(DifferenceRole, bias.bias);
    cell.marks.insert(HollowRole, bias.races < FewRaces);
    if (bias.races < FewRaces)
        cell.toolTip += QLatin1Char('\n') + BiasModel::tr("Few races: this may be chance.");
    return cell;
}

} // namespace

BiasModel::BiasModel(QObject* parent) : TableModel(parent)
{
    setColumns({
        {QStringLiteral("driver"), tr("Driver"), 170, CellStyle::Driver, false, true, true, {}, {}},
        {QStringLiteral("races"),
         tr("Races"),
         54,
         CellStyle::Text,
         true,
         true,
         false,
         tr("Races judged"),
         {}},
        {QStringLiteral("bias"),
         tr("Ahead ▲ or behind ▼"),
         150,
         CellStyle::Difference,
         true,
         true,
         false,
         tr("Mean of predicted minus official position: ▲ finishes ahead of his predictions"),
         {}},
    });
}

void BiasModel::setBias(const std::vector<evaluation::DriverBias>& bias, const People& people)
{
    std::vector<evaluation::DriverBias> sorted = bias;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.bias) > std::abs(b.bias); });
    std::vector<Row> rows;
    for (const evaluation::DriverBias& entry : sorted) {
        const QString driver = QString::fromStdString(entry.driver);
        const QString team = QString::fromStdString(entry.team);
        Row row{driver, driver, 0, cells::driverWords(people, driver, team), {}};
        row.cells = {cells::driver(people, driver, team), cells::count(entry.races, Emphasis::Muted),
                     biasCell(entry)};
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace parcferme

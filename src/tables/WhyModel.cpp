#include "tables/WhyModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Names.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parcferme {

namespace {

TableModel::Cell partCell(double part)
{
    TableModel::Cell cell = cells::number(WhyModel::tr("Part of the strength"), part, 2);
    cell.text = format::signedNumber(part, 2);
    cell.emphasis = part > 0 ? Emphasis::Better : part < 0 ? Emphasis::Worse : Emphasis::Muted;
    cell.marks.insert(DifferenceRole, part);
    return cell;
}

} // namespace

WhyModel::WhyModel(QObject* parent) : TableModel(parent)
{
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    Column part = number("part", tr("Part"), 110, tr("What it moves him by, against the mean of the field"));
    part.style = CellStyle::Difference;
    setColumns({
        {QStringLiteral("input"), tr("Input"), 150, CellStyle::Text, false, true, true, {}, {}},
        number("value", tr("Value"), 66, tr("The driver's own value")),
        number("value_before_sprint", tr("Before sprint"), 92,
               tr("The order rating as it was before the weekend's sprint")),
        number("weight", tr("Weight"), 66, tr("The weight that past races gave this input")),
        part,
    });
}

void WhyModel::setDriver(const ForecastView& view, const QString& driver)
{
    const auto& drivers = view.forecast.drivers;
    const std::string id = driver.toStdString();
    const auto found =
        std::find_if(drivers.begin(), drivers.end(), [&](const auto& d) { return d.driver == id; });
    if (found == drivers.end() || found->explanation.empty())
        return clear();

    std::vector<std::size_t> order(found->explanation.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(found->explanation[a]) > std::abs(found->explanation[b]);
    });
    std::vector<Row> rows;
    for (const std::size_t i : order) {
        const std::string& input = view.forecast.inputNames[i];
        Row row{QString::fromStdString(input), {}, 0, inputTitle(input), {}};
        Cell name = cells::text(inputTitle(input));
        name.exported = row.key;
        name.toolTip = inputMeaning(input);
        row.cells = {name, cells::number(tr("Value"), found->inputs[i], 2, Emphasis::Muted),
                     input == "rating_order"
                         ? cells::number(tr("Value before the sprint"), found->ratingOrderBeforeSprint, 2,
                                         Emphasis::Muted)
                         : cells::missing(),
                     cells::number(tr("Weight"), view.forecast.weights[i], 3, Emphasis::Muted),
                     partCell(found->explanation[i])};
        rows.push_back(std::move(row));
    }
    const double sum = std::accumulate(found->explanation.begin(), found->explanation.end(), 0.0);
    Row total{QStringLiteral("sum"), {}, 0, tr("Sum"), {}};
    Cell name = cells::text(tr("Sum"), Emphasis::Strong);
    name.exported = QStringLiteral("sum");
    total.cells = {name, cells::missing(), cells::missing(), cells::missing(), partCell(sum)};
    rows.push_back(std::move(total));
    setRows(std::move(rows));
}

} // namespace parcferme

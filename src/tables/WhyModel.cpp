#include "tables/WhyModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/InputReading.h"
#include "tables/Names.h"

#include <algorithm>
#include <cmath>

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
    Column part =
        number("part", tr("Part"), 110, tr("Weight times (value minus field): what it moves him by"));
    part.style = CellStyle::Difference;
    setColumns({
        {QStringLiteral("input"), tr("Input"), 150, CellStyle::Text, false, true, true, {}, {}},
        {QStringLiteral("reading"),
         tr("Known"),
         130,
         CellStyle::Text,
         false,
         true,
         false,
         tr("The input as a person reads it"),
         {}},
        number("value", tr("Value"), 66, tr("The driver's own value, on the scale of the model")),
        number("mean", tr("Field"), 66, tr("The mean of the field, on the same scale")),
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

    std::vector<predictor::InputPart> parts = predictor::explanationOf(view.forecast, *found);
    std::ranges::stable_sort(
        parts, [](const auto& a, const auto& b) { return std::abs(a.part) > std::abs(b.part); });
    std::vector<Row> rows;
    double sum = 0;
    for (const predictor::InputPart& part : parts) {
        const std::string input(part.input);
        Row row{QString::fromStdString(input), {}, 0, inputTitle(input), {}};
        Cell name = cells::text(inputTitle(input));
        name.exported = row.key;
        name.toolTip = inputMeaning(input);
        row.cells = {name,
                     cells::text(inputReading(view.forecast, *found, part)),
                     cells::number(tr("Value"), part.value, 2, Emphasis::Muted),
                     cells::number(tr("Mean of the field"), part.mean, 2, Emphasis::Muted),
                     cells::number(tr("Value before the sprint"), part.valueBeforeSprint, 2, Emphasis::Muted),
                     cells::number(tr("Weight"), part.weight, 3, Emphasis::Muted),
                     partCell(part.part)};
        sum += part.part;
        rows.push_back(std::move(row));
    }
    Row total{QStringLiteral("sum"), {}, 0, tr("Sum"), {}};
    Cell name = cells::text(tr("Sum"), Emphasis::Strong);
    name.exported = QStringLiteral("sum");
    total.cells = {name,
                   cells::missing(),
                   cells::missing(),
                   cells::missing(),
                   cells::missing(),
                   cells::missing(),
                   partCell(sum)};
    rows.push_back(std::move(total));
    setRows(std::move(rows));
}

} // namespace parcferme

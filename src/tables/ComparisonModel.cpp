#include "tables/ComparisonModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/ResultModel.h"

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

Cell placeCell(const std::optional<SaidPlace>& said)
{
    return said ? cells::count(said->place) : cells::missing();
}

Cell differenceCell(const std::optional<int>& difference, const QString& words)
{
    if (!difference)
        return cells::missing();
    Cell cell = cells::text(format::places(*difference));
    cell.value = *difference;
    cell.toolTip = words;
    cell.emphasis = *difference > 0 ? Emphasis::Better : *difference < 0 ? Emphasis::Worse : Emphasis::Muted;
    return cell;
}

Cell differenceCell(const std::optional<SaidPlace>& said)
{
    return said && said->difference
               ? differenceCell(said->difference, ComparisonModel::tr("Said: %1\nOfficial: %2")
                                                      .arg(said->place)
                                                      .arg(said->place - *said->difference))
               : cells::missing();
}

} // namespace

ComparisonModel::ComparisonModel(QObject* parent) : TableModel(parent)
{
    setForm(false);
}

void ComparisonModel::setForm(bool judged)
{
    judged_ = judged;
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    const QString ahead = tr("Said minus official place: ▲ finished ahead of it");
    const Column driver{
        QStringLiteral("driver"), tr("Driver"), 150, CellStyle::Driver, false, true, true, {}, {}};
    if (!judged)
        return setColumns({driver, number("mine", tr("Mine"), 52), number("model", tr("Model"), 56),
                           number("against", tr("Mine against it"), 110,
                                  tr("Model's place minus mine: ▲ I have him further ahead")),
                           number("grid", tr("Grid"), 48)});
    Column time = number("time", tr("Time or gap"), 92);
    time.exportKeys = {QStringLiteral("time"), QStringLiteral("status")};
    setColumns({number("position", tr("Pos"), 40, tr("Official position")), driver, time,
                number("mine", tr("Mine"), 48), number("mine_difference", tr("Difference"), 80, ahead),
                number("model", tr("Model"), 52), number("model_difference", tr("Difference"), 80, ahead),
                number("grid", tr("Grid"), 44), number("grid_difference", tr("Difference"), 80, ahead)});
}

void ComparisonModel::show(const std::vector<ComparedDriver>& drivers, const People& people)
{
    const bool judged = !drivers.empty() && drivers.front().row;
    if (judged != judged_)
        setForm(judged);
    std::vector<Row> rows;
    for (const ComparedDriver& driver : drivers)
        rows.push_back(rowOf(driver, people, drivers.front().row));
    setRows(std::move(rows));
}

TableModel::Row ComparisonModel::rowOf(const ComparedDriver& one, const People& people,
                                       const ResultRow* winner) const
{
    Row row{one.driver, one.driver, 0, cells::driverWords(people, one.driver, one.team), {}};
    if (!judged_) {
        std::optional<int> against;
        if (one.mine && one.model)
            against = one.model->place - one.mine->place;
        row.cells = {cells::driver(people, one.driver, one.team), placeCell(one.mine), placeCell(one.model),
                     differenceCell(against, {}), placeCell(one.grid)};
        return row;
    }
    const ResultRow& result = *one.row;
    Cell time = cells::text(officialTimeText(result, *winner));
    time.value = result.time ? QVariant(*result.time) : QVariant();
    time.exported = QVariantList{time.value, result.status};
    row.cells = {cells::count(result.position, result.classified() ? Emphasis::Strong : Emphasis::Muted),
                 cells::driver(people, one.driver, one.team),
                 time,
                 placeCell(one.mine),
                 differenceCell(one.mine),
                 placeCell(one.model),
                 differenceCell(one.model),
                 placeCell(one.grid),
                 differenceCell(one.grid)};
    return row;
}

} // namespace parcferme

#include "tables/PickOrderModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Names.h"

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

Cell placeCell(int place, bool placed, bool editable)
{
    Cell cell = placed ? cells::count(place, Emphasis::Strong) : cells::missing();
    if (!placed)
        cell.toolTip = PickOrderModel::tr("Place %1 is empty: he has no place yet").arg(place);
    if (editable)
        cell.marks.insert(IconRole, QStringLiteral("grip"));
    return cell;
}

// Above 0: further ahead than the model has him.
Cell againstCell(int place, const std::optional<int>& model)
{
    if (!model)
        return cells::missing();
    const int difference = *model - place;
    Cell cell = cells::text(format::places(difference));
    cell.value = difference;
    cell.emphasis = difference > 0 ? Emphasis::Better : difference < 0 ? Emphasis::Worse : Emphasis::Muted;
    cell.marks.insert(DifferenceRole, double(difference));
    cell.toolTip = PickOrderModel::tr("Mine: %1\nModel: %2").arg(place).arg(*model);
    return cell;
}

Cell gridCell(const std::optional<int>& grid)
{
    if (!grid)
        return cells::missing();
    Cell cell = cells::count(*grid, Emphasis::Muted);
    if (*grid == 0) {
        cell.text = PickOrderModel::tr("PL", "pit lane, in a narrow column");
        cell.toolTip = PickOrderModel::tr("Pit lane");
    }
    return cell;
}

Cell buttonCell(const QString& icon, const QString& words)
{
    Cell cell;
    cell.toolTip = words;
    cell.marks.insert(IconRole, icon);
    return cell;
}

} // namespace

PickOrderModel::PickOrderModel(QObject* parent) : TableModel(parent)
{
    setForm({});
}

void PickOrderModel::setForm(const Form& form)
{
    form_ = form;
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    std::vector<Column> columns = {
        number("position", tr("Pos"), form.editable ? 62 : 40),
        {QStringLiteral("driver"), tr("Driver"), 150, CellStyle::Driver, false, true, true, {}, {}},
        {QStringLiteral("team"), tr("Team"), 102, CellStyle::Text, false, true, false, {}, {}},
    };
    if (!form.hidesModel) {
        columns.push_back(number("model", tr("Model"), 56, tr("His place in the model's order")));
        Column against = number("against", tr("Mine against it"), 118,
                                tr("Model's place minus mine: ▲ I have him further ahead"));
        against.style = CellStyle::Difference;
        columns.push_back(against);
    }
    columns.push_back(form.gridKnown ? number("grid", tr("Grid"), 72, tr("Place on the starting grid"))
                                     : number("qualified", tr("Qualified"), 72, tr("Place in qualifying")));
    if (form.buttons)
        for (const char* key : {"up", "down"}) {
            Column button{QString::fromLatin1(key), {}, 26, CellStyle::Button, false, true, false, {}, {}};
            columns.push_back(button);
        }
    setColumns(std::move(columns));
}

void PickOrderModel::show(const std::vector<Line>& lines, const People& people, const Form& form)
{
    if (form != form_)
        setForm(form);
    std::vector<Row> rows;
    for (const Line& line : lines)
        rows.push_back(rowOf(line, int(rows.size()) + 1, people));
    setRows(std::move(rows));
}

TableModel::Row PickOrderModel::rowOf(const Line& line, int place, const People& people) const
{
    Row row{line.driver, line.driver, 0, cells::driverWords(people, line.driver, line.team), {}};
    Cell driver = cells::driver(people, line.driver, line.team);
    if (!line.placed)
        driver.emphasis = Emphasis::Muted;
    row.cells = {placeCell(place, line.placed, form_.editable), driver, cells::team(people, line.team)};
    if (!form_.hidesModel) {
        row.cells.push_back(line.model ? cells::count(*line.model) : cells::missing());
        row.cells.push_back(line.placed ? againstCell(place, line.model) : cells::missing());
    }
    row.cells.push_back(gridCell(line.grid));
    if (form_.buttons) {
        const QString name = driverName(people, line.driver);
        row.cells.push_back(buttonCell(QStringLiteral("chevron-up"), tr("Move %1 up").arg(name)));
        row.cells.push_back(buttonCell(QStringLiteral("chevron-down"), tr("Move %1 down").arg(name)));
    }
    return row;
}

} // namespace parcferme

#include "tables/SeasonChartModels.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"

#include <algorithm>

namespace parcferme {

namespace {

using season::Contestants;
using Cell = TableModel::Cell;

Cell roundCell(const SeasonView& view, int round)
{
    Cell cell = cells::text(
        round == 0 ? TitleOddsModel::tr("start")
                   : QStringLiteral("%1 %2").arg(QString::number(round), standings::raceName(view, round)));
    cell.value = round;
    return cell;
}

Cell nameCell(const SeasonView& view, Contestants side, const season::Standing& line)
{
    Cell cell = cells::text(standings::fullName(view.people, side, line));
    cell.exported = QString::fromStdString(line.id);
    cell.marks.insert(TeamColourRole, standings::colour(view.people, line));
    return cell;
}

TableModel::Row rowOf(const SeasonView& view, Contestants side, const season::Standing& line, int round)
{
    TableModel::Row row;
    row.driver = QString::fromStdString(line.id);
    row.key = QStringLiteral("%1 %2").arg(round).arg(row.driver);
    row.filter =
        standings::fullName(view.people, side, line) + QLatin1Char(' ') + standings::raceName(view, round);
    row.cells = {roundCell(view, round), nameCell(view, side, line)};
    return row;
}

std::vector<TableModel::Column> firstColumns()
{
    return {{QStringLiteral("round"),
             TitleOddsModel::tr("After"),
             130,
             CellStyle::Text,
             false,
             true,
             false,
             {},
             {}},
            {QStringLiteral("name"),
             TitleOddsModel::tr("Name"),
             150,
             CellStyle::Driver,
             false,
             true,
             true,
             {},
             {}}};
}

TableModel::Column figure(const char* key, const QString& title)
{
    return {QString::fromLatin1(key), title, 72, CellStyle::Text, true, true, false, {}, {}};
}

} // namespace

TitleOddsModel::TitleOddsModel(QObject* parent) : TableModel(parent)
{
    auto columns = firstColumns();
    columns.push_back(figure("p_title", tr("Title %")));
    setColumns(std::move(columns));
}

void TitleOddsModel::show(const SeasonView& view, const StandingsModel::Rounds& rounds, Contestants side)
{
    std::vector<Row> rows;
    for (const auto& [round, then] : rounds) {
        if (round > view.after)
            continue;
        for (const season::Standing& line : standings::tableOf(*then, side).lines) {
            const auto chance = standings::titleChance(*then, side, line);
            if (!chance)
                continue;
            Row row = rowOf(*then, side, line, round);
            Cell cell = cells::number(tr("Chance of the title"), *chance * 100, 1);
            cell.text = standings::titlePercent(*chance, line.contest);
            cell.value = *chance;
            row.cells.push_back(cell);
            rows.push_back(std::move(row));
        }
    }
    setRows(std::move(rows));
}

PointsByRoundModel::PointsByRoundModel(QObject* parent) : TableModel(parent)
{
    auto columns = firstColumns();
    columns.push_back(figure("points", tr("Points")));
    columns.push_back(figure("expected_points", tr("Expected")));
    columns.back().toolTip = wordMeaning(Word::ExpectedPoints);
    Column range = figure("range", tr("80 % range"));
    range.toolTip = StandingsModel::tr("Four of five simulations end within it");
    range.exportKeys = {QStringLiteral("points_low"), QStringLiteral("points_high")};
    columns.push_back(range);
    setColumns(std::move(columns));
}

void PointsByRoundModel::show(const SeasonView& view, Contestants side)
{
    std::vector<Row> rows;
    Cell none = cells::missing();
    none.exported = QVariantList(2);
    for (const season::Standing& line : standings::tableOf(view, side).lines) {
        for (const SeasonPoints& so : view.soFar) {
            const auto& table = side == Contestants::Drivers ? so.drivers : so.teams;
            const auto points = table.find(line.id);
            Row row = rowOf(view, side, line, so.round);
            row.cells.push_back(cells::number(tr("Points"), points == table.end() ? 0 : points->second, 0));
            row.cells.push_back(cells::missing());
            row.cells.push_back(none);
            rows.push_back(std::move(row));
        }
        for (const season::PathPoint& point : view.pathOf(side, line.id)) {
            Row row = rowOf(view, side, line, point.round);
            Cell range =
                cells::text(format::range(int(point.points.low), int(point.points.high)), Emphasis::Muted);
            range.exported = QVariantList{point.points.low, point.points.high};
            row.cells.push_back(cells::missing());
            row.cells.push_back(cells::number(tr("Expected"), point.points.mean, 0));
            row.cells.push_back(range);
            rows.push_back(std::move(row));
        }
    }
    setRows(std::move(rows));
}

} // namespace parcferme

#include "tables/StandingsModel.h"

#include "domain/Prediction.h"
#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Names.h"
#include "tables/StandingsColumns.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using season::Contestants;
using Cell = TableModel::Cell;

Cell wholeCount(int value)
{
    Cell cell = value == 0 ? cells::missing() : cells::count(value);
    cell.value = value;
    return cell;
}

Cell pointsCell(double points)
{
    Cell cell = cells::text(standings::points(points), Emphasis::Strong);
    cell.value = points;
    return cell;
}

Cell movedCell(const std::optional<int>& moved)
{
    if (!moved || *moved == 0) {
        Cell cell = cells::missing();
        if (moved)
            cell.value = 0;
        return cell;
    }
    Cell cell = cells::text(format::places(*moved), *moved > 0 ? Emphasis::Better : Emphasis::Worse);
    cell.value = *moved;
    return cell;
}

Cell expectedCell(const season::Expectation* expected)
{
    return expected ? cells::number(StandingsModel::tr("Points expected at the end"), expected->final.mean, 0)
                    : cells::missing();
}

Cell rangeCell(const season::Expectation* expected)
{
    if (!expected) {
        Cell cell = cells::missing();
        cell.exported = QVariantList(2);
        return cell;
    }
    const auto low = expected->final.low, high = expected->final.high;
    Cell cell = cells::text(format::range(int(std::lround(low)), int(std::lround(high))), Emphasis::Muted);
    cell.value = low;
    cell.exported = QVariantList{low, high};
    cell.toolTip =
        StandingsModel::tr("10 % point: %1\n50 % point: %2\n90 % point: %3")
            .arg(standings::points(low), standings::points(expected->final.median), standings::points(high));
    return cell;
}

Cell titleCell(const std::optional<double>& chance, const season::Contest& contest)
{
    if (!chance || !contest.canWin)
        return cells::missing();
    Cell cell = cells::chance(StandingsModel::tr("Chance of the title"), *chance);
    cell.text = standings::titlePercent(*chance, contest);
    cell.emphasis = contest.champion ? Emphasis::Strong : Emphasis::Normal;
    return cell;
}

Cell topThreeCell(const season::Expectation* expected)
{
    if (!expected)
        return cells::missing();
    Cell cell =
        cells::chance(StandingsModel::tr("Chance to be in the top 3 at the end"), expected->pTopThree);
    if (expected->pTopThree * 100 >= 99.95)
        cell.text = QLatin1Char('>') + format::number(99.9, 1);
    return cell;
}

// value: in the unit shown. Under 0.1, or half a point, there is no change to speak of.
Cell changeCell(double change, int decimals)
{
    const double least = decimals > 0 ? 0.1 : 0.5;
    Cell cell =
        cells::text(std::abs(change) < least ? format::number(0, 0) : format::signedNumber(change, decimals));
    cell.value = change;
    cell.toolTip = format::full(change);
    cell.emphasis = std::abs(change) < least ? Emphasis::Muted
                    : change > 0             ? Emphasis::Better
                                             : Emphasis::Worse;
    return cell;
}

Cell muted(Cell cell)
{
    if (cell.emphasis == Emphasis::Normal)
        cell.emphasis = Emphasis::Muted;
    return cell;
}

Cell toBeCell(const SeasonView& view, const StandingsModel::Shown& how, const season::Standing& line)
{
    const bool champion = line.contest.champion && line.contest.since && view.after > 0;
    Cell cell = cells::text(standings::toBeChampion(view, how.side, line, how.codes),
                            champion ? Emphasis::Strong : Emphasis::Muted);
    cell.toolTip = standings::toBeChampion(view, how.side, line, false);
    if (champion)
        cell.marks.insert(IconRole, QStringLiteral("cup"));
    // Sorts as the way to the title is long.
    cell.value = champion               ? -1e6
                 : line.contest.leadsBy ? -*line.contest.leadsBy
                 : line.contest.needs   ? line.contest.needs->points
                                        : 1e6;
    cell.exported = line.contest.needs ? QVariant(line.contest.needs->points) : QVariant(QString());
    return cell;
}

// The round before the one at hand; null: none, or not computed yet.
const SeasonView* roundBefore(const SeasonView& view, const StandingsModel::Rounds* rounds)
{
    int before = 0;
    for (const int round : view.rounds)
        if (round < view.after)
            before = std::max(before, round);
    if (!rounds || view.after == 0)
        return nullptr;
    const auto found = rounds->find(before);
    return found == rounds->end() ? nullptr : found->second.get();
}

Cell trendCell(const SeasonView& view, const StandingsModel::Shown& how, const season::Standing& line)
{
    const SeasonView* before = roundBefore(view, how.rounds);
    const auto now = standings::titleChance(view, how.side, line);
    const auto then = before ? standings::titleChance(*before, how.side, line.id) : std::nullopt;
    return now && then ? changeCell((*now - *then) * 100, 1) : cells::missing();
}

Cell bestChanceCell(const SeasonView& view, const StandingsModel::Shown& how, const season::Standing& line)
{
    std::optional<double> best;
    int at = 0;
    for (const int round : view.rounds)
        if (round < view.after && how.rounds && !how.rounds->contains(round))
            return cells::missing(); // not all are computed yet
    if (how.rounds)
        for (const auto& [round, then] : *how.rounds)
            if (const auto chance = standings::titleChance(*then, how.side, line.id);
                chance && round < view.after && then->forecast &&
                !standings::tableOf(*then, how.side).decided && (!best || *chance > *best)) {
                best = chance;
                at = round;
            }
    if (!best)
        return cells::missing();
    Cell cell =
        cells::text(at == 0 ? StandingsModel::tr("%1, before round 1").arg(format::percent(*best))
                            : StandingsModel::tr("%1, after round %2").arg(format::percent(*best)).arg(at),
                    Emphasis::Muted);
    cell.value = *best;
    cell.exported = QVariantList{*best, at};
    return cell;
}

Cell behindCell(const SeasonView& view, const StandingsModel::Shown& how, const season::Standing& line)
{
    const double behind = standings::tableOf(view, how.side).lines.front().points - line.points;
    if (line.shutOut || behind <= 0)
        return cells::missing();
    Cell cell = cells::text(standings::points(behind));
    cell.value = behind;
    return cell;
}

Cell nameCell(const SeasonView& view, const StandingsModel::Shown& how, const season::Standing& line)
{
    const QString team = QString::fromStdString(line.team);
    if (how.side == Contestants::Drivers)
        return cells::driver(view.people, QString::fromStdString(line.id), team);
    Cell cell = cells::text(teamName(view.people, team));
    cell.exported = QVariantList{team, cell.text};
    cell.marks.insert(TeamColourRole, standings::colour(view.people, line));
    return cell;
}

} // namespace

StandingsModel::StandingsModel(QObject* parent) : TableModel(parent)
{
    setForm({}, {});
}

void StandingsModel::setForm(const Shown& how, const QString& trendTitle)
{
    const std::tuple form(how.side, how.form, trendTitle);
    if (shown_ == form)
        return;
    shown_ = form;
    setColumns(standingsColumns(how, trendTitle));
}

void StandingsModel::show(const SeasonView& view, const Shown& how)
{
    QString trendTitle;
    if (how.form == Form::Trend) {
        int before = 0;
        for (const int round : view.rounds)
            if (round < view.after)
                before = std::max(before, round);
        trendTitle = before == 0 ? tr("since start") : tr("since %1").arg(standings::raceCode(view, before));
    }
    setForm(how, trendTitle);
    std::vector<Row> rows;
    for (const season::Standing& line : standings::tableOf(view, how.side).lines)
        rows.push_back(rowOf(view, how, line));
    // Without any points the order is that of what is expected.
    if (view.after == 0)
        std::ranges::stable_sort(rows, std::greater<>(), [&](const Row& row) {
            const auto* expected = standings::expectationOf(view, how.side, row.key.toStdString());
            return expected ? expected->final.mean : 0.0;
        });
    setRows(std::move(rows), int(how.retrospect ? PredictionKind::Retrospective : PredictionKind::Live));
}

TableModel::Row StandingsModel::rowOf(const SeasonView& view, const Shown& how,
                                      const season::Standing& line) const
{
    const auto* expected = standings::expectationOf(view, how.side, line.id);
    const auto* ifSo = how.ifSo && how.ifSo->outlook
                           ? standings::expectationOf(*how.ifSo->outlook, how.side, line.id)
                           : nullptr;
    const auto chance = standings::titleChance(view, how.side, line);
    Row row;
    row.key = QString::fromStdString(line.id);
    row.driver = row.key;
    row.filter = how.side == Contestants::Drivers
                     ? cells::driverWords(view.people, row.key, QString::fromStdString(line.team))
                     : standings::fullName(view.people, how.side, line) + QLatin1Char(' ') + row.key;
    row.cells.push_back(line.position > 0 ? cells::count(line.position, Emphasis::Strong) : cells::missing());
    if (how.form == Form::Usual)
        row.cells.push_back(movedCell(line.moved));
    row.cells.push_back(nameCell(view, how, line));
    row.cells.push_back(pointsCell(line.points));
    if (how.form == Form::Usual || how.form == Form::Final) {
        row.cells.push_back(wholeCount(line.wins));
        row.cells.push_back(wholeCount(line.podiums));
    }
    switch (how.form) {
    case Form::Final:
        row.cells.push_back(bestChanceCell(view, how, line));
        row.cells.push_back(behindCell(view, how, line));
        break;
    case Form::WhatIf: {
        row.cells.push_back(muted(expectedCell(expected)));
        row.cells.push_back(expectedCell(ifSo));
        row.cells.push_back(
            expected && ifSo ? changeCell(std::round(ifSo->final.mean) - std::round(expected->final.mean), 0)
                             : cells::missing());
        Cell now = titleCell(chance, line.contest);
        now.marks.remove(FractionRole);
        row.cells.push_back(muted(now));
        row.cells.push_back(titleCell(ifSo ? std::optional(ifSo->pTitle) : std::nullopt, line.contest));
        row.cells.push_back(chance && ifSo ? changeCell((ifSo->pTitle - *chance) * 100, 1)
                                           : cells::missing());
        break;
    }
    case Form::Usual:
    case Form::Trend:
        row.cells.push_back(expectedCell(expected));
        if (how.form == Form::Usual)
            row.cells.push_back(rangeCell(expected));
        row.cells.push_back(titleCell(chance, line.contest));
        if (how.form == Form::Usual && how.side == Contestants::Teams)
            row.cells.push_back(topThreeCell(expected));
        row.cells.push_back(how.form == Form::Usual ? toBeCell(view, how, line) : trendCell(view, how, line));
        break;
    }
    if (how.muted)
        for (Cell& cell : row.cells)
            cell.emphasis = Emphasis::Muted;
    return row;
}

} // namespace parcferme

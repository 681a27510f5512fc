#include "tables/SeasonModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"
#include "tables/ScoreTexts.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

Cell seasonCell(const evaluation::Report& report, const evaluation::Period& period)
{
    Cell cell;
    if (period.season) {
        cell.text = QString::number(*period.season);
        cell.value = *period.season;
        return cell;
    }
    std::optional<int> first, last;
    for (const evaluation::Period& p : report.seasons) {
        first = std::min(first.value_or(*p.season), *p.season);
        last = std::max(last.value_or(*p.season), *p.season);
    }
    cell.text = first == last ? SeasonModel::tr("All") : QStringLiteral("%1–%2").arg(*first).arg(*last);
    cell.value = 10000; // above every season
    cell.exported = QStringLiteral("all");
    cell.emphasis = Emphasis::Strong;
    return cell;
}

Cell differenceCell(const std::optional<evaluation::Interval>& difference, double scale)
{
    if (!difference) {
        Cell cell = cells::missing();
        cell.exported = QVariantList(3);
        return cell;
    }
    if (difference->races < 2) { // no interval
        Cell cell;
        cell.text = format::signedNumber(difference->mean, 2);
        cell.value = difference->mean;
        cell.exported = QVariantList{difference->mean, QVariant(), QVariant()};
        cell.emphasis = Emphasis::Muted;
        cell.toolTip = SeasonModel::tr("Model minus grid: %1\nOne race: too few for an interval")
                           .arg(format::full(difference->mean));
        return cell;
    }
    IntervalMark mark{difference->mean, difference->low, difference->high, scale, {}, {}};
    mark.meanText = format::signedNumber(mark.mean, 2);
    mark.intervalText = SeasonModel::tr("%1 to %2")
                            .arg(format::signedNumber(mark.low, 2), format::signedNumber(mark.high, 2));
    Cell cell;
    cell.text = QStringLiteral("%1 (%2)").arg(mark.meanText, mark.intervalText);
    cell.value = mark.mean;
    cell.exported = QVariantList{mark.mean, mark.low, mark.high};
    cell.emphasis = mark.mean >= 0 ? Emphasis::Worse : mark.high < 0 ? Emphasis::Better : Emphasis::Muted;
    const QString word = mark.mean >= 0  ? SeasonModel::tr("no better than the grid")
                         : mark.high < 0 ? SeasonModel::tr("better than the grid")
                                         : SeasonModel::tr("unclear, the interval holds 0");
    cell.toolTip = SeasonModel::tr("Model minus grid: %1\n95 % interval: %2 to %3\n%4 races, paired: %5")
                       .arg(format::full(mark.mean), format::full(mark.low), format::full(mark.high))
                       .arg(difference->races)
                       .arg(word);
    cell.marks.insert(IntervalRole, QVariant::fromValue(mark));
    return cell;
}

// One scale for the whole column, so that rows can be compared.
double scaleOf(const evaluation::Report& report)
{
    double widest = 0.1;
    const auto widen = [&widest](const evaluation::Period& period) {
        if (const auto d = gridDifference(period, "position_mae"))
            widest = std::max({widest, std::abs(d->low), std::abs(d->high)});
    };
    widen(report.all);
    std::for_each(report.seasons.begin(), report.seasons.end(), widen);
    return widest;
}

} // namespace

std::optional<evaluation::Interval> gridDifference(const evaluation::Period& period, const std::string& score)
{
    const auto grid = period.differences.find("grid");
    if (grid == period.differences.end())
        return std::nullopt;
    const auto found = grid->second.find(score);
    return found == grid->second.end() ? std::nullopt : std::optional(found->second);
}

SeasonModel::SeasonModel(QObject* parent) : TableModel(parent)
{
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    setColumns({
        {QStringLiteral("season"), tr("Season"), 88, CellStyle::Text, false, true, false, {}, {}},
        number("races", tr("Races"), 50, tr("Races judged")),
        number("position_mae", tr("MAE"), 54, scoreText(QStringLiteral("position_mae")).meaning),
        number("grid_position_mae", tr("Grid"), 54, tr("Mean error in positions of the grid order")),
        {QStringLiteral("difference"),
         tr("Difference, 95 %"),
         232,
         CellStyle::Interval,
         false,
         true,
         true,
         tr("Model minus grid order, paired over races.") + QLatin1Char('\n') + wordMeaning(Word::Bootstrap),
         {QStringLiteral("difference"), QStringLiteral("difference_low"), QStringLiteral("difference_high")}},
        number("winner_correct", tr("Winner %"), 66, tr("How often the predicted winner won")),
        number("grid_winner_correct", tr("Grid %"), 54, tr("How often the first on the grid won")),
        number("podium_accuracy", tr("Podium %"), 68, tr("How many of the first three were predicted")),
        number("grid_podium_accuracy", tr("Grid %"), 54,
               tr("How many of the first three were the first of the grid")),
    });
}

void SeasonModel::setReport(const evaluation::Report& report)
{
    std::vector<Row> rows;
    const double scale = scaleOf(report);
    const auto add = [&](const evaluation::Period& period) {
        evaluation::Summary grid;
        if (const auto found = period.baselines.find("grid"); found != period.baselines.end())
            grid = found->second;
        const QString key = period.season ? QString::number(*period.season) : QStringLiteral("all");
        Row row{key, {}, 0, key, {}};
        row.cells = {
            seasonCell(report, period),
            cells::count(period.model.races, Emphasis::Muted),
            cells::number(tr("Mean error"), period.model.positionMae, 2, Emphasis::Strong),
            cells::number(tr("Mean error of the grid order"), grid.positionMae, 2, Emphasis::Muted),
            differenceCell(gridDifference(period, "position_mae"), scale),
            cells::rate(tr("Winner right, percent"), period.model.winnerCorrect),
            cells::rate(tr("Winner right by grid, percent"), grid.winnerCorrect, Emphasis::Muted),
            cells::rate(tr("Podium right, percent"), period.model.podiumAccuracy),
            cells::rate(tr("Podium right by grid, percent"), grid.podiumAccuracy, Emphasis::Muted),
        };
        rows.push_back(std::move(row));
    };
    if (report.all.model.races > 0)
        add(report.all);
    std::for_each(report.seasons.rbegin(), report.seasons.rend(), add); // newest first
    setRows(std::move(rows));
}

} // namespace parcferme

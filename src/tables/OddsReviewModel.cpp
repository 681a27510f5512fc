#include "tables/OddsReviewModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"

#include <algorithm>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;
using Column = TableModel::Column;

constexpr std::array Keys = {"model", "season_rate", "last_ten"};

QString nameOf(LooksAhead by)
{
    switch (by) {
    case LooksAhead::Model:
        return OddsReviewModel::tr("Model");
    case LooksAhead::SeasonRate:
        return OddsReviewModel::tr("Season's rate");
    case LooksAhead::LastTen:
        break;
    }
    return OddsReviewModel::tr("Last ten");
}

QString seasonsOf(const OddsSummary& summary)
{
    return summary.from == summary.to ? QString::number(summary.from)
                                      : QStringLiteral("%1–%2").arg(summary.from).arg(summary.to);
}

Cell afterCell(const OddsSummary& summary)
{
    Cell cell;
    cell.text =
        summary.after ? OddsReviewModel::tr("round %1").arg(*summary.after) : OddsReviewModel::tr("all four");
    cell.value = summary.after.value_or(0);
    cell.exported = summary.after ? QVariant(*summary.after) : QVariant(QStringLiteral("all"));
    cell.emphasis = summary.after ? Emphasis::Normal : Emphasis::Strong;
    return cell;
}

// The lowest of a row is strong.
Cell scoreCell(const OddsSummary& summary, std::size_t by, double season::EndScores::* score, int decimals)
{
    const double value = summary.of[by].*score;
    const bool best = std::ranges::all_of(summary.of, [&](const auto& of) { return of.*score >= value; });
    return cells::number(nameOf(LooksAhead(by)), value, decimals, best ? Emphasis::Strong : Emphasis::Normal);
}

Cell rangeCell(const OddsSummary& summary, std::size_t by)
{
    const season::EndScores& of = summary.of[by];
    if (of.ranges == 0)
        return cells::missing();
    Cell cell = cells::rate(nameOf(LooksAhead(by)), of.held / static_cast<double>(of.ranges));
    cell.toolTip += u'\n' + OddsReviewModel::tr("%1 of %2 ranges held").arg(of.held).arg(of.ranges);
    return cell;
}

Column column(const QString& key, const QString& title, int width, const QString& toolTip)
{
    Column column;
    column.key = key;
    column.title = title;
    column.width = width;
    column.number = true;
    column.toolTip = toolTip;
    return column;
}

std::vector<Column> columns()
{
    const QString titles = OddsReviewModel::tr("Log loss of the champion's chance, mean over seasons and "
                                               "rounds: lower is better, 0 is certain and right");
    const QString points = OddsReviewModel::tr(
        "CRPS of the final points, mean over drivers: how far they came from all that was held possible, in "
        "points; lower is better");
    const QString ranges =
        OddsReviewModel::tr("How many of the 80 % ranges held the final points: near 80 is right");
    std::vector<Column> all = {column(QStringLiteral("seasons"), OddsReviewModel::tr("Seasons"), 92, {}),
                               column(QStringLiteral("after"), OddsReviewModel::tr("After"), 84, {}),
                               column(QStringLiteral("cases"), OddsReviewModel::tr("Cases"), 56,
                                      OddsReviewModel::tr("Seasons and rounds that are averaged"))};
    all[0].number = all[1].number = false;
    const auto add = [&](const char* key, const QString& title, const QString& toolTip) {
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            all.push_back(
                column(QStringLiteral("%1_%2").arg(QLatin1StringView(key), QLatin1StringView(Keys[by])),
                       by == 0 ? title : nameOf(LooksAhead(by)), by == 0 ? 148 : 104, toolTip));
    };
    add("title_log_loss", OddsReviewModel::tr("Title log loss: model"), titles);
    add("crps", OddsReviewModel::tr("Points CRPS: model"), points);
    add("coverage_80", OddsReviewModel::tr("In 80 %: model"), ranges);
    all[all.size() - 1].visible = all[all.size() - 2].visible = false; // rates make no fair ranges
    return all;
}

} // namespace

OddsReviewModel::OddsReviewModel(QObject* parent) : TableModel(parent)
{
    setColumns(columns());
}

void OddsReviewModel::show(const std::vector<OddsSummary>& summaries)
{
    std::vector<Row> rows;
    for (const OddsSummary& summary : summaries) {
        const QString seasons = seasonsOf(summary);
        Row row{seasons + QStringLiteral(" %1").arg(summary.after.value_or(0)), {}, 0, seasons, {}};
        Cell span = cells::text(seasons, summary.after ? Emphasis::Muted : Emphasis::Strong);
        span.value = summary.from;
        span.exported = seasons;
        row.cells = {span, afterCell(summary), cells::count(summary.cases, Emphasis::Muted)};
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            row.cells.push_back(scoreCell(summary, by, &season::EndScores::titleLogLoss, 3));
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            row.cells.push_back(scoreCell(summary, by, &season::EndScores::crps, 1));
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            row.cells.push_back(rangeCell(summary, by));
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

QString oddsVerdict(const std::vector<OddsSummary>& summaries)
{
    const auto newest = std::ranges::find_if(summaries.rbegin(), summaries.rend(),
                                             [](const OddsSummary& summary) { return !summary.after; });
    if (newest == summaries.rend() || !newest->titleDifference || !newest->crpsDifference)
        return {};
    const auto words = [](const evaluation::Interval& difference) {
        return difference.high < 0  ? OddsReviewModel::tr("better than")
               : difference.low > 0 ? OddsReviewModel::tr("worse than")
                                    : OddsReviewModel::tr("no better than");
    };
    const auto interval = [](const evaluation::Interval& difference, int decimals) {
        return OddsReviewModel::tr("%1, 95 % interval %2 to %3")
            .arg(format::signedNumber(difference.mean, decimals),
                 format::signedNumber(difference.low, decimals),
                 format::signedNumber(difference.high, decimals));
    };
    return OddsReviewModel::tr(
               "In %1 the title odds were %2 those of the last ten races (log loss %3), and the "
               "final points were %4 theirs (CRPS %5).")
        .arg(seasonsOf(*newest), words(*newest->titleDifference), interval(*newest->titleDifference, 2),
             words(*newest->crpsDifference), interval(*newest->crpsDifference, 1));
}

} // namespace parcferme

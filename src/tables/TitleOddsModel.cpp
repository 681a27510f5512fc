#include "tables/TitleOddsModel.h"

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
        return TitleOddsModel::tr("Model");
    case LooksAhead::SeasonRate:
        return TitleOddsModel::tr("Season's rate");
    case LooksAhead::LastTen:
        break;
    }
    return TitleOddsModel::tr("Last ten");
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
        summary.after ? TitleOddsModel::tr("round %1").arg(*summary.after) : TitleOddsModel::tr("all four");
    cell.value = summary.after.value_or(0);
    cell.exported = summary.after ? QVariant(*summary.after) : QVariant(QStringLiteral("all"));
    cell.emphasis = summary.after ? Emphasis::Normal : Emphasis::Strong;
    return cell;
}

// The lowest of a row is strong.
Cell scoreCell(const OddsSummary& summary, std::size_t by, double OddsSummary::Of::* score, int decimals)
{
    const double value = summary.of[by].*score;
    const bool best = std::ranges::all_of(summary.of, [&](const auto& of) { return of.*score >= value; });
    return cells::number(nameOf(LooksAhead(by)), value, decimals, best ? Emphasis::Strong : Emphasis::Normal);
}

Cell rangeCell(const OddsSummary& summary, std::size_t by)
{
    const OddsSummary::Of& of = summary.of[by];
    if (of.ranges == 0)
        return cells::missing();
    Cell cell = cells::rate(nameOf(LooksAhead(by)), of.held / static_cast<double>(of.ranges));
    cell.toolTip += u'\n' + TitleOddsModel::tr("%1 of %2 ranges held").arg(of.held).arg(of.ranges);
    return cell;
}

Column column(const QString& key, const QString& title, int width, const QString& toolTip)
{
    return {.key = key, .title = title, .width = width, .number = true, .toolTip = toolTip};
}

std::vector<Column> columns()
{
    const QString titles = TitleOddsModel::tr("Log loss of the champion's chance, mean over seasons and "
                                              "rounds: lower is better, 0 is certain and right");
    const QString points = TitleOddsModel::tr(
        "CRPS of the final points, mean over drivers: how far they came from all that was held possible, in "
        "points; lower is better");
    const QString ranges =
        TitleOddsModel::tr("How many of the 80 % ranges held the final points: near 80 is right");
    std::vector<Column> all = {
        {.key = QStringLiteral("seasons"), .title = TitleOddsModel::tr("Seasons"), .width = 92},
        {.key = QStringLiteral("after"), .title = TitleOddsModel::tr("After"), .width = 84},
        column(QStringLiteral("cases"), TitleOddsModel::tr("Cases"), 56,
               TitleOddsModel::tr("Seasons and rounds that are averaged"))};
    for (std::size_t by = 0; by < LooksAheadCount; ++by)
        all.push_back(column(QStringLiteral("title_log_loss_%1").arg(QLatin1StringView(Keys[by])),
                             by == 0 ? TitleOddsModel::tr("Title log loss: model") : nameOf(LooksAhead(by)),
                             by == 0 ? 150 : 108, titles));
    for (std::size_t by = 0; by < LooksAheadCount; ++by)
        all.push_back(column(QStringLiteral("crps_%1").arg(QLatin1StringView(Keys[by])),
                             by == 0 ? TitleOddsModel::tr("Points CRPS: model") : nameOf(LooksAhead(by)),
                             by == 0 ? 140 : 108, points));
    for (std::size_t by = 0; by < LooksAheadCount; ++by)
        all.push_back(column(QStringLiteral("coverage_80_%1").arg(QLatin1StringView(Keys[by])),
                             by == 0 ? TitleOddsModel::tr("In 80 %: model") : nameOf(LooksAhead(by)),
                             by == 0 ? 116 : 108, ranges));
    return all;
}

} // namespace

TitleOddsModel::TitleOddsModel(QObject* parent) : TableModel(parent)
{
    setColumns(columns());
}

void TitleOddsModel::show(const std::vector<OddsSummary>& summaries)
{
    std::vector<Row> rows;
    for (const OddsSummary& summary : summaries) {
        const QString seasons = seasonsOf(summary);
        Row row{QStringLiteral("%1 %2").arg(summary.from > 2021).arg(summary.after.value_or(0)),
                {},
                0,
                seasons,
                {}};
        Cell span = cells::text(seasons, summary.after ? Emphasis::Muted : Emphasis::Strong);
        span.value = summary.from;
        span.exported = seasons;
        row.cells = {span, afterCell(summary), cells::count(summary.cases, Emphasis::Muted)};
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            row.cells.push_back(scoreCell(summary, by, &OddsSummary::Of::titleLogLoss, 3));
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            row.cells.push_back(scoreCell(summary, by, &OddsSummary::Of::crps, 1));
        for (std::size_t by = 0; by < LooksAheadCount; ++by)
            row.cells.push_back(rangeCell(summary, by));
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

QString titleOddsVerdict(const std::vector<OddsSummary>& summaries)
{
    const auto newest = std::ranges::find_if(summaries.rbegin(), summaries.rend(),
                                             [](const OddsSummary& summary) { return !summary.after; });
    if (newest == summaries.rend() || !newest->titleDifference || !newest->crpsDifference)
        return {};
    const auto words = [](const evaluation::Interval& difference) {
        return difference.high < 0  ? TitleOddsModel::tr("better than")
               : difference.low > 0 ? TitleOddsModel::tr("worse than")
                                    : TitleOddsModel::tr("no better than");
    };
    const auto interval = [](const evaluation::Interval& difference, int decimals) {
        return TitleOddsModel::tr("%1, 95 % interval %2 to %3")
            .arg(format::signedNumber(difference.mean, decimals),
                 format::signedNumber(difference.low, decimals),
                 format::signedNumber(difference.high, decimals));
    };
    return TitleOddsModel::tr(
               "In %1 the title odds were %2 those of the last ten races (log loss %3), and the "
               "final points were %4 theirs (CRPS %5).")
        .arg(seasonsOf(*newest), words(*newest->titleDifference), interval(*newest->titleDifference, 2),
             words(*newest->crpsDifference), interval(*newest->crpsDifference, 1));
}

} // namespace parcferme

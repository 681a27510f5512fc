#include "tables/LeagueModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

constexpr qsizetype MostSquares = 10; // the newest races

Cell playerCell(const LeagueRow& row, const QString& player)
{
    const bool own = row.kind == PlayerKind::Person && row.player == player;
    Cell cell = cells::text(league::nameOf(row, player), own ? Emphasis::Strong : Emphasis::Normal);
    cell.exported = row.kind == PlayerKind::Model  ? QStringLiteral("model")
                    : row.kind == PlayerKind::Grid ? QStringLiteral("grid")
                                                   : row.player;
    cell.marks.insert(IconRole, league::iconOf(row.kind));
    return cell;
}

Cell rankCell(const std::optional<int>& rank)
{
    if (rank)
        return cells::count(*rank, Emphasis::Strong);
    Cell cell = cells::missing();
    cell.toolTip = LeagueModel::tr("A rank needs three races");
    return cell;
}

Cell wordsCell(const QString& words)
{
    Cell cell = cells::text(words, Emphasis::Muted);
    cell.value = {};
    cell.exported = QVariantList(3);
    return cell;
}

Cell againstCell(const LeagueRow& row, double scale, bool narrow)
{
    if (row.kind == PlayerKind::Grid)
        return wordsCell(LeagueModel::tr("the reference"));
    if (!row.againstGrid)
        return wordsCell(LeagueModel::tr("from 3 races on"));
    const evaluation::Interval& d = *row.againstGrid;
    IntervalMark mark{d.mean, d.low, d.high, scale, format::signedNumber(d.mean, 2), {}};
    const QString words =
        LeagueModel::tr("%1 to %2").arg(format::signedNumber(d.low, 2), format::signedNumber(d.high, 2));
    mark.worseOnlyIfClear = true; // as the figure before it
    if (!narrow)
        mark.intervalText = words;
    Cell cell;
    cell.text = QStringLiteral("%1 (%2)").arg(mark.meanText, words);
    cell.value = d.mean;
    cell.exported = QVariantList{d.mean, d.low, d.high};
    cell.emphasis = d.high < 0 ? Emphasis::Better : d.low > 0 ? Emphasis::Worse : Emphasis::Muted;
    cell.toolTip =
        LeagueModel::tr("Mean error minus the grid's: %1\n95 % interval: %2 to %3\n%n races, paired", nullptr,
                        d.races)
            .arg(format::full(d.mean), format::full(d.low), format::full(d.high));
    cell.marks.insert(IntervalRole, QVariant::fromValue(mark));
    return cell;
}

Cell partCell(int right, int all)
{
    if (all == 0)
        return cells::missing();
    Cell cell = cells::text(LeagueModel::tr("%1 of %2").arg(right).arg(all));
    cell.value = double(right) / all;
    cell.exported = QVariantList{right, all};
    return cell;
}

// A square for each race, filled where he was ahead of the grid; a dash where he had no pick.
Cell streakCell(const LeagueRow& row, bool narrow)
{
    if (row.kind == PlayerKind::Grid)
        return cells::missing();
    QString squares;
    for (const LeagueRace& race : row.byRace)
        squares += !race.points                       ? format::missing()
                   : race.aheadOfGrid.value_or(false) ? QStringLiteral("■")
                                                      : QStringLiteral("□");
    Cell cell;
    cell.text = narrow ? QString::number(row.streak)
                       : QStringLiteral("%1  %2").arg(squares.right(MostSquares)).arg(row.streak, 2);
    cell.value = row.streak;
    cell.toolTip =
        LeagueModel::tr("%n races in a row with a lower error than the grid order.", nullptr, row.streak) +
        u'\n' + squares;
    return cell;
}

double scaleOf(const League& league)
{
    double widest = 0.1;
    for (const LeagueRow& row : league.rows)
        if (row.againstGrid)
            widest = std::max({widest, std::abs(row.againstGrid->low), std::abs(row.againstGrid->high)});
    return widest;
}

const LeagueRow* gridOf(const League& league)
{
    const auto grid = std::ranges::find(league.rows, PlayerKind::Grid, &LeagueRow::kind);
    return grid == league.rows.end() ? nullptr : &*grid;
}

} // namespace

QString league::keyOf(const LeagueRow& row)
{
    switch (row.kind) {
    case PlayerKind::Model:
        return QStringLiteral("model");
    case PlayerKind::Grid:
        return QStringLiteral("grid");
    case PlayerKind::Person:
        break;
    }
    return QStringLiteral("player:") + row.player;
}

QString league::nameOf(const LeagueRow& row, const QString& player)
{
    switch (row.kind) {
    case PlayerKind::Model:
        return LeagueModel::tr("Model");
    case PlayerKind::Grid:
        return LeagueModel::tr("Grid order");
    case PlayerKind::Person:
        break;
    }
    return row.player == player ? LeagueModel::tr("%1 (you)").arg(row.player) : row.player;
}

QString league::iconOf(PlayerKind kind)
{
    switch (kind) {
    case PlayerKind::Model:
        return QStringLiteral("model");
    case PlayerKind::Grid:
        return QStringLiteral("grid");
    case PlayerKind::Person:
        break;
    }
    return QStringLiteral("person");
}

std::vector<int> league::pointsAhead(const League& league, const LeagueRow& row)
{
    std::vector<int> sums;
    const LeagueRow* grid = gridOf(league);
    if (!grid)
        return sums;
    int sum = 0;
    for (std::size_t i = 0; i < std::min(row.byRace.size(), grid->byRace.size()); ++i) {
        if (row.byRace[i].points && grid->byRace[i].points)
            sum += *row.byRace[i].points - *grid->byRace[i].points;
        sums.push_back(sum);
    }
    return sums;
}

LeagueModel::LeagueModel(QObject* parent) : TableModel(parent)
{
    setForm(false);
}

void LeagueModel::setForm(bool narrow)
{
    narrow_ = narrow;
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    Column against{QStringLiteral("difference"),
                   tr("Against the grid, 95 %"),
                   narrow ? 170 : 280,
                   CellStyle::Interval,
                   false,
                   true,
                   false,
                   tr("Mean error minus that of the grid order, over the same races"),
                   {QStringLiteral("difference"), QStringLiteral("low"), QStringLiteral("high")}};
    Column winners = number("winners", tr("Winners"), 68, tr("Races whose winner was right"));
    winners.exportKeys = {QStringLiteral("winners"), QStringLiteral("winners_of")};
    Column podiums = number("podiums", tr("Podiums"), 76, tr("Drivers on the podium, in any order"));
    podiums.exportKeys = {QStringLiteral("podiums"), QStringLiteral("podiums_of")};
    setColumns({
        number("rank", tr("Rank"), 52),
        {QStringLiteral("player"), tr("Player"), 150, CellStyle::Text, false, true, true, {}, {}},
        number("points", tr("Points"), 60,
               tr("10 for the winner, 3 for each driver on the podium, 1 for each in the top ten")),
        number("races", tr("Races"), 54),
        number("mean_error", tr("Mean error"), 80, tr("In positions")),
        against,
        winners,
        podiums,
        number("streak", narrow ? tr("Streak") : tr("Streak ahead of the grid"), narrow ? 60 : 170,
               tr("Races in a row with a lower error than the grid order")),
    });
}

void LeagueModel::show(const League& league, const QString& player, bool narrow)
{
    if (narrow != narrow_)
        setForm(narrow);
    std::vector<Row> rows;
    for (const LeagueRow& line : league.rows)
        rows.push_back(rowOf(line, player, scaleOf(league)));
    setRows(std::move(rows));
}

TableModel::Row LeagueModel::rowOf(const LeagueRow& line, const QString& player, double scale) const
{
    const QString key = league::keyOf(line);
    Row row{key, key, 0, league::nameOf(line, player), {}};
    row.cells = {
        rankCell(line.rank),
        playerCell(line, player),
        cells::count(line.points, Emphasis::Strong),
        cells::count(line.races),
        line.races > 0 ? cells::number(tr("Mean error"), line.meanError, 2) : cells::missing(),
        againstCell(line, scale, narrow_),
        partCell(line.winners, line.races),
        partCell(line.podiums, 3 * line.races),
        streakCell(line, narrow_),
    };
    return row;
}

LeaguePointsModel::LeaguePointsModel(QObject* parent) : TableModel(parent)
{
    const auto number = [](const char* key, const QString& title) {
        return Column{QString::fromLatin1(key), title, 70, CellStyle::Text, true, true, false, {}, {}};
    };
    setColumns({number("season", tr("Season")),
                number("round", tr("Round")),
                {QStringLiteral("player"), tr("Player"), 150, CellStyle::Text, false, true, true, {}, {}},
                number("points", tr("Points")),
                number("ahead", tr("Ahead of the grid"))});
}

void LeaguePointsModel::show(const League& league, const QString& player)
{
    std::vector<Row> rows;
    for (const LeagueRow& line : league.rows) {
        const std::vector<int> ahead = league::pointsAhead(league, line);
        for (std::size_t i = 0; i < ahead.size(); ++i) {
            const Race& race = league.races[i];
            const QString name = league::nameOf(line, player);
            Row row{league::keyOf(line) + QStringLiteral("/%1-%2").arg(race.year).arg(race.round),
                    league::keyOf(line),
                    race.id,
                    name,
                    {}};
            row.cells = {cells::count(race.year), cells::count(race.round), playerCell(line, player),
                         line.byRace[i].points ? cells::count(*line.byRace[i].points) : cells::missing(),
                         cells::count(ahead[i])};
            row.cells.back().text = format::signedNumber(ahead[i], 0);
            rows.push_back(std::move(row));
        }
    }
    setRows(std::move(rows));
}

} // namespace parcferme

#include "tables/PlayerScoresModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tracker/StoredJudgement.h"

#include <cmath>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

Cell againstGrid(const evaluation::Scores& scores, const std::optional<evaluation::Scores>& grid)
{
    if (!grid)
        return cells::missing();
    const double difference = scores.positionMae - grid->positionMae;
    const QString figure = format::signedNumber(difference, 2);
    const bool equal = std::abs(difference) < 0.005;
    Cell cell = cells::text(equal            ? PlayerScoresModel::tr("%1 the same").arg(figure)
                            : difference < 0 ? PlayerScoresModel::tr("%1 better").arg(figure)
                                             : PlayerScoresModel::tr("%1 worse").arg(figure));
    cell.value = difference;
    cell.toolTip = format::full(difference);
    cell.emphasis = equal ? Emphasis::Muted : difference < 0 ? Emphasis::Better : Emphasis::Worse;
    return cell;
}

// Of a whole number of places that hold.
Cell partOf(double share, int places)
{
    const int right = int(std::lround(share * places));
    Cell cell = cells::text(PlayerScoresModel::tr("%1 of %2").arg(right).arg(places));
    cell.value = right;
    return cell;
}

Cell winnerCell(bool right)
{
    Cell cell = cells::text(right ? PlayerScoresModel::tr("right") : PlayerScoresModel::tr("no"),
                            right ? Emphasis::Normal : Emphasis::Strong);
    cell.value = right;
    cell.exported = right;
    if (right)
        cell.marks.insert(IconRole, QStringLiteral("check"));
    return cell;
}

// That he won was given this chance: the log loss is of him.
Cell chanceCell(const evaluation::Scores& scores)
{
    if (!scores.winnerLogLoss)
        return cells::missing();
    return cells::rate(PlayerScoresModel::tr("Chance given to him"), std::exp(-*scores.winnerLogLoss));
}

} // namespace

PlayerScoresModel::PlayerScoresModel(QObject* parent) : TableModel(parent)
{
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    setColumns({
        {QStringLiteral("player"), tr("Order"), 120, CellStyle::Text, false, true, true, {}, {}},
        number("position_mae", tr("Mean error"), 84, tr("In positions, over those who started")),
        number("difference", tr("Against the grid"), 124, tr("Mean error minus that of the grid order")),
        {QStringLiteral("winner_correct"), tr("Winner"), 76, CellStyle::Text, false, true, false, {}, {}},
        number("p_winner", tr("Chance given to him %"), 140, tr("That was given to who won")),
        number("podium", tr("Podium"), 68, tr("Drivers on the podium, in any order")),
        number("points", tr("Points places"), 92, tr("Drivers in the top ten, in any order")),
        number("concordance", tr("Pairs right %"), 92, tr("Pairs of drivers in the right order")),
    });
}

PlayerScoresModel::Scores PlayerScoresModel::of(const PickScoreView* mine, const EvaluationView* model)
{
    Scores scores;
    const auto take = [](const std::map<std::string, evaluation::Scores>& baselines, const char* key) {
        const auto found = baselines.find(key);
        return found == baselines.end() ? std::nullopt : std::optional(found->second);
    };
    if (mine) {
        scores.mine = mine->scores;
        scores.model = take(mine->baselines, "model");
        scores.grid = take(mine->baselines, "grid");
    }
    if (model && !scores.grid)
        scores.grid = take(model->baselines, "grid");
    if (model && !scores.model)
        scores.model = parcferme::scoresOf(model->evaluation);
    return scores;
}

void PlayerScoresModel::show(const Scores& scores)
{
    const struct
    {
        const char* key;
        const char* icon;
        QString name;
        const std::optional<evaluation::Scores>& scores;
    } players[] = {{"mine", "mark-mine", tr("Mine"), scores.mine},
                   {"model", "mark-model", tr("Model"), scores.model},
                   {"grid", "mark-grid", tr("Grid"), scores.grid}};
    std::vector<Row> rows;
    for (const auto& player : players) {
        Row row{QString::fromLatin1(player.key), {}, 0, player.name, {}};
        Cell name = cells::text(player.name, Emphasis::Strong);
        name.exported = row.key;
        name.marks.insert(IconRole, QString::fromLatin1(player.icon));
        row.cells = {name};
        if (player.scores) {
            const evaluation::Scores& s = *player.scores;
            row.cells.push_back(cells::number(tr("Mean error"), s.positionMae, 2, Emphasis::Strong));
            row.cells.push_back(row.key == QLatin1StringView("grid") ? cells::missing()
                                                                     : againstGrid(s, scores.grid));
            row.cells.push_back(winnerCell(s.winnerCorrect > 0.5));
            row.cells.push_back(row.key == QLatin1StringView("grid") ? cells::missing() : chanceCell(s));
            row.cells.push_back(partOf(s.podiumAccuracy, 3));
            row.cells.push_back(partOf(s.pointsOverlap, 10));
            row.cells.push_back(cells::rate(tr("Pairs right"), s.concordance));
        }
        while (row.cells.size() < std::size_t(columnCount()))
            row.cells.push_back(cells::missing());
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace parcferme

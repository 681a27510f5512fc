#include "tables/RecordRacesModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"
#include "tables/ScoreTexts.h"

#include <QMap>

#include <algorithm>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

Cell plainNumber(int value)
{
    Cell cell = cells::count(value, Emphasis::Muted);
    cell.text = QString::number(value);
    return cell;
}

Cell differenceCell(const std::optional<double>& grid, double model)
{
    if (!grid)
        return cells::missing();
    const double difference = model - *grid;
    Cell cell = cells::number(RecordRacesModel::tr("Model minus grid"), difference, 2);
    cell.text = format::signedNumber(difference, 2);
    cell.emphasis = difference < 0 ? Emphasis::Better : difference > 0 ? Emphasis::Worse : Emphasis::Muted;
    return cell;
}

Cell winnerCell(bool right)
{
    Cell cell = cells::text(right ? RecordRacesModel::tr("yes") : RecordRacesModel::tr("no"));
    cell.value = right;
    cell.marks.insert(CheckRole, right);
    return cell;
}

Cell skillCell(const evaluation::SkillPoint* point)
{
    if (!point) {
        Cell cell = cells::missing();
        cell.exported = QVariantList(3);
        return cell;
    }
    Cell cell = cells::number(RecordRacesModel::tr("Skill so far, percent"), point->skill * 100, 1);
    cell.text = format::signedNumber(point->skill * 100, 1);
    cell.value = point->skill;
    cell.exported = QVariantList{point->skill, point->low, point->high};
    cell.toolTip += QLatin1Char('\n') + RecordRacesModel::tr("95 % band: %1 to %2, %3 races")
                                            .arg(format::signedNumber(point->low * 100, 1),
                                                 format::signedNumber(point->high * 100, 1))
                                            .arg(point->races);
    return cell;
}

} // namespace

RecordRacesModel::RecordRacesModel(QObject* parent) : TableModel(parent)
{
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    Column skill = number("skill", tr("Skill so far %"), 92, wordMeaning(Word::Skill));
    skill.exportKeys = {QStringLiteral("skill"), QStringLiteral("skill_low"), QStringLiteral("skill_high")};
    setColumns({
        number("year", tr("Season"), 54),
        number("round", tr("Rd"), 32, tr("Round")),
        {QStringLiteral("name"), tr("Race"), 150, CellStyle::Text, false, true, true, {}, {}},
        number("position_mae", tr("MAE"), 54, scoreText(QStringLiteral("position_mae")).meaning),
        number("grid_position_mae", tr("Grid"), 54, tr("Mean error in positions of the grid order")),
        number("difference", tr("Difference"), 76,
               tr("Model minus grid order; below 0 the model was closer")),
        {QStringLiteral("winner_correct"),
         tr("Winner"),
         58,
         CellStyle::Check,
         true,
         true,
         false,
         tr("Whether the predicted winner won"),
         {}},
        number("podium_accuracy", tr("Podium %"), 68),
        number("rps", tr("RPS"), 60, scoreText(QStringLiteral("rps")).meaning),
        number("grid_rps", tr("Grid RPS"), 70, wordMeaning(Word::Climatology)),
        skill,
    });
}

void RecordRacesModel::setReport(const evaluation::Report& report)
{
    QMap<std::pair<int, int>, const evaluation::SkillPoint*> skill;
    for (const evaluation::SkillPoint& point : report.skill)
        skill.insert({point.season, point.round}, &point);
    std::vector<Row> rows;
    for (const evaluation::JudgedRace& race : report.races) {
        std::optional<evaluation::Scores> grid;
        if (const auto found = race.baselines.find("grid"); found != race.baselines.end())
            grid = found->second;
        const std::optional<double> gridMae = grid ? std::optional(grid->positionMae) : std::nullopt;
        const QString name = QString::fromStdString(race.name);
        Row row{QStringLiteral("%1/%2").arg(race.season).arg(race.round), {}, 0, {}, {}};
        row.filter = QStringLiteral("%1 %2").arg(race.season).arg(name);
        row.cells = {
            plainNumber(race.season),
            plainNumber(race.round),
            cells::text(name),
            cells::number(tr("Mean error"), race.model.positionMae, 2, Emphasis::Strong),
            cells::number(tr("Mean error of the grid order"), gridMae, 2, Emphasis::Muted),
            differenceCell(gridMae, race.model.positionMae),
            winnerCell(race.model.winnerCorrect > 0.5),
            cells::rate(tr("Podium right, percent"), race.model.podiumAccuracy),
            cells::number(tr("RPS"), race.model.rps, 4),
            cells::number(tr("RPS of grid climatology"), grid ? grid->rps : std::nullopt, 4, Emphasis::Muted),
            skillCell(skill.value({race.season, race.round}, nullptr)),
        };
        rows.push_back(std::move(row));
    }
    std::reverse(rows.begin(), rows.end());
    setRows(std::move(rows));
}

} // namespace parcferme

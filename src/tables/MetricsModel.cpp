#include "tables/MetricsModel.h"

#include "export/ScoreFields.h"
#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"
#include "tables/ScoreTexts.h"

#include <array>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;
using Baselines = std::map<QString, std::vector<ScoreField>>;

constexpr std::array BaselineKeys{"grid", "qualifying", "form"};

Cell figureCell(const ScoreText& text, const std::optional<double>& value, Emphasis emphasis)
{
    if (!value)
        return cells::missing();
    Cell cell = cells::number(text.name, value, text.decimals, emphasis);
    cell.text = scoreFigure(text, value);
    return cell;
}

Cell verdictCell(Verdict verdict, const QString& toolTip)
{
    Cell cell = cells::text(verdictWord(verdict));
    if (verdict == Verdict::Unknown)
        return cells::missing();
    cell.toolTip = toolTip;
    cell.emphasis = verdict == Verdict::Better  ? Emphasis::Better
                    : verdict == Verdict::Worse ? Emphasis::Worse
                                                : Emphasis::Muted;
    // English in exports, whatever the language of the window.
    cell.exported = verdict == Verdict::Better  ? QStringLiteral("better")
                    : verdict == Verdict::Worse ? QStringLiteral("worse")
                                                : QStringLiteral("no difference");
    return cell;
}

template <typename Sources>
Baselines fieldsOf(const Sources& sources)
{
    Baselines fields;
    for (const auto& [name, scores] : sources)
        fields.emplace(QString::fromStdString(name), scoreFields(scores));
    return fields;
}

std::optional<double> baselineValue(const Baselines& baselines, const char* key, std::size_t score)
{
    const auto found = baselines.find(QLatin1String(key));
    return found == baselines.end() ? std::nullopt : found->second[score].value;
}

// mine: nothing where the table has no such column.
TableModel::Row scoreRow(const ScoreField& model, const std::optional<ScoreField>& mine,
                         const ScoreText& text, const Baselines& baselines, std::size_t score,
                         const Cell& verdict)
{
    TableModel::Row row{model.key, {}, 0, text.name + QLatin1Char(' ') + text.meaning, {}};
    Cell name = cells::text(text.name);
    name.exported = model.key;
    name.toolTip = text.meaning;
    row.cells = {name, figureCell(text, model.value, Emphasis::Strong)};
    if (mine)
        row.cells.push_back(figureCell(text, mine->value, Emphasis::Strong));
    for (const char* key : BaselineKeys)
        row.cells.push_back(figureCell(text, baselineValue(baselines, key, score), Emphasis::Normal));
    row.cells.push_back(verdict);
    row.cells.push_back(cells::text(text.meaning, Emphasis::Muted));
    return row;
}

const evaluation::Interval* difference(const evaluation::Period& period, const QString& score)
{
    const auto grid = period.differences.find("grid");
    if (grid == period.differences.end())
        return nullptr;
    const auto found = grid->second.find(score.toStdString());
    return found == grid->second.end() ? nullptr : &found->second;
}

} // namespace

MetricsModel::MetricsModel(QObject* parent) : TableModel(parent)
{
    setForm(false);
}

void MetricsModel::setForm(bool mine)
{
    mine_ = mine;
    const auto figure = [](const char* key, const QString& title, int width) {
        const QString column = QString::fromLatin1(key);
        const bool model = column == QLatin1StringView("model");
        return Column{column, title, width, CellStyle::Text,
                      true,   true,  false, model ? QString() : baselineMeaning(column),
                      {}};
    };
    std::vector<Column> columns = {
        {QStringLiteral("score"), tr("Score"), 190, CellStyle::Text, false, true, false, {}, {}},
        figure("model", tr("Model"), 66),
        figure("grid", tr("Grid"), 66),
        figure("qualifying", tr("Qualifying"), 76),
        figure("form", tr("Form"), 66),
        {QStringLiteral("verdict"), tr("Against the grid"), 110, CellStyle::Text, false, true, false, {}, {}},
        {QStringLiteral("meaning"), tr("What it means"), 360, CellStyle::Text, false, true, true, {}, {}},
    };
    if (mine)
        columns.insert(columns.begin() + 2, figure("mine", tr("Mine"), 66));
    setColumns(std::move(columns));
}

void MetricsModel::setEvaluation(const EvaluationView& view)
{
    setScores(&view, nullptr, false);
}

void MetricsModel::setScores(const EvaluationView* model, const PickScoreView* mine, bool verdictOnMine)
{
    if (mine_ != (mine != nullptr))
        setForm(mine != nullptr);
    const Baselines baselines = model  ? fieldsOf(model->baselines)
                                : mine ? fieldsOf(mine->baselines)
                                       : Baselines();
    std::vector<ScoreField> modelFields, mineFields;
    if (model)
        modelFields = scoreFields(model->evaluation);
    if (mine)
        mineFields = scoreFields(mine->scores);
    const std::vector<ScoreField>& any = model ? modelFields : mineFields;
    std::vector<Row> rows;
    for (std::size_t i = 0; i < any.size(); ++i) {
        const ScoreText text = scoreText(any[i].key);
        const ScoreField said = model ? modelFields[i] : ScoreField{any[i].key, {}};
        const auto own = mine ? std::optional(mineFields[i]) : std::nullopt;
        const auto& judged = verdictOnMine && own ? own->value : said.value;
        const Verdict outcome = verdict(text, judged, baselineValue(baselines, "grid", i));
        rows.push_back(scoreRow(said, own, text, baselines, i,
                                verdictCell(outcome, tr("One race proves little: see the track record."))));
    }
    setRows(std::move(rows));
}

void MetricsModel::setPeriod(const evaluation::Period& period)
{
    const Baselines baselines = fieldsOf(period.baselines);
    const std::vector<ScoreField> model = scoreFields(period.model);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < model.size(); ++i) {
        const ScoreText text = scoreText(model[i].key);
        Cell cell = cells::missing();
        if (const evaluation::Interval* d = difference(period, model[i].key)) {
            const double unit = text.share ? 100 : 1;
            cell = verdictCell(verdict(text, d->low, d->high),
                               tr("Difference %1, 95 % interval %2 to %3, %4 races")
                                   .arg(format::signedNumber(d->mean * unit, text.decimals),
                                        format::signedNumber(d->low * unit, text.decimals),
                                        format::signedNumber(d->high * unit, text.decimals))
                                   .arg(d->races));
        }
        rows.push_back(scoreRow(model[i], std::nullopt, text, baselines, i, cell));
    }
    setRows(std::move(rows));
}

} // namespace parcferme

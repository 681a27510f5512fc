#include "export/ScoreTables.h"

#include "domain/Words.h"
#include "export/ReportOutput.h"
#include "export/ScoreFields.h"

#include <QJsonObject>

#include <array>

namespace parcferme {

namespace {

using evaluation::Report;

constexpr std::array<std::pair<ScoreTable, const char*>, 4> TableWords = {
    {{ScoreTable::Seasons, "seasons"},
     {ScoreTable::Races, "races"},
     {ScoreTable::Calibration, "calibration"},
     {ScoreTable::Stages, "stages"}}};

constexpr std::array AllStages = {Stage::Nothing, Stage::Qualifying, Stage::Grid};

QVariant cell(const std::optional<double>& number)
{
    return number ? QVariant(*number) : QVariant();
}

TableColumn text(const char* key)
{
    return {QLatin1StringView(key), QLatin1StringView(key)};
}

TableColumn number(const char* key, Show show = Show::Plain)
{
    return {QLatin1StringView(key), QLatin1StringView(key), show, true};
}

void addRace(Table& table, const evaluation::JudgedRace& race, const QString& forecaster,
             const evaluation::Scores& scores)
{
    QVariantList row{race.season, race.round, QString::fromStdString(race.name), forecaster, scores.starters};
    for (const ScoreField& field : scoreFields(scores))
        row.append(cell(field.value));
    table.rows.push_back(row);
}

Table racesTable(const Report& report)
{
    Table table{{number("year"), number("round"), text("name"), text("forecaster"), number("starters")}, {}};
    for (const ScoreField& field : scoreFields(evaluation::Scores()))
        table.columns.push_back({field.key, field.key, Show::Number4, true});
    for (const evaluation::JudgedRace& race : report.races) {
        addRace(table, race, QStringLiteral("model"), race.model);
        for (const auto& [name, scores] : race.baselines) {
            evaluation::Scores ofBaseline = scores;
            ofBaseline.starters = race.model.starters;
            addRace(table, race, QString::fromStdString(name), ofBaseline);
        }
    }
    return table;
}

Table calibrationTable(const Report& report)
{
    Table table{{text("event"), number("low", Show::Number2), number("high", Show::Number2), number("count"),
                 number("hits"), number("mean_forecast", Show::Number4), number("observed", Show::Number4),
                 number("observed_low", Show::Number4), number("observed_high", Show::Number4),
                 number("ece", Show::Number4)},
                {}};
    const auto add = [&table](const char* event, const evaluation::Reliability& reliability) {
        for (const evaluation::ReliabilityBin& bin : reliability.bins)
            table.rows.push_back({QLatin1StringView(event), bin.low, bin.high, bin.count, bin.hits,
                                  bin.meanForecast, bin.observed, bin.observedLow, bin.observedHigh,
                                  cell(reliability.ece)});
    };
    add("win", report.win);
    add("podium", report.podium);
    add("points", report.points);
    add("pairs", report.pairs);
    return table;
}

Table tableOf(ScoreTable table, const Report& report)
{
    switch (table) {
    case ScoreTable::Races:
        return racesTable(report);
    case ScoreTable::Calibration:
        return calibrationTable(report);
    case ScoreTable::Seasons:
    case ScoreTable::Stages:
        break;
    }
    return seasonsTable(report);
}

// The first row of seasonsTable is that of all seasons.
void addStage(Table& all, Stage stage, const Table& seasons)
{
    all.columns = seasons.columns;
    all.columns.front() = text("stage");
    if (seasons.rows.empty())
        return;
    QVariantList row = seasons.rows.front();
    row.front() = toString(stage);
    all.rows.push_back(row);
}

// With a column in front that says the same in every row.
Table withKind(Table table, const char* kind)
{
    table.columns.insert(table.columns.begin(), text("kind"));
    for (QVariantList& row : table.rows)
        row.prepend(QLatin1StringView(kind));
    return table;
}

} // namespace

QString toString(ScoreTable table)
{
    for (const auto& [known, word] : TableWords)
        if (known == table)
            return QString::fromLatin1(word);
    return {};
}

Result<ScoreTable> scoreTableFromString(const QString& text)
{
    QStringList words;
    for (const auto& [table, word] : TableWords) {
        if (text == QLatin1StringView(word))
            return table;
        words.append(QLatin1StringView(word));
    }
    return fail(
        ErrorCode::Usage,
        QStringLiteral("\"%1\" is no table; there are %2.").arg(text, words.join(QStringLiteral(", "))));
}

Result<Table> scoreTable(ScoreTable table, std::optional<Stage> stage, const ReportOfStage& reportOf)
{
    if (table != ScoreTable::Stages) {
        const auto report = reportOf(stage);
        if (!report)
            return tl::unexpected(report.error());
        return tableOf(table, *report);
    }
    Table stages;
    for (const Stage each : AllStages) {
        const auto report = reportOf(each);
        if (!report)
            return tl::unexpected(report.error());
        addStage(stages, each, seasonsTable(*report));
    }
    return stages;
}

Result<Table> recordScoreTable(ScoreTable table, std::optional<Stage> stage, const RecordOfStage& recordOf)
{
    Table both;
    for (const char* kind : {"live", "retrospective"}) {
        const bool live = QLatin1StringView(kind) == QLatin1StringView("live");
        auto half = scoreTable(table, stage, [&](std::optional<Stage> of) {
            return recordOf(of).map(
                [live](TrackRecord&& record) { return live ? record.live : record.retrospective; });
        });
        if (!half)
            return half;
        Table named = withKind(std::move(*half), kind);
        both.columns = named.columns;
        both.rows.insert(both.rows.end(), named.rows.begin(), named.rows.end());
    }
    return both;
}

QJsonArray rowsJson(const Table& table)
{
    QJsonArray rows;
    for (const QVariantList& row : table.rows) {
        QJsonObject object;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const QVariant& cell = row[static_cast<qsizetype>(i)];
            object.insert(table.columns[i].key,
                          cell.isValid() ? QJsonValue::fromVariant(cell) : QJsonValue());
        }
        rows.append(object);
    }
    return rows;
}

} // namespace parcferme

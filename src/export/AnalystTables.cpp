#include "export/AnalystTables.h"

#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Knowledge.h"
#include "domain/Words.h"
#include "export/ColumnMeanings.h"
#include "export/ScoreFields.h"

#include <algorithm>

namespace parcferme {

namespace {

// A session with a prediction, and all that is known of it.
struct Predicted
{
    RaceOverview overview;
    ForecastView view;
    std::optional<ResultRevision> result;
    std::vector<EvaluationView> evaluations;
};

TableColumn column(const char* key)
{
    return {QLatin1StringView(key), QLatin1StringView(key)};
}

std::vector<TableColumn> headColumns()
{
    std::vector<TableColumn> columns;
    for (const char* key :
         {"season", "round", "race_id", "race", "session", "prediction_id", "kind", "stage"})
        columns.push_back(column(key));
    return columns;
}

QVariantList headCells(const Predicted& predicted)
{
    const Race& race = predicted.overview.race;
    const Prediction& prediction = predicted.view.prediction;
    return {race.year,
            race.round,
            race.id,
            race.name,
            toString(prediction.session),
            prediction.id,
            toString(kindByNow(prediction, race)),
            QString::fromLatin1(predictor::toString(predicted.view.forecast.stage).data())};
}

constexpr const char* OfPrediction[] = {"created_at", "model_version", "hash"};
constexpr const char* OfNames[] = {"driver_name", "team_name"};
constexpr const char* OfResult[] = {"official_position", "official_classification", "official_laps",
                                    "official_time",     "official_points",         "official_grid",
                                    "result_revision"};

template <typename Value>
QVariant cell(const std::optional<Value>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariantList resultCells(const std::optional<ResultRevision>& result, const QString& driver)
{
    if (result) {
        const auto row = std::ranges::find(result->rows, driver, &ResultRow::driver);
        if (row != result->rows.end())
            return {row->position,   toString(row->classification),
                    cell(row->laps), cell(row->time),
                    row->points,     cell(row->grid),
                    result->revision};
    }
    return QVariantList(std::size(OfResult));
}

void addEntries(Table& joined, const Predicted& predicted, const People& people)
{
    const Prediction& prediction = predicted.view.prediction;
    for (const PredictionEntry& entry : prediction.entries) {
        QVariantList row = headCells(predicted);
        row += {prediction.createdAt, prediction.modelVersion, QString::fromLatin1(prediction.hash)};
        for (const Column<PredictionEntry>& stored : entryColumns())
            row.append(stored.value(entry));
        row += {people.drivers.value(entry.driver).fullName(), people.teams.value(entry.team).name};
        row += resultCells(predicted.result, entry.driver);
        joined.rows.push_back(row);
    }
}

void addScores(Table& scores, const Predicted& predicted)
{
    for (const EvaluationView& view : predicted.evaluations) {
        const auto add = [&](const QString& forecaster, const std::vector<ScoreField>& fields) {
            QVariantList row = headCells(predicted);
            row += {view.evaluation.resultRevision, view.evaluation.superseded, forecaster,
                    view.evaluation.starters};
            for (const ScoreField& field : fields)
                row.append(cell(field.value));
            scores.rows.push_back(row);
        };
        add(QStringLiteral("model"), scoreFields(view.evaluation));
        for (const auto& [name, ofBaseline] : view.baselines)
            add(QString::fromStdString(name), scoreFields(ofBaseline));
    }
}

Table emptyJoined()
{
    Table joined{headColumns(), {}};
    for (const char* key : OfPrediction)
        joined.columns.push_back(column(key));
    for (const Column<PredictionEntry>& stored : entryColumns())
        joined.columns.push_back(column(stored.name));
    for (const char* key : OfNames)
        joined.columns.push_back(column(key));
    for (const char* key : OfResult)
        joined.columns.push_back(column(key));
    return joined;
}

Table emptyScores()
{
    Table scores{headColumns(), {}};
    for (const char* key : {"result_revision", "superseded", "forecaster", "starters"})
        scores.columns.push_back(column(key));
    for (const ScoreField& field : scoreFields(evaluation::Scores()))
        scores.columns.push_back({field.key, field.key});
    return scores;
}

Result<std::optional<Predicted>> predictedOf(const Tracker& tracker, const RaceOverview& overview)
{
    auto view = tracker.prediction(overview.of());
    if (!view)
        return tl::unexpected(view.error());
    if (!*view)
        return std::nullopt;
    auto result = tracker.newestResult(overview.of());
    auto evaluations = tracker.evaluations(overview.of());
    if (!result || !evaluations)
        return tl::unexpected(!result ? result.error() : evaluations.error());
    return Predicted{overview, std::move(**view), std::move(*result), std::move(*evaluations)};
}

Result<std::vector<RaceOverview>> allSessions(const Tracker& tracker)
{
    const auto seasons = tracker.seasons();
    if (!seasons)
        return tl::unexpected(seasons.error());
    std::vector<RaceOverview> sessions;
    for (auto year = seasons->rbegin(); year != seasons->rend(); ++year) {
        const auto races = tracker.races(*year);
        if (!races)
            return tl::unexpected(races.error());
        for (const RaceOverview& race : *races)
            for (const Session session : {Session::Sprint, Session::Race})
                if (auto overview = race.at(session))
                    sessions.push_back(std::move(*overview));
    }
    return sessions;
}

} // namespace

Result<std::vector<NamedTable>> analystTables(const Tracker& tracker)
{
    const auto sessions = allSessions(tracker);
    const auto people = tracker.people();
    if (!sessions || !people)
        return tl::unexpected(!sessions ? sessions.error() : people.error());
    Table joined = emptyJoined(), scores = emptyScores();
    for (const RaceOverview& overview : *sessions) {
        const auto predicted = predictedOf(tracker, overview);
        if (!predicted)
            return tl::unexpected(predicted.error());
        if (!*predicted)
            continue;
        addEntries(joined, **predicted, *people);
        addScores(scores, **predicted);
    }
    return std::vector<NamedTable>{{QStringLiteral("joined"), std::move(joined)},
                                   {QStringLiteral("scores"), std::move(scores)}};
}

Table columnKey(const std::vector<NamedTable>& tables)
{
    Table key{{column("file"), column("column"), column("meaning")}, {}};
    for (const NamedTable& table : tables)
        for (const TableColumn& each : table.table.columns)
            key.rows.push_back({table.name, each.key, meaningOf(each.key)});
    return key;
}

} // namespace parcferme

#include "service/Schemas.h"

#include "domain/Words.h"
#include "export/RaceOutput.h"
#include "export/ScoreFields.h"

namespace parcferme {

namespace {

const QString Integer = QStringLiteral("integer");
const QString Number = QStringLiteral("number");
const QString Text = QStringLiteral("string");
const QString Boolean = QStringLiteral("boolean");

Field field(const char* name, const QString& type, const char* description = "", bool nullable = false)
{
    return {QString::fromLatin1(name), type, nullable, QString::fromLatin1(description)};
}

Field maybe(const char* name, const QString& type, const char* description = "")
{
    return field(name, type, description, true);
}

template <typename Word>
Field wordField(const char* name, std::initializer_list<Word> words, const char* description = "")
{
    Field words_ = field(name, Text, description);
    for (const Word word : words)
        words_.words.append(toString(word));
    return words_;
}

Field listOf(const char* name, const QString& type, const char* description = "")
{
    Field list = field(name, type, description);
    list.list = true;
    return list;
}

Field policyField()
{
    return wordField("freeze_policy", {FreezePolicy::PostQualifying, FreezePolicy::TMinus});
}

Schema predictionSchema()
{
    return {QStringLiteral("Prediction"),
            {field("id", Integer),
             field("race_id", Integer),
             field("created_at", Text, "UTC, ISO 8601"),
             policyField(),
             field("snapshot_ts", Text, "the moment whose knowledge was used"),
             field("session_type", Text, "newest session among the inputs: Q, or R of the race before"),
             field("fastf1_version", Text, "the data client that fetched the inputs"),
             maybe("cache_path", Text, "of the HTTP cache; null when nothing was fetched"),
             wordField("confidence_level",
                       {ConfidenceLevel::Low, ConfidenceLevel::Medium, ConfidenceLevel::High}),
             field("confidence_score", Number, "expected share of driver pairs in the right order"),
             field("feature_coverage", Number, "share of the inputs that were observed"),
             field("num_imputed", Integer),
             field("status", Text, "frozen"),
             wordField("kind", {PredictionKind::Live, PredictionKind::Retrospective}),
             field("hash", Text, "SHA-256 in the ledger's chain"),
             field("model_version", Text),
             field("stage", Text, "grid, qualifying or nothing"),
             field("provisional_field", Boolean, "the drivers are those of the race before"),
             field("manual_grid", Boolean, "the grid was entered by hand"),
             maybe("server_date", Text, "the source's clock at the freeze"),
             maybe("vouched_by", Text, "the time-stamping authority by whose word it existed at vouched_at"),
             maybe("vouched_at", Text, "UTC, ISO 8601"),
             field("vouched_before_start", Boolean),
             listOf("warnings", Text),
             listOf("entries", QStringLiteral("Entry"), "by predicted position")}};
}

Schema entrySchema()
{
    return {QStringLiteral("Entry"),
            {field("driver", Text, "the source's id"), field("team", Text, "the source's id"),
             field("predicted_position", Integer), field("predicted_race_time", Number, "seconds"),
             field("gap", Number, "seconds to the winner"),
             field("uncertainty", Number, "half the width of the gap's 80 % interval, seconds"),
             field("gap_low", Number, "10 % point, seconds"),
             field("gap_high", Number, "90 % point, seconds"), field("p_win", Number),
             field("p_podium", Number), field("p_points", Number), field("p_retire", Number),
             field("position_low", Integer, "of the 80 % interval"),
             field("position_high", Integer, "of the 80 % interval")}};
}

Schema resultSchema()
{
    return {QStringLiteral("Result"),
            {field("driver", Text, "the source's id"), field("team", Text, "the source's id"),
             field("position", Integer, "official order 1..n, non-starters included"),
             maybe("time", Number, "total in seconds; null off the lead lap"),
             field("status", Text, "in the source's words"), field("points", Number),
             field("classified", Boolean, "has a numeric official position"), field("classification", Text),
             maybe("laps", Integer), maybe("grid", Integer), maybe("number", Integer, "on the car"),
             field("revision", Integer), field("fetched_at", Text), field("source", Text)}};
}

// The scores under the names of their columns; which can be null follows from the scores of nothing.
QList<Field> scores()
{
    QList<Field> fields;
    for (const ScoreField& score : scoreFields(evaluation::Scores()))
        fields.append({score.key, Number, !score.value});
    return fields;
}

Schema metricsSchema()
{
    QList<Field> fields = {field("id", Integer),
                           field("race_id", Integer),
                           field("prediction_id", Integer),
                           field("result_revision", Integer, "the revision that it was judged against"),
                           field("created_at", Text),
                           field("starters", Integer),
                           field("confidence_score", Number),
                           field("calibration_error", Number, "confidence minus the realised share of pairs"),
                           field("superseded", Boolean, "a newer revision has its own evaluation"),
                           field("winner_correct", Boolean),
                           field("baselines", QStringLiteral("Baselines"))};
    for (const Field& score : scores())
        if (score.name != QLatin1StringView("winner_correct"))
            fields.append(score);
    return {QStringLiteral("Metrics"), fields};
}

Schema raceSchema()
{
    return {QStringLiteral("Race"),
            {field("id", Integer, "the race_id of the other calls"), field("year", Integer),
             field("round", Integer), field("name", Text), field("circuit", Text), field("event_date", Text),
             maybe("start", Text, "UTC, ISO 8601"), maybe("qualifying", Text), maybe("sprint", Text),
             maybe("laps", Integer), maybe("locality", Text), maybe("country", Text),
             wordField("status", {RaceStatus::Scheduled, RaceStatus::Completed, RaceStatus::Cancelled}),
             wordField("state", {RaceState::Scheduled, RaceState::WindowOpen, RaceState::Frozen,
                                 RaceState::EvaluatedLive, RaceState::EvaluatedRetrospective,
                                 RaceState::Retrospective, RaceState::Missed, RaceState::NotFetched,
                                 RaceState::NotPredicted, RaceState::Cancelled}),
             field("freeze_window", QStringLiteral("FreezeWindow")), field("has_qualifying", Boolean),
             field("has_result", Boolean), maybe("position_mae", Number, "of the newest evaluation"),
             maybe("grid_position_mae", Number, "of the grid order beside it")}};
}

std::vector<Schema> makeSchemas()
{
    const QString baseline = QStringLiteral("Scores");
    return {
        {QStringLiteral("Health"), {field("status", Text, "ok"), field("version", Text)}},
        raceSchema(),
        {QStringLiteral("FreezeWindow"),
         {policyField(), maybe("opens", Text), field("estimated", Boolean), maybe("closes", Text),
          field("open", Boolean, "a live prediction can be frozen now")}},
        predictionSchema(),
        entrySchema(),
        resultSchema(),
        {QStringLiteral("Sync"),
         {field("race_id", Integer), maybe("evaluation_id", Integer, "null when nothing could be judged"),
          maybe("revision", Integer, "newest one stored"), field("new_revision", Boolean),
          field("new_evaluation", Boolean), field("source_reached", Boolean),
          listOf("notices", Text, "what happened on the way")}},
        metricsSchema(),
        {QStringLiteral("Baselines"),
         {field("grid", baseline), field("qualifying", baseline), field("form", baseline)}},
        {baseline, scores()},
        {QStringLiteral("Refusal"), {field("detail", Text, "what is wrong, in a sentence")}},
    };
}

} // namespace

const std::vector<Schema>& schemas()
{
    static const std::vector<Schema> all = makeSchemas();
    return all;
}

} // namespace parcferme

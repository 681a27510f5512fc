#include "service/Schemas.h"

#include "domain/Columns.h"
#include "domain/Words.h"
#include "export/PickOutput.h"
#include "export/RaceOutput.h"
#include "export/ScoreFields.h"

#include <algorithm>

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

QList<Field> standingFields()
{
    return {field("team", Text),
            maybe("position", Integer, "null before the first result, and for who is shut out"),
            field("points", Number),
            field("wins", Integer, "of Grands Prix"),
            field("podiums", Integer),
            maybe("expected_points", Number, "mean of the simulations, at the end"),
            maybe("points_low", Number, "10 % point"),
            maybe("points_high", Number, "90 % point"),
            maybe("p_title", Number, "chance to be champion; certain once it is decided"),
            field("can_win", Boolean, "by arithmetic"),
            maybe("needs", Number, "points more than the leader, to be champion")};
}

Field policyField()
{
    return wordField("freeze_policy", {FreezePolicy::PostQualifying, FreezePolicy::TMinus});
}

QString typeOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
        return Integer;
    case ColumnType::Number:
        return Number;
    case ColumnType::Boolean:
        return Boolean;
    case ColumnType::Text:
    case ColumnType::Json:
        break;
    }
    return Text;
}

// The described columns of a table, then more.
template <typename Row>
QList<Field> fieldsOf(std::span<const Column<Row>> columns, const QList<Field>& more = {})
{
    QList<Field> fields;
    for (const Column<Row>& column : columns)
        if (column.type != ColumnType::Json)
            fields.append({QString::fromLatin1(column.name), typeOf(column.type), column.nullable,
                           QString::fromLatin1(column.meaning),
                           column.words ? column.words() : QStringList()});
    return fields + more;
}

Schema predictionSchema()
{
    return {
        QStringLiteral("Prediction"),
        fieldsOf(
            predictionColumns(),
            {field("id", Integer), field("hash", Text, "SHA-256 in the ledger's chain"),
             field("stage", Text, "grid, qualifying or nothing"),
             maybe("lap_seconds", Number,
                   "of a lap at the end of the race: a gap of so much or more is shown in laps"),
             field("provisional_field", Boolean, "the drivers are those of the race before"),
             field("manual_grid", Boolean, "the grid was entered by hand"),
             maybe("official_grid_at", Text, "when the published grid that it knows was fetched"),
             maybe("server_date", Text, "the source's clock at the freeze"),
             maybe("vouched_by", Text, "the time-stamping authority by whose word it existed at vouched_at"),
             maybe("vouched_at", Text, "UTC, ISO 8601"), field("vouched_before_start", Boolean),
             maybe("weather", QStringLiteral("Weather"), "around the start; no input of the prediction"),
             listOf("warnings", Text), listOf("entries", QStringLiteral("Entry"), "by predicted position")})};
}

Schema resultSchema()
{
    return {QStringLiteral("Result"),
            fieldsOf(resultColumns(),
                     {field("revision", Integer), field("fetched_at", Text), field("source", Text)})};
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
    QList<Field> fields = fieldsOf(
        evaluationColumns(),
        {field("id", Integer), field("superseded", Boolean, "a newer revision has its own evaluation"),
         field("baselines", QStringLiteral("Baselines")),
         listOf("not_forecast", Text, "starters that the prediction did not have: they are not judged"),
         listOf("not_started", Text, "drivers of the prediction who did not start: they are not judged"),
         listOf("drivers", QStringLiteral("JudgedDriver"),
                "every starter; none in evaluations of version 1.0.0")});
    for (const Field& score : scores())
        if (std::ranges::find(fields, score.name, &Field::name) == fields.end())
            fields.append(score); // follows from the columns
    return {QStringLiteral("Metrics"), fields};
}

Field stateField()
{
    return wordField("state", {RaceState::Scheduled, RaceState::WindowOpen, RaceState::Frozen,
                               RaceState::Void, RaceState::EvaluatedLive, RaceState::EvaluatedRetrospective,
                               RaceState::Retrospective, RaceState::Missed, RaceState::NotFetched,
                               RaceState::NotPredicted, RaceState::Cancelled});
}

Schema raceSchema()
{
    return {QStringLiteral("Race"),
            {field("id", Integer, "the race_id of the other calls"),
             field("year", Integer),
             field("round", Integer),
             field("name", Text),
             field("circuit", Text),
             field("event_date", Text),
             maybe("start", Text, "UTC, ISO 8601"),
             maybe("qualifying", Text),
             maybe("sprint", Text),
             maybe("laps", Integer),
             maybe("locality", Text),
             maybe("country", Text),
             wordField("status", {RaceStatus::Scheduled, RaceStatus::Completed, RaceStatus::Cancelled}),
             stateField(),
             field("freeze_window", QStringLiteral("FreezeWindow")),
             field("has_qualifying", Boolean),
             field("has_result", Boolean),
             maybe("position_mae", Number, "of the newest evaluation"),
             maybe("grid_position_mae", Number, "of the grid order beside it"),
             maybe("sprint_prediction", QStringLiteral("SprintState"), "null where there is no sprint")}};
}

QList<Field> stageFields()
{
    QList<Field> fields{field("kind", Text), field("stage", Text, "nothing, qualifying or grid"),
                        field("races", Integer)};
    for (const char* score : {"position_mae", "grid_position_mae", "difference", "difference_low",
                              "difference_high", "winner_correct", "grid_winner_correct", "podium_accuracy",
                              "grid_podium_accuracy", "rps", "grid_rps", "skill"})
        fields.append(maybe(score, Number));
    return fields;
}

Schema pickScoresSchema()
{
    return {QStringLiteral("PickScores"),
            fieldsOf(pickScoreColumns(), {field("id", Integer),
                                          field("superseded", Boolean, "a newer revision has its own scores"),
                                          field("baselines", QStringLiteral("PickBaselines"))})};
}

Schema pickSchema()
{
    QList<Field> fields = fieldsOf(
        pickColumns(),
        {field("id", Integer), field("hash", Text, "SHA-256 in the chain of the ledger of picks"),
         field("counts", Boolean, "locked before the start, as it is known now"),
         maybe("vouched_by", Text, "the time-stamping authority by whose word it existed at vouched_at"),
         maybe("vouched_at", Text, "UTC, ISO 8601"), field("vouched_before_start", Boolean),
         listOf("scores", QStringLiteral("PickScores"), "newest first")});
    for (Field& one : fields)
        if (one.name == QLatin1StringView("kind"))
            one.words.append(toString(PickKind::Void));
    fields.append(listOf("order", QStringLiteral("PickEntry"), "empty until it may be shown"));
    return {QStringLiteral("Pick"), fields};
}

Field pickStateField()
{
    return wordField("state", {PickState::None, PickState::Draft, PickState::Locked, PickState::Late});
}

std::vector<Schema> pickSchemas()
{
    const QString scores = QStringLiteral("Scores");
    Field places = listOf("places", Text, "a driver for each, null for an empty one");
    places.nullable = true;
    return {
        {QStringLiteral("Picks"),
         {field("race_id", Integer), wordField("session", {Session::Race, Session::Sprint}),
          field("player", Text, "whose \"mine\" is"), pickStateField(), field("start", Text),
          field("freeze_window", QStringLiteral("FreezeWindow")),
          field("orders_shown", Boolean, "the session has started"),
          field("provisional_field", Boolean, "the drivers are those of the race before"),
          listOf("field", QStringLiteral("PickEntry")), maybe("draft", QStringLiteral("PickDraft")),
          maybe("mine", QStringLiteral("Pick")), listOf("others", QStringLiteral("Pick")),
          listOf("standings", QStringLiteral("PickStanding"))}},
        pickSchema(),
        {QStringLiteral("PickEntry"), fieldsOf(pickEntryColumns())},
        {QStringLiteral("PickDraft"),
         {places, maybe("winner_chance", Number), field("saved_at", Text),
          maybe("lacks", Text, "why it cannot be locked; null: it is complete")}},
        pickScoresSchema(),
        {QStringLiteral("PickBaselines"),
         {maybe("grid", scores), maybe("qualifying", scores), maybe("form", scores), maybe("model", scores)}},
        {QStringLiteral("PickStanding"),
         {maybe("player", Text, "null for the model"), pickStateField(),
          field("filled", Integer, "places of a draft, where it may be seen"), maybe("locked_at", Text),
          maybe("hash", Text)}},
        {QStringLiteral("League"),
         {wordField("session", {Session::Race, Session::Sprint}),
          listOf("races", QStringLiteral("LeagueRace"), "in time order"),
          listOf("players", QStringLiteral("LeaguePlayer"), "by rank")}},
        {QStringLiteral("LeagueRace"),
         {field("race_id", Integer), field("year", Integer), field("round", Integer), field("name", Text)}},
        {QStringLiteral("LeaguePlayer"),
         {maybe("rank", Integer, "null with fewer than three races"),
          wordField("kind", {PlayerKind::Person, PlayerKind::Model, PlayerKind::Grid}),
          maybe("player", Text, "null for model and grid"), field("points", Integer), field("races", Integer),
          maybe("position_mae", Number), maybe("against_grid", Number, "own mean error minus the grid's"),
          maybe("against_grid_low", Number, "95 % interval"), maybe("against_grid_high", Number),
          field("winners", Integer), field("podiums", Integer),
          field("streak", Integer, "races in a row with a lower error than the grid order"),
          listOf("by_race", QStringLiteral("PlayersRace"), "as the races of the league")}},
        {QStringLiteral("PlayersRace"),
         {maybe("points", Integer), maybe("position_mae", Number), maybe("ahead_of_grid", Boolean)}},
    };
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
        {QStringLiteral("Season"),
         {field("season", Integer), field("after", Integer, "round; 0 is before the first"),
          field("simulations", Integer, "0 where nothing is left, or no forecast can be made"),
          maybe("variance_scale", Number, "of the simulations; 1.5 from 2026 on"),
          listOf("drivers", QStringLiteral("DriverStanding")),
          listOf("teams", QStringLiteral("TeamStanding"))}},
        {QStringLiteral("DriverStanding"), QList<Field>{field("driver", Text)} + standingFields()},
        {QStringLiteral("TeamStanding"), standingFields()},
        {QStringLiteral("SprintState"),
         {stateField(), field("freeze_window", QStringLiteral("FreezeWindow")),
          field("has_grid", Boolean, "it is known in which order they start"), field("has_result", Boolean),
          maybe("position_mae", Number), maybe("grid_position_mae", Number)}},
        predictionSchema(),
        {QStringLiteral("Entry"), fieldsOf(entryColumns())},
        {QStringLiteral("Weather"),
         {field("source", Text), field("measured", Boolean, "else a forecast"), field("fetched_at", Text),
          listOf("hours", QStringLiteral("WeatherHour"))}},
        {QStringLiteral("WeatherHour"),
         {field("hour", Text, "its beginning; UTC, ISO 8601"), maybe("rain_chance", Number, "of a forecast"),
          maybe("rain_mm", Number, "of a forecast"),
          maybe("rain_share", Number, "measured: share of the readings that say rain"),
          maybe("temperature", Number, "degrees Celsius"), maybe("wind", Number, "m/s")}},
        {QStringLiteral("Pairs"),
         {field("race_id", Integer), wordField("session", {Session::Race, Session::Sprint}),
          field("kind", Text), field("stage", Text, "grid, qualifying or nothing"),
          listOf("pairs", QStringLiteral("Pair"), "every two drivers, both ways round")}},
        {QStringLiteral("Pair"),
         {field("driver", Text), field("other", Text),
          field("p_ahead", Number, "chance of the driver to end ahead of the other"),
          field("teammates", Boolean)}},
        resultSchema(),
        {QStringLiteral("Sync"),
         {field("race_id", Integer), wordField("session", {Session::Race, Session::Sprint}),
          maybe("evaluation_id", Integer, "null when nothing could be judged"),
          maybe("revision", Integer, "newest one stored"), field("new_revision", Boolean),
          field("new_evaluation", Boolean), field("source_reached", Boolean),
          listOf("notices", Text, "what happened on the way")}},
        metricsSchema(),
        {QStringLiteral("Baselines"),
         {field("grid", baseline), field("qualifying", baseline), field("form", baseline)}},
        {baseline, scores()},
        {QStringLiteral("JudgedDriver"),
         {field("driver", Text), field("team", Text), field("predicted", Integer, "position"),
          field("official", Integer, "position"), field("classified", Boolean),
          field("position_low", Integer, "of the 80 % interval"), field("position_high", Integer),
          field("p_win", Number), field("p_podium", Number), field("p_points", Number),
          listOf("ahead", Number, "chances to end ahead of each who follows in this list"),
          listOf("positions", Number,
                 "chances to end at 1, 2 ... among the starters; absent before version 2")}},
        {QStringLiteral("RaceScores"),
         QList<Field>{field("kind", Text, "live or retrospective"), field("year", Integer),
                      field("round", Integer), field("name", Text),
                      field("forecaster", Text, "model, grid, qualifying or form"),
                      field("starters", Integer, "those who started and were forecast: who is judged")} +
             scores()},
        {QStringLiteral("CalibrationBin"),
         {field("kind", Text), field("event", Text, "win, podium, points or pairs"),
          field("low", Number, "chance that the bin begins with"), field("high", Number),
          field("count", Integer, "forecasts in the bin"), field("hits", Integer, "of them, that happened"),
          field("mean_forecast", Number), field("observed", Number), field("observed_low", Number),
          field("observed_high", Number), maybe("ece", Number, "expected calibration error of the event")}},
        {QStringLiteral("StageScores"), stageFields()},
        {QStringLiteral("Refusal"), {field("detail", Text, "what is wrong, in a sentence")}},
    };
}

} // namespace

const std::vector<Schema>& schemas()
{
    static const std::vector<Schema> all = [] {
        std::vector<Schema> schemas = makeSchemas();
        for (Schema& schema : pickSchemas())
            schemas.push_back(std::move(schema));
        return schemas;
    }();
    return all;
}

} // namespace parcferme

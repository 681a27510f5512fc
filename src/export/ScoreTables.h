#pragma once

#include "evaluation/Report.h"
#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonArray>

#include <functional>

namespace parcferme {

// What stands behind a track record or a backtest, as plain tables.
enum class ScoreTable {
    Seasons,     // a row per season, all of them first
    Races,       // a row per race and forecaster (model, grid, qualifying, form), with every score
    Calibration, // a row per event (win, podium, points, pairs) and bin of chances
    Stages,      // a row per stage: the figures of Seasons over all races
};

QString toString(ScoreTable table);                           // seasons, races, calibration, stages
Result<ScoreTable> scoreTableFromString(const QString& text); // Errors: Usage, with the words that there are

// The report of one stage; nothing said: of every stage.
using ReportOfStage = std::function<Result<evaluation::Report>(std::optional<Stage>)>;

// Of a backtest, which forecasts every race at each stage. Errors: those of reportOf.
Result<Table> scoreTable(ScoreTable table, std::optional<Stage> stage, const ReportOfStage& reportOf);

// Of the record, live and retrospective apart, with a column `kind` in front. recordOf: as ReportOfStage.
using RecordOfStage = std::function<Result<TrackRecord>(std::optional<Stage>)>;
Result<Table> recordScoreTable(ScoreTable table, std::optional<Stage> stage, const RecordOfStage& recordOf);

// An object per row, under the columns' keys; what does not exist is null.
QJsonArray rowsJson(const Table& table);

} // namespace parcferme

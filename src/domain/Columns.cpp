#include "domain/Columns.h"

#include "domain/Words.h"

#include <array>

namespace parcferme {

template <>
struct Stored<FreezePolicy>
    : StoredWord<FreezePolicy, freezePolicyFromString, FreezePolicy::PostQualifying, FreezePolicy::TMinus>
{
};
template <>
struct Stored<Session> : StoredWord<Session, sessionFromString, Session::Race, Session::Sprint>
{
};
template <>
struct Stored<PredictionKind> : StoredWord<PredictionKind, predictionKindFromString, PredictionKind::Live,
                                           PredictionKind::Retrospective, PredictionKind::Void>
{
};
template <>
struct Stored<PickKind> : StoredWord<PickKind, pickKindFromString, PickKind::Live, PickKind::Late>
{
};
template <>
struct Stored<ConfidenceLevel> : StoredWord<ConfidenceLevel, confidenceLevelFromString, ConfidenceLevel::Low,
                                            ConfidenceLevel::Medium, ConfidenceLevel::High>
{
};
template <>
struct Stored<Classification>
    : StoredWord<Classification, classificationFromString, Classification::Classified,
                 Classification::Retired, Classification::NotClassified, Classification::Disqualified,
                 Classification::DidNotStart, Classification::DidNotQualify, Classification::Excluded>
{
};

namespace {

// The text is never NULL, and JSON says null where it is empty.
template <typename Row>
constexpr Column<Row> orNull(Column<Row> column)
{
    column.nullable = true;
    return column;
}

template <typename Row>
constexpr Column<Row> required(Column<Row> column)
{
    column.nullable = false;
    return column;
}

constexpr Column<Prediction> StatusColumn = {
    "status",
    ColumnType::Text,
    false,
    "frozen",
    [](const Prediction&) -> QVariant { return QStringLiteral("frozen"); },
    nullptr,
    nullptr};

constexpr Column<ResultRow> ClassifiedColumn = {
    "classified",
    ColumnType::Boolean,
    false,
    "has a numeric official position",
    [](const ResultRow& row) -> QVariant { return row.classified() ? 1 : 0; },
    nullptr,
    nullptr};

constexpr std::array Predictions = {
    column<&Prediction::race>("race_id"),
    column<&Prediction::session>("session", "of the race: what was predicted", 2),
    column<&Prediction::kind>("kind"),
    column<&Prediction::createdAt>("created_at", "UTC, ISO 8601"),
    column<&Prediction::freezePolicy>("freeze_policy"),
    column<&Prediction::snapshotTs>("snapshot_ts", "the moment whose knowledge was used"),
    column<&Prediction::sessionType>("session_type",
                                     "newest session among the inputs: Q or SQ, or R of the race before"),
    column<&Prediction::fastf1Version>("fastf1_version", "the data client that fetched the inputs"),
    orNull(column<&Prediction::cachePath>("cache_path", "of the HTTP cache; null when nothing was fetched")),
    column<&Prediction::confidenceLevel>("confidence_level"),
    column<&Prediction::confidenceScore>("confidence_score",
                                         "expected share of driver pairs in the right order"),
    column<&Prediction::featureCoverage>("feature_coverage", "share of the inputs that were observed"),
    column<&Prediction::numImputed>("num_imputed"),
    StatusColumn,
    column<&Prediction::modelVersion>("model_version"),
    column<&Prediction::format>("format", "shape of the stored record", 2),
};

constexpr std::array Entries = {
    column<&PredictionEntry::driver>("driver", "the source's id"),
    column<&PredictionEntry::team>("team", "the source's id"),
    column<&PredictionEntry::predictedPosition>("predicted_position"),
    column<&PredictionEntry::predictedRaceTime>("predicted_race_time", "seconds"),
    column<&PredictionEntry::gap>("gap", "seconds to the winner; null in a sprint"),
    column<&PredictionEntry::uncertainty>("uncertainty",
                                          "half the width of the gap's 80 % interval, seconds"),
    column<&PredictionEntry::gapLow>("gap_low", "10 % point, seconds"),
    column<&PredictionEntry::gapHigh>("gap_high", "90 % point, seconds"),
    column<&PredictionEntry::pWin>("p_win"),
    column<&PredictionEntry::pPodium>("p_podium"),
    column<&PredictionEntry::pPoints>("p_points"),
    column<&PredictionEntry::pRetire>("p_retire"),
    column<&PredictionEntry::positionLow>("position_low", "of the 80 % interval"),
    column<&PredictionEntry::positionHigh>("position_high", "of the 80 % interval"),
    column<&PredictionEntry::pLapped>("p_lapped", "chance to be a lap or more behind, if classified", 2),
};

constexpr std::array Picks = {
    column<&Pick::race>("race_id"),
    column<&Pick::session>("session", "of the race: what was picked"),
    column<&Pick::player>("player", "whose order it is"),
    column<&Pick::kind>("kind", "late: locked after the start, never counted"),
    column<&Pick::createdAt>("created_at", "UTC, ISO 8601"),
    column<&Pick::winnerChance>("winner_chance", "of the first of the order to win; null: none was given"),
    column<&Pick::format>("format", "shape of the stored record"),
};

constexpr std::array PickEntries = {
    column<&PickEntry::driver>("driver", "the source's id"),
    column<&PickEntry::team>("team", "the source's id"),
    column<&PickEntry::position>("position"),
};

constexpr std::array PickScoreColumns = {
    column<&PickScores::race>("race_id"),
    column<&PickScores::pick>("pick_id"),
    column<&PickScores::resultRevision>("result_revision", "the revision that it was judged against"),
    column<&PickScores::createdAt>("created_at"),
    column<&PickScores::starters>("starters"),
    column<&PickScores::positionMae>("position_mae"),
    column<&PickScores::positionMaeClassified>("position_mae_classified"),
    column<&PickScores::winnerCorrect>("winner_correct"),
    column<&PickScores::podiumAccuracy>("podium_accuracy"),
    column<&PickScores::podiumExactOrder>("podium_exact_order"),
    column<&PickScores::pointsOverlap>("points_overlap"),
    column<&PickScores::spearman>("spearman"),
    column<&PickScores::kendall>("kendall"),
    column<&PickScores::winBrier>("win_brier"),
    column<&PickScores::winnerLogLoss>("winner_log_loss"),
    column<&PickScores::concordance>("concordance", "share of driver pairs in the right order"),
    column<&PickScores::leaguePoints>("league_points"),
    required(column<&PickScores::baselines>("baselines")),
    required(column<&PickScores::drivers>("drivers")),
};

constexpr std::array Results = {
    column<&ResultRow::driver>("driver", "the source's id"),
    column<&ResultRow::team>("team", "the source's id"),
    column<&ResultRow::number>("number", "on the car"),
    column<&ResultRow::position>("position", "official order 1..n, non-starters included"),
    column<&ResultRow::classification>("classification"),
    ClassifiedColumn,
    column<&ResultRow::status>("status", "in the source's words"),
    column<&ResultRow::laps>("laps"),
    column<&ResultRow::time>("time", "total in seconds; null off the lead lap"),
    column<&ResultRow::points>("points"),
    column<&ResultRow::grid>("grid", "0: pit lane or none"),
};

constexpr std::array Evaluations = {
    column<&Evaluation::race>("race_id"),
    column<&Evaluation::prediction>("prediction_id"),
    column<&Evaluation::resultRevision>("result_revision", "the revision that it was judged against"),
    column<&Evaluation::createdAt>("created_at"),
    column<&Evaluation::starters>("starters"),
    column<&Evaluation::positionMae>("position_mae"),
    column<&Evaluation::positionMaeClassified>("position_mae_classified"),
    column<&Evaluation::timeMaeSeconds>("time_mae_seconds"),
    column<&Evaluation::timeMaeSecondsNotStopped>("time_mae_seconds_not_stopped"),
    column<&Evaluation::gapMaeSeconds>("gap_mae_seconds"),
    column<&Evaluation::gapDistanceSeconds>("gap_distance_seconds"),
    column<&Evaluation::gapCoverage80>("gap_coverage_80"),
    column<&Evaluation::lappedBrier>("lapped_brier"),
    column<&Evaluation::winnerCorrect>("winner_correct"),
    column<&Evaluation::podiumAccuracy>("podium_accuracy"),
    column<&Evaluation::podiumExactOrder>("podium_exact_order"),
    column<&Evaluation::pointsOverlap>("points_overlap"),
    column<&Evaluation::spearman>("spearman"),
    column<&Evaluation::kendall>("kendall"),
    column<&Evaluation::winBrier>("win_brier"),
    column<&Evaluation::podiumBrier>("podium_brier"),
    column<&Evaluation::pointsBrier>("points_brier"),
    column<&Evaluation::winnerLogLoss>("winner_log_loss"),
    column<&Evaluation::rps>("rps"),
    column<&Evaluation::teammatesLogLoss>("teammates_log_loss"),
    column<&Evaluation::coverage50>("coverage_50"),
    column<&Evaluation::coverage80>("coverage_80"),
    column<&Evaluation::coverage90>("coverage_90"),
    column<&Evaluation::confidenceScore>("confidence_score"),
    column<&Evaluation::calibrationError>("calibration_error",
                                          "confidence minus the realised share of pairs"),
    required(column<&Evaluation::baselines>("baselines")),
    column<&Evaluation::drivers>("drivers"),
};

} // namespace

std::span<const Column<Prediction>> predictionColumns()
{
    return Predictions;
}

std::span<const Column<PredictionEntry>> entryColumns()
{
    return Entries;
}

std::span<const Column<Pick>> pickColumns()
{
    return Picks;
}

std::span<const Column<PickEntry>> pickEntryColumns()
{
    return PickEntries;
}

std::span<const Column<PickScores>> pickScoreColumns()
{
    return PickScoreColumns;
}

std::span<const Column<ResultRow>> resultColumns()
{
    return Results;
}

std::span<const Column<Evaluation>> evaluationColumns()
{
    return Evaluations;
}

} // namespace parcferme

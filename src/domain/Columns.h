#pragma once

#include "domain/Column.h"
#include "domain/Pick.h"
#include "domain/Prediction.h"
#include "domain/Race.h"

#include <span>

namespace parcferme {

// The columns of the tables whose rows are shown, hashed or compared, in the order to write them. A new one
// stands here, in a migration, and where it is computed. Keys, and what a row gets from where it is stored
// (the chain, the revision), are the repositories'.

// predictions: what the snapshot repeats and the hash covers, so that a record has those of its format only.
std::span<const Column<Prediction>> predictionColumns();

// prediction_entries; as above.
std::span<const Column<PredictionEntry>> entryColumns();

// picks and pick_entries, as the two before.
std::span<const Column<Pick>> pickColumns();
std::span<const Column<PickEntry>> pickEntryColumns();

// pick_metrics, as evaluation_metrics.
std::span<const Column<PickScores>> pickScoreColumns();

// race_results, of one driver.
std::span<const Column<ResultRow>> resultColumns();

// evaluation_metrics. A column of a score has the name of the score.
std::span<const Column<Evaluation>> evaluationColumns();

} // namespace parcferme

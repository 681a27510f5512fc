#pragma once

#include "core/Error.h"
#include "domain/Columns.h"
#include "evaluation/Report.h"

namespace parcferme {

// The column that a score is stored in; null for one that follows from others.
const Column<Evaluation>* columnOf(const evaluation::ScoreColumn& score);

// The scores of a stored evaluation; what it has no column for follows from those it has.
evaluation::Scores scoresOf(const Evaluation& evaluation);

// A judged race of the track record, as it is stored: scores, baselines and drivers of the evaluation, order
// and chances of the prediction's entries. Nothing is judged anew. Evaluations of 1.0.0 hold no drivers: the
// prediction's entries are put beside the result that it was judged against. Errors: Data.
Result<evaluation::JudgedRace> storedJudgement(const RaceRecord& record, const Prediction& prediction,
                                               const Evaluation& evaluation);

// The revision of a session's result that has this number; null when it is not stored.
const ResultRevision* revisionOf(const RaceRecord& record, Session session, int number);

} // namespace parcferme

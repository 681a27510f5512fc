#pragma once

#include "core/Clock.h"
#include "core/Progress.h"
#include "store/EvaluationRepository.h"
#include "store/PredictionRepository.h"
#include "tracker/StoredFacts.h"
#include "tracker/Views.h"

namespace parcferme {

// How good the forecasts were: those that were frozen, by what is stored of them, and what the model would
// have said of past seasons. Errors: those of the store; others where said.
class RecordReading
{
public:
    RecordReading(Database& database, StoredFacts& facts, const Clock& clock);

    Result<TrackRecord> record(const RecordScope& scope) const;
    Result<int> judgedRaces() const; // how many races the whole record is of

    // Walk-forward over the stored facts; stores nothing. Errors: Usage for a span that is empty or has no
    // race to forecast; Cancelled.
    Result<evaluation::Report> backtest(int from, int to, Stage stage, Session session,
                                        Progress progress) const;
    // The same report as if these races were no part of it.
    Result<evaluation::Report> leftOut(const evaluation::Report& report, const HiddenRaces& hidden) const;

private:
    Database& database_;
    StoredFacts& facts_;
    const Clock& clock_;
    PredictionRepository predictions_;
    EvaluationRepository evaluations_;
};

} // namespace parcferme

#pragma once

#include "core/Clock.h"
#include "store/EvaluationRepository.h"
#include "store/PickRepository.h"
#include "store/PickScoreRepository.h"
#include "store/PredictionRepository.h"
#include "tracker/ChangeSet.h"
#include "tracker/StoredFacts.h"

namespace parcferme {

class Judging;

// Judges frozen predictions and locked picks against official results and stores what comes of it. Errors:
// Data, when one cannot be judged; those of the store.
class Evaluating
{
public:
    Evaluating(Database& database, StoredFacts& facts, const Clock& clock);

    // Every prediction, and every pick that counts, of these races against the newest revision of its
    // session, where that was not done yet. Answers how many evaluations of predictions are new, and adds the
    // races to the changes.
    Result<int> evaluate(const QSet<RaceId>& races, ChangeSet& changes);

private:
    Result<int> evaluate(Judging& judging, const RaceRecord& record, Session session);
    // Answers how many are new.
    Result<int> evaluatePicks(Judging& judging, const RaceRecord& record);
    // Nothing where it was judged before.
    Result<bool> evaluate(Judging& judging, const RaceRecord& record, const Prediction& prediction);

    StoredFacts& facts_;
    const Clock& clock_;
    PredictionRepository predictions_;
    EvaluationRepository evaluations_;
    PickRepository picks_;
    PickScoreRepository pickScores_;
};

} // namespace parcferme

#pragma once

#include "store/EvaluationRepository.h"
#include "store/PickRepository.h"
#include "store/PickScoreRepository.h"
#include "store/PredictionRepository.h"
#include "tracker/PickViews.h"
#include "tracker/StoredFacts.h"

namespace parcferme {

// The table of the players of one database, from what is stored of picks and predictions: nothing is judged
// for it. A race belongs to the league when a person's pick counts in it and was judged. Errors: those of the
// store.
class LeagueReading
{
public:
    LeagueReading(Database& database, StoredFacts& facts);

    Result<League> league(const LeagueScope& scope) const;

private:
    struct Round;
    Result<std::optional<Round>> roundOf(const RaceRecord& record, Session session,
                                         const std::map<PickId, PickScores>& newest) const;

    Database& database_;
    StoredFacts& facts_;
    PredictionRepository predictions_;
    EvaluationRepository evaluations_;
    PickRepository picks_;
    PickScoreRepository scores_;
};

} // namespace parcferme

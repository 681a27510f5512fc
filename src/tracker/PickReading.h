#pragma once

#include "store/EvaluationRepository.h"
#include "store/PickDraftRepository.h"
#include "store/PickRepository.h"
#include "store/PickScoreRepository.h"
#include "store/PredictionRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "tracker/PickViews.h"
#include "tracker/SourceContact.h"
#include "tracker/StoredFacts.h"

namespace parcferme {

// What is shown of picks, from the store alone. Orders of others only once the session has started. Errors:
// NotFound; those of the store; others where said.
class PickReading
{
public:
    PickReading(Database& database, StoredFacts& facts, const SourceContact& contact,
                const Settings& settings);

    Result<PicksView> picks(const SessionKey& of) const;
    // Errors: NotYet when that order is not known yet.
    Result<QStringList> order(const SessionKey& of, PickStart from) const;
    // See Tracker::pickRecord().
    Result<evaluation::Report> record(const RecordScope& scope) const;

    // A pick with all that is known of it, as its player may see it.
    Result<PickView> viewOf(const Pick& pick) const;

private:
    Result<std::vector<PickStanding>> standings(const SessionKey& of, const PicksView& view) const;
    Result<std::optional<evaluation::Scores>> modelScores(const SessionKey& of, int revision) const;
    Result<QStringList> knownOrder(const SessionKey& of, PickStart from) const;
    Result<QStringList> lastOrder(const SessionKey& of) const;

    Database& database_;
    StoredFacts& facts_;
    const SourceContact& contact_;
    const Settings& settings_;
    RaceRepository races_;
    SessionRepository sessions_;
    PredictionRepository predictions_;
    EvaluationRepository evaluations_;
    PickRepository picks_;
    PickDraftRepository drafts_;
    PickScoreRepository scores_;
};

} // namespace parcferme

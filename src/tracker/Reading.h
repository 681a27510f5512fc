#pragma once

#include "store/EvaluationRepository.h"
#include "store/GridRepository.h"
#include "store/PredictionRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "store/WeatherRepository.h"
#include "tracker/SourceContact.h"
#include "tracker/Views.h"

namespace parcferme {

// What is shown of seasons and races, from the store alone: nothing is forecast or judged for it. Errors:
// NotFound, NotYet where nothing is stored; those of the store.
class Reading
{
public:
    Reading(Database& database, StoredFacts& facts, SourceContact& contact, const Clock& clock,
            const Settings& settings);

    Result<std::vector<int>> seasons() const; // newest first
    Result<std::vector<RaceOverview>> races(int year) const;
    // RACE of the command line: see searchRace().
    Result<Race> findRace(int year, const QString& text) const;
    // The race to open on: the next one to start, else the latest.
    // In all seasons: see findInSeasons().
    Result<std::vector<Race>> searchRaces(const QString& text) const;
    Result<Race> currentRace() const;
    // The newest race of which a result is stored, be it of its sprint alone; nothing while there is none.
    Result<std::optional<Race>> newestRun() const;
    Result<Race> race(RaceId race) const;

    // All that is known of one session. It and races() are of one state of the store, whoever writes
    // meanwhile.
    Result<RaceDetails> details(const SessionKey& of) const;

    // Parts of the details, for who needs no more of them.
    Result<std::optional<ForecastView>> prediction(const SessionKey& of) const;
    Result<std::optional<ResultRevision>> newestResult(const SessionKey& of) const;
    Result<std::vector<EvaluationView>> evaluations(const SessionKey& of) const; // newest first
    // Those of the prediction that is shown come first.
    struct ShownEvaluations
    {
        std::vector<EvaluationView> evaluations;
        bool predicted = false;
        bool isVoid = false; // the prediction, as the start is known now
    };
    Result<ShownEvaluations> shownEvaluations(const SessionKey& of) const;

    // What was measured, else the newest forecast.
    Result<std::optional<Weather>> weather(const SessionKey& of) const;

    Result<People> people() const; // everybody stored; no car numbers, which belong to a race

private:
    // The live prediction, unless it is void and there is a retrospective one; else that. Its kind is by now.
    Result<std::optional<Prediction>> shownPrediction(const SessionKey& of) const;
    Status sayLeftOut(const SessionKey& of, std::vector<EvaluationView>& views) const;
    Result<SessionState> state(const RaceRecord& record, Session session, const QDateTime& now) const;
    // Of the Grand Prix, with its sprint.
    Result<RaceOverview> overview(const RaceRecord& record, const QDateTime& now) const;
    // Of the prediction that the race list is about, newest first.
    Result<std::optional<EvaluationView>> newestEvaluation(PredictionId prediction) const;

    Database& database_;
    StoredFacts& facts_;
    SourceContact& contact_;
    const Clock& clock_;
    const Settings& settings_;
    RaceRepository races_;
    SessionRepository sessions_;
    PredictionRepository predictions_;
    EvaluationRepository evaluations_;
    GridRepository grids_;
    WeatherRepository weather_;
};

} // namespace parcferme

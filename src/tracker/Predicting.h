#pragma once

#include "core/Progress.h"
#include "store/PredictionRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "tracker/ChangeSet.h"
#include "tracker/Forecaster.h"
#include "tracker/PredictOptions.h"
#include "tracker/Scouting.h"
#include "tracker/SourceContact.h"
#include "tracker/StoredFacts.h"

namespace parcferme {

class SourceFetch;

// Makes predictions of a session: fetches what is missing, forecasts, and freezes.
class Predicting
{
public:
    Predicting(Database& database, DataSource& source, Scouting& scouting, SourceContact& contact,
               StoredFacts& facts, const Clock& clock, const Settings& settings);

    // Errors: PolicyRefused with the opening time of the window; those of selectFacts(), Forecaster and
    // checkGrid().
    QCoro::Task<Result<PredictOutcome>> predict(SessionKey of, PredictOptions options, Progress progress,
                                                ChangeSet& changes);

    // The starting grid by hand, before the start; empty places remove it. additions: drivers on it whom
    // nothing stored names yet. Errors: those of checkGrid().
    Status setManualGrid(const SessionKey& of, const std::vector<ManualGrid::Slot>& places,
                         const std::vector<Driver>& additions, ChangeSet& changes);
    // Whom a word of that grid means: see driverNamed().
    Result<Driver> driverOfGrid(const SessionKey& of, const QString& words) const;

private:
    struct Request;

    Result<std::optional<ForecastView>> frozenBefore(const SessionKey& of, const Race& race);
    // Asks the source for what a forecast lacks: calendar, qualifying, results before, the sprint before it.
    QCoro::Task<Status> fetchMissing(SourceFetch& fetch, Race race, Session session, DataSource::Query query);
    // How the source is asked: on demand or not, and by when.
    DataSource::Query queryFor(const Race& race, Session session, const PredictOptions& options) const;
    Status checkGrid(const SessionKey& of, const Race& race, const std::vector<ManualGrid::Slot>& places,
                     const QDateTime& now);
    Result<Request> requestNow(const SessionKey& of, const Race& race, const PredictOptions& options,
                               const Present& present);
    Result<PredictOutcome> forecast(const Race& race, const Request& request, const Present& present);
    Result<PredictOutcome> freeze(const Race& race, Prediction draft, const MadeForecast& made,
                                  const FactSelection& selection, const Present& present,
                                  const std::vector<Warning>& warnings);

    Database& database_;
    DataSource& source_;
    Scouting& scouting_;
    SourceContact& contact_;
    StoredFacts& facts_;
    const Clock& clock_;
    const Settings& settings_;
    RaceRepository races_;
    SessionRepository sessions_;
    PredictionRepository predictions_;
    Forecaster forecaster_; // keeps what it has learnt
};

} // namespace parcferme

#pragma once

#include "source/DataSource.h"
#include "store/Database.h"
#include "store/EvaluationRepository.h"
#include "store/FactRepository.h"
#include "store/PredictionRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "store/StateRepository.h"
#include "tracker/Forecaster.h"
#include "tracker/FreezeRules.h"
#include "tracker/SourceIntake.h"
#include "tracker/Stamping.h"
#include "tracker/Tracker.h"

namespace parcferme {

// What the tracker's own files share: the store, the source, the clock, and what is kept in memory between
// calls.
struct Tracker::Parts
{
    Parts(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
          Settings settings, std::unique_ptr<TimestampAuthority> authority)
        : database(std::move(database)), source(std::move(source)), clock(clock),
          settings(std::move(settings)),
          stamping(*this->database, std::move(authority), this->settings.timestampCertificates)
    {
    }

    std::unique_ptr<Database> database;
    std::unique_ptr<DataSource> source;
    const Clock& clock;
    Settings settings;

    RaceRepository races{*database};
    SessionRepository sessions{*database};
    FactRepository facts{*database};
    PredictionRepository predictions{*database};
    EvaluationRepository evaluations{*database};
    StateRepository state{*database};
    SourceIntake intake{*database};
    Stamping stamping;
    Forecaster forecaster;
    SourceStatus status;
    std::optional<qint64> serverAheadSeconds; // server minus machine, as of this session's last contact

    // All facts in time order; read again only when somebody, this program or another, has changed them.
    Result<const std::vector<RaceRecord>*> records();
    Status factsChanged(); // after every write

    Present present();
    // Remembers that the source was reached, and its clock.
    template <typename T>
    void heard(const Fetched<T>& fetched)
    {
        heard(fetched.serverDate, fetched.serverDateAt, fetched.fetchedAt, fetched.stale);
    }
    void notHeard(const Error& error);

private:
    void heard(const std::optional<QDateTime>& serverDate, const std::optional<QDateTime>& at,
               const QDateTime& fetchedAt, bool stale);

    std::vector<RaceRecord> records_;
    QString recordsVersion_;
};

// The record of a race among all. Errors: NotFound.
Result<const RaceRecord*> recordOf(const std::vector<RaceRecord>& records, RaceId race);

} // namespace parcferme

#pragma once

#include "core/Progress.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "tracker/ChangeSet.h"
#include "tracker/Evaluating.h"
#include "tracker/Reading.h"
#include "tracker/SourceContact.h"

namespace parcferme {

class SourceFetch;

// Fetches what happened, stores it as revisions, and has the predictions judged. Out of reach: what is stored
// serves, with a notice. Errors: Cancelled; that of the source when there is nothing stored either; those of
// the store.
class Syncing
{
public:
    Syncing(Database& database, DataSource& source, SourceContact& contact, StoredFacts& facts,
            const Reading& reading, const Clock& clock);

    QCoro::Task<Result<SyncOutcome>> syncRace(SessionKey of, Progress progress, ChangeSet& changes);
    QCoro::Task<Result<SeasonOutcome>> syncSeason(int year, Progress progress, ChangeSet& changes);
    // Calendar and qualifying only; asks again whatever the cache holds.
    QCoro::Task<Result<SeasonOutcome>> refresh(int year, Progress progress, ChangeSet& changes);
    // The calendar alone, asked of the source itself. Errors: also Network and Offline.
    QCoro::Task<Status> readCalendar(int year, Progress progress, ChangeSet& changes);

private:
    // Also the next season's, which is there one day: nothing in it is "not yet".
    QCoro::Task<Status> fetchCalendars(SourceFetch& fetch, DataSource::Query query);
    QCoro::Task<Status> fetchResult(SourceFetch& fetch, Race race, Session session);
    // Results of other races of the last 14 days: stewards may have changed them.
    QCoro::Task<Status> fetchCorrections(SourceFetch& fetch, Race except);
    QCoro::Task<Status> fetchSeason(SourceFetch& fetch, int year);

    Database& database_;
    DataSource& source_;
    SourceContact& contact_;
    const Reading& reading_;
    const Clock& clock_;
    Evaluating evaluating_;
    RaceRepository races_;
    SessionRepository sessions_;
    StateRepository state_;
};

} // namespace parcferme

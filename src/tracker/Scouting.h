#pragma once

#include "core/Clock.h"
#include "core/Progress.h"
#include "source/DataSource.h"
#include "store/GridRepository.h"
#include "store/RaceRepository.h"
#include "store/WeatherRepository.h"
#include "tracker/ChangeSet.h"
#include "tracker/StoredFacts.h"

#include <QStringList>

#include <map>
#include <memory>

namespace parcferme {

// The sources beside the one of calendar and results: each gives what it gives, and the program does
// everything else without it.
using FurtherSources = std::vector<std::unique_ptr<DataSource>>;

// What the further sources know of a session: the official starting grid until its start, the weather that is
// forecast, and afterwards the weather that was measured. What comes is stored as a new state where it
// differs. A source that gives no answer is told, and stops nothing. Errors: Cancelled; those of the store.
class Scouting
{
public:
    // An answer, in sentences for people.
    using Notices = Result<QStringList>;

    Scouting(Database& database, const FurtherSources& sources, StoredFacts& facts, const Clock& clock);

    // Of what is no Freshness nothing is asked.
    struct Wish
    {
        std::optional<Freshness> grid = Freshness::Normal;
        std::optional<Freshness> weather = Freshness::Normal;
        QDeadlineTimer deadline{QDeadlineTimer::Forever}; // for each source
    };
    // Beside work that somebody waits for: from the caches where they are fresh, and not for long.
    static Wish beside();

    // Grid and forecast before the start, the measurement after it.
    QCoro::Task<Notices> look(SessionKey of, Wish wish, Progress progress, ChangeSet& changes);

    // Every session that starts within the next days, for a program that stays open: the caches decide
    // whether a request goes out, but for the grid in the last hours, which is asked for every ten minutes.
    QCoro::Task<Notices> lookAhead(Progress progress, ChangeSet& changes);

    // The same on demand, past the caches.
    QCoro::Task<Notices> refresh(Progress progress, ChangeSet& changes);

private:
    DataSource* sourceOf(DataSource::Kind kind) const; // null: none gives it
    Result<DataSource::SessionQuery> queryOf(const SessionKey& of, const Wish& wish);
    Result<std::vector<SessionKey>> sessionsAhead(int days) const;
    QCoro::Task<Status> lookForGrid(DataSource& source, DataSource::SessionQuery query, Progress progress,
                                    ChangeSet& changes, QStringList& notices);
    QCoro::Task<Status> lookForWeather(DataSource& source, DataSource::SessionQuery query, Progress progress,
                                       ChangeSet& changes, QStringList& notices);
    Result<bool> store(const OfficialGrid& grid);

    Database& database_;
    const FurtherSources& sources_;
    StoredFacts& facts_;
    const Clock& clock_;
    RaceRepository races_;
    GridRepository grids_;
    WeatherRepository weather_;
    std::map<SessionKey, QDateTime> lastLook_;        // of lookAhead()
    std::map<SessionKey, QDateTime> lastGridRequest_; // past the cache
};

} // namespace parcferme

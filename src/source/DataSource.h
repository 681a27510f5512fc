#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "source/SourceValues.h"

#include <QCoroTask>

namespace parcferme {

// A value with where it came from.
template <typename T>
struct Fetched
{
    T value;
    Named named;
    QDateTime fetchedAt; // UTC: when the source sent it (the oldest page's time)
    bool stale = false;  // the network failed and an older answer from the cache served
    std::optional<QDateTime>
        serverDate; // newest Date header seen, with `serverDateAt` the machine's time then
    std::optional<QDateTime> serverDateAt;
    int requests = 0; // sent over the network for this
};

enum class Freshness {
    Normal,  // what the cache's rules allow
    Refresh, // ask again, whatever the cache holds
};

// Where facts come from. Unknown or unpublished is an empty vector, never an error. Errors: Network, Offline,
// Cancelled, Data. All calls from the thread that made the source; each finishes exactly once.
class DataSource
{
public:
    DataSource() = default;
    DataSource(const DataSource&) = delete;
    DataSource& operator=(const DataSource&) = delete;
    virtual ~DataSource() = default;

    template <typename T>
    using Answer = QCoro::Task<Result<Fetched<T>>>;
    using Calendar = std::vector<CalendarRace>;
    using Qualifyings = std::vector<SessionRows<QualifyingRow>>;
    using Sprints = std::vector<SessionRows<SprintRow>>;
    using Results = std::vector<SessionRows<ResultRow>>;

    // `final`: the season is over and what comes will not change; the cache may keep it for 30 days.
    struct Query
    {
        int season = 0;
        std::optional<int> round; // nothing: the whole season, in pages
        bool final = false;
        Freshness freshness = Freshness::Normal;
    };

    virtual Answer<Calendar> calendar(Query query, Progress progress) = 0;
    virtual Answer<Qualifyings> qualifying(Query query, Progress progress) = 0;
    virtual Answer<Sprints> sprints(Query query, Progress progress) = 0;
    virtual Answer<Results> results(Query query, Progress progress) = 0;

    virtual QString client() const = 0;    // "parcferme/1.0.0 jolpica"
    virtual QString cachePath() const = 0; // folder of the HTTP cache

    // By all running copies together; nothing when unlimited.
    struct RequestsLeft
    {
        int left = 0; // this hour
        int perHour = 0;
    };
    virtual std::optional<RequestsLeft> requestsLeft() const = 0;
};

} // namespace parcferme

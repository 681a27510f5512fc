#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "source/NoAnswer.h"
#include "source/SourceValues.h"

#include <QCoroTask>
#include <QDeadlineTimer>

namespace parcferme {

// A value with where it came from. All times are UTC.
template <typename T>
struct Fetched
{
    T value;
    Oddities odd; // what of the answer is not in the value, or not as the source has it
    DriversAndTeams named;
    QDateTime fetchedAt; // when the source sent it; of a list in pages, the oldest page's time
    // Until then the source is asked again only by Freshness::Refresh. Where that was refused because the
    // budget is spent: when a request may be sent again.
    QDateTime askAgainFrom;
    bool stale = false;               // the source gave no new answer, and an older one from the cache serves
    std::optional<NoAnswer> noAnswer; // why it is stale
    // The source's clock, by its newest answer, and the machine's at that moment.
    std::optional<QDateTime> serverDate;
    std::optional<QDateTime> serverDateAt;
    int requests = 0; // sent over the network for this
};

enum class Freshness {
    Normal,  // what the cache's rules allow
    Refresh, // ask again, whatever the cache holds
};

// Where facts come from: one class per source, which gives one or more kinds of them. Unknown or unpublished
// is an empty vector, never an error. What is odd costs its field, or its race; only an answer that is none,
// or whose frame is broken, is an error as a whole. Errors: Network, Offline, Cancelled, Data; Usage for a
// kind that the source does not give. All calls from the thread that made the source; each finishes exactly
// once.
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
    using Results = std::vector<SessionRows<ResultRow>>; // of races or of sprints
    using WeatherHours = std::vector<WeatherHour>;       // in time order

    enum class Kind {
        Calendar = 1,
        Qualifying = 2,
        Sprints = 4,
        Results = 8,
        Grids = 16,       // starting grids, before the start
        Forecasts = 32,   // of the weather
        Measurements = 64 // of the weather
    };
    Q_DECLARE_FLAGS(Kinds, Kind)
    virtual Kinds gives() const = 0;

    // `final`: the season is over and what comes will not change; the cache may keep it for 30 days.
    struct Query
    {
        int season = 0;
        std::optional<int> round; // nothing: the whole season, in pages
        bool final = false;
        Freshness freshness = Freshness::Normal;
        // For all requests of the query together, with their retries and waits; then the cache serves.
        QDeadlineTimer deadline{QDeadlineTimer::Forever};
    };

    // A source overrides what it gives.
    virtual Answer<Calendar> calendar(Query query, Progress progress);
    virtual Answer<Qualifyings> qualifying(Query query, Progress progress);
    virtual Answer<Results> sprints(Query query, Progress progress);
    virtual Answer<Results> results(Query query, Progress progress);

    // One session of a race, for sources that know nothing of our rounds and ids.
    struct SessionQuery
    {
        Race race;
        Session session = Session::Race;
        std::vector<Starter> field;                // who may stand on its grid
        std::optional<double> latitude, longitude; // of the circuit, degrees
        Freshness freshness = Freshness::Normal;
        QDeadlineTimer deadline{QDeadlineTimer::Forever};

        std::optional<QDateTime> start() const { return race.startOf(session); }
    };
    virtual Answer<GridState> grid(SessionQuery query, Progress progress);
    // Around the start, measured where the session is past and the source measures.
    virtual Answer<WeatherHours> weather(SessionQuery query, Progress progress);

    virtual QString client() const = 0;                                    // "parcferme/1.0.0 jolpica"
    QString name() const { return client().section(QLatin1Char(' '), 1); } // "jolpica"
    virtual QString cachePath() const = 0;                                 // folder of the HTTP cache

    // By all running copies together; nothing when unlimited.
    struct RequestsLeft
    {
        int left = 0; // this hour
        int perHour = 0;
    };
    virtual std::optional<RequestsLeft> requestsLeft() const = 0;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(DataSource::Kinds)

} // namespace parcferme

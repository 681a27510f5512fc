#include "source/JolpicaSource.h"

#include "core/Version.h"
#include "source/AwaitQueue.h"
#include "source/CachePolicy.h"
#include "source/JolpicaFields.h"
#include "source/JolpicaParser.h"
#include "source/PageMerge.h"
#include "source/SourceLog.h"

#include <QUrlQuery>

#include <algorithm>
#include <set>

namespace parcferme {

namespace {

constexpr int PageRows = 100; // the most that the source gives
constexpr int MostPages = 50;

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."),
                QStringLiteral("What had arrived is kept."));
}

int seasonOf(const CalendarRace& race)
{
    return race.race.year;
}
int roundOf(const CalendarRace& race)
{
    return race.race.round;
}
QDate dateOf(const CalendarRace& race)
{
    return race.race.eventDate;
}
template <typename Row>
int seasonOf(const SessionRows<Row>& session)
{
    return session.season;
}
template <typename Row>
int roundOf(const SessionRows<Row>& session)
{
    return session.round;
}
template <typename Row>
QDate dateOf(const SessionRows<Row>& session)
{
    return session.date;
}

// The answer must be to what was asked, or a confused server or proxy could swap seasons.
template <typename Item>
Status checkAsked(const JolpicaPage<Item>& page, const DataSource::Query& query, int offset)
{
    for (const Item& item : page.items)
        if (seasonOf(item) != query.season || (query.round && roundOf(item) != *query.round))
            return fail(ErrorCode::Data,
                        QStringLiteral("The source answered with round %1 of %2, asked for %3 of %4.")
                            .arg(roundOf(item))
                            .arg(seasonOf(item))
                            .arg(query.round ? QStringLiteral("round %1").arg(*query.round)
                                             : QStringLiteral("the season"))
                            .arg(query.season));
    if (page.header.offset != offset)
        return fail(ErrorCode::Data, QStringLiteral("The source answered with rows from %1 on, asked for %2.")
                                         .arg(page.header.offset)
                                         .arg(offset));
    if (page.header.total > page.header.limit * MostPages)
        return fail(ErrorCode::Data,
                    QStringLiteral("The source cuts its list into more than %1 pages.").arg(MostPages));
    return {};
}

template <typename Item>
CacheSubject subjectOf(const JolpicaPage<Item>& page, const DataSource::Query& query, bool calendar)
{
    CacheSubject subject;
    subject.calendar = calendar;
    subject.final = query.final;
    subject.open = !query.round && page.header.last();
    for (const Item& item : page.items)
        subject.newestRace = std::max(subject.newestRace.value_or(dateOf(item)), dateOf(item));
    return subject;
}

} // namespace

// One list of the source: where it is, how a page is read, how pages become the value.
template <typename Item, typename Value>
struct JolpicaSource::Endpoint
{
    const char* path;
    const char* name; // for people
    Result<JolpicaPage<Item>> (*parse)(const QByteArray&);
    Result<Value> (*merge)(std::vector<JolpicaPage<Item>>);
    bool calendar = false;
    bool inEverySeason = true; // there were seasons without a sprint

    QString title(const Query& query) const
    {
        const QString what = QString::fromLatin1(name);
        return query.round
                   ? QStringLiteral("%1 of %2, round %3").arg(what).arg(query.season).arg(*query.round)
                   : QStringLiteral("%1 of %2").arg(what).arg(query.season);
    }
};

template <typename Item>
struct JolpicaSource::Loaded
{
    JolpicaPage<Item> page;
    QDateTime fetchedAt;
    bool fromCache = false;
    bool stale = false; // and the cache would have liked a newer one
    int requests = 0;
    std::optional<Error> networkError; // why it is stale
};

// How one pass over the pages goes: after the network failed once, only the cache is asked.
struct JolpicaSource::Pass
{
    bool refresh = false;
    std::optional<Error> networkError;
};

JolpicaOptions JolpicaOptions::fromSettings(const Settings& settings)
{
    JolpicaOptions options;
    options.apiUrl = settings.apiUrl;
    options.cacheFolder = settings.cacheFolder;
    options.offline = settings.offline;
    return options;
}

JolpicaSource::JolpicaSource(JolpicaOptions options, const Clock& clock)
    : options_(std::move(options)), clock_(clock),
      budget_(options_.cacheFolder, machineClock_, options_.budget),
      cache_(options_.cacheFolder, clock, options_.cacheLimit),
      queue_(std::make_unique<RequestQueue>(budget_, clock, options_.queue))
{
}

// The queue goes while all else still stands: what waits for it is resumed and winds up.
JolpicaSource::~JolpicaSource()
{
    queue_.reset();
}

DataSource::Answer<DataSource::Calendar> JolpicaSource::calendar(Query query, Progress progress)
{
    using Here = Endpoint<CalendarRace, Calendar>;
    return fetch(Here{"races", "Calendar", parseCalendar, mergeCalendarPages, true}, query,
                 std::move(progress));
}

DataSource::Answer<DataSource::Qualifyings> JolpicaSource::qualifying(Query query, Progress progress)
{
    using Here = Endpoint<SessionRows<QualifyingRow>, Qualifyings>;
    return fetch(Here{"qualifying", "Qualifying", parseQualifying, mergeQualifyingPages}, query,
                 std::move(progress));
}

DataSource::Answer<DataSource::Sprints> JolpicaSource::sprints(Query query, Progress progress)
{
    using Here = Endpoint<SessionRows<SprintRow>, Sprints>;
    return fetch(Here{"sprint", "Sprints", parseSprints, mergeSprintPages, false, false}, query,
                 std::move(progress));
}

DataSource::Answer<DataSource::Results> JolpicaSource::results(Query query, Progress progress)
{
    using Here = Endpoint<SessionRows<ResultLine>, Results>;
    return fetch(Here{"results", "Results", parseResults, mergeResultPages}, query, std::move(progress));
}

QString JolpicaSource::client() const
{
    return QStringLiteral("parcferme/" PARCFERME_VERSION " jolpica");
}

QString JolpicaSource::cachePath() const
{
    return cache_.folder();
}

std::optional<int> JolpicaSource::requestsLeft() const
{
    return budget_.left();
}

QUrl JolpicaSource::urlOf(const char* path, const Query& query, int offset) const
{
    QUrl url = options_.apiUrl;
    const QString round = query.round ? QStringLiteral("/%1").arg(*query.round) : QString();
    url.setPath(QStringLiteral("%1/%2%3/%4.json")
                    .arg(url.path())
                    .arg(query.season)
                    .arg(round, QString::fromLatin1(path)));
    QUrlQuery parameters;
    parameters.addQueryItem(QStringLiteral("limit"), QString::number(PageRows));
    parameters.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    url.setQuery(parameters);
    return url;
}

// An answer from a cache on the way may carry the date of its making or of its sending, so the server's time
// is known only to lie between that and its age later: the moment nearest to the machine's time is taken.
void JolpicaSource::noteDate(const HttpAnswer& answer)
{
    if (!answer.date)
        return;
    const QDateTime now = clock_.now();
    serverDate_ = std::clamp(now, *answer.date, answer.date->addSecs(answer.age.count()));
    if (answer.age.count() == 0)
        serverDate_ = *answer.date;
    serverDateAt_ = now;
}

template <typename Item, typename Value>
DataSource::Answer<Value> JolpicaSource::fetch(Endpoint<Item, Value> endpoint, Query query, Progress progress)
{
    Fetched<Value> fetched;
    for (bool refresh = query.freshness == Freshness::Refresh;; refresh = true) {
        auto loaded = co_await loadPages(endpoint, query, progress, refresh);
        if (!loaded)
            co_return tl::unexpected(loaded.error());
        std::vector<JolpicaPage<Item>> pages;
        std::set<int> totals; // of pages that just came
        bool fromCache = false;
        fetched.fetchedAt = loaded->front().fetchedAt;
        fetched.stale = false;
        for (Loaded<Item>& one : *loaded) {
            fetched.requests += one.requests;
            fetched.stale = fetched.stale || one.stale;
            fetched.fetchedAt = std::min(fetched.fetchedAt, one.fetchedAt);
            fromCache = fromCache || one.fromCache;
            if (!one.fromCache)
                totals.insert(one.page.header.total);
            for (Driver& driver : one.page.named.drivers)
                addOnce(fetched.named.drivers, std::move(driver));
            for (Team& team : one.page.named.teams)
                addOnce(fetched.named.teams, std::move(team));
            pages.push_back(std::move(one.page));
        }
        auto value = endpoint.merge(std::move(pages));
        const bool changedMeanwhile = totals.size() > 1;
        if (value && !changedMeanwhile) {
            fetched.value = std::move(*value);
            fetched.serverDate = serverDate_;
            fetched.serverDateAt = serverDateAt_;
            co_return fetched;
        }
        // Pages of different times may not fit together: once more, all of them new.
        const bool again = !refresh && !options_.offline && !fetched.stale && (fromCache || changedMeanwhile);
        if (!again && !value)
            co_return tl::unexpected(value.error());
        if (!again)
            co_return fail(
                ErrorCode::Data,
                QStringLiteral("%1: the list changed while it was read.").arg(endpoint.title(query)),
                QStringLiteral("Nothing of it was used; try again later."));
        fetched.named = {};
    }
}

template <typename Item, typename Value>
QCoro::Task<Result<std::vector<JolpicaSource::Loaded<Item>>>>
JolpicaSource::loadPages(Endpoint<Item, Value> endpoint, Query query, Progress progress, bool refresh)
{
    std::vector<Loaded<Item>> pages;
    Pass pass{refresh, std::nullopt};
    const QString title = endpoint.title(query);
    progress.report(0, 0, title);
    for (int offset = 0;;) {
        auto page = co_await loadPage(endpoint, query, offset, progress, pass);
        if (!page)
            co_return tl::unexpected(page.error());
        pass.networkError = page->networkError;
        const PageHeader header = page->page.header;
        pages.push_back(std::move(*page));
        progress.report(static_cast<int>(pages.size()),
                        std::max(1, (header.total + header.limit - 1) / header.limit), title);
        if (header.last())
            co_return pages;
        offset += header.limit;
    }
}

template <typename Item, typename Value>
QCoro::Task<Result<JolpicaSource::Loaded<Item>>>
JolpicaSource::loadPage(Endpoint<Item, Value> endpoint, Query query, int offset, Progress progress, Pass pass)
{
    if (progress.cancelled() || !queue_)
        co_return cancelled();
    const QUrl url = urlOf(endpoint.path, query, offset);
    if (!pass.refresh || options_.offline || pass.networkError) {
        if (auto fresh = cached(endpoint, query, offset, url, true)) {
            fresh->networkError = pass.networkError;
            AwaitTurn turn(*queue_);
            co_await turn;
            co_return std::move(*fresh);
        }
    }
    std::optional<Error> error = pass.networkError;
    if (options_.offline)
        error = Error{ErrorCode::Offline,
                      QStringLiteral("%1: not in the cache, and the network is not asked (offline).")
                          .arg(endpoint.title(query)),
                      {}};
    int requests = 0;
    if (!error) {
        const auto before = cache_.find(url);
        HttpRequest request{url, {}, {}, progress};
        if (before) {
            request.etag = before->etag;
            request.lastModified = before->lastModified;
        }
        AwaitAnswer answer(*queue_, std::move(request));
        HttpOutcome outcome = co_await answer;
        requests = outcome.requests;
        if (outcome.answer) {
            auto kept = keep(endpoint, query, offset, url, std::move(*outcome.answer), before);
            if (kept) {
                kept->requests = requests;
                co_return kept;
            }
            error = kept.error();
        } else {
            error = outcome.answer.error();
        }
    }
    if (error->code == ErrorCode::Network || error->code == ErrorCode::Offline) {
        if (auto older = cached(endpoint, query, offset, url, false)) {
            qCInfo(sourceLog) << "An older answer serves:" << error->text();
            older->requests = requests;
            older->stale = true;
            if (!options_.offline)
                older->networkError = error;
            co_return std::move(*older);
        }
    }
    co_return tl::unexpected(std::move(*error));
}

template <typename Item, typename Value>
std::optional<JolpicaSource::Loaded<Item>> JolpicaSource::cached(Endpoint<Item, Value> endpoint,
                                                                 const Query& query, int offset,
                                                                 const QUrl& url, bool freshOnly)
{
    const auto entry = cache_.find(url);
    if (!entry || (freshOnly && !entry->freshAt(clock_.now())))
        return std::nullopt;
    auto page = endpoint.parse(entry->body);
    if (!page || !checkAsked(*page, query, offset)) {
        cache_.remove(url);
        return std::nullopt;
    }
    Loaded<Item> loaded;
    loaded.page = std::move(*page);
    loaded.fetchedAt = entry->fetchedAt;
    loaded.fromCache = true;
    return loaded;
}

template <typename Item, typename Value>
Result<JolpicaSource::Loaded<Item>> JolpicaSource::keep(Endpoint<Item, Value> endpoint, const Query& query,
                                                        int offset, const QUrl& url, HttpAnswer answer,
                                                        const std::optional<CacheEntry>& before)
{
    noteDate(answer);
    if (answer.unchanged && !before)
        return fail(ErrorCode::Network, QStringLiteral("The source says \"unchanged\" to a first question."));
    const QByteArray body = answer.unchanged ? before->body : answer.body;
    auto page = endpoint.parse(body);
    if (!page)
        return tl::unexpected(Error{page.error().code,
                                    endpoint.title(query) + QStringLiteral(": ") + page.error().message,
                                    page.error().advice});
    if (auto asked = checkAsked(*page, query, offset); !asked)
        return tl::unexpected(asked.error());
    const bool empty = page->header.total == 0;
    CacheSubject subject = subjectOf(*page, query, endpoint.calendar);
    subject.empty = empty && !(query.final && !endpoint.inEverySeason);
    const auto now = QDateTime::fromSecsSinceEpoch(clock_.now().toSecsSinceEpoch(), Qt::UTC);
    CacheEntry entry{url, now, {}, answer.etag, answer.lastModified, empty, body};
    entry.lifetime = cacheLifetime(subject, answer.cacheControl, answer.age, entry.fetchedAt.date());
    const bool wouldLoseRows = empty && before && !before->empty;
    if (!answer.cacheControl.noStore && !wouldLoseRows)
        cache_.store(entry);
    Loaded<Item> loaded;
    loaded.page = std::move(*page);
    loaded.fetchedAt = entry.fetchedAt;
    return loaded;
}

} // namespace parcferme

#include "source/JolpicaSource.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "source/AwaitQueue.h"
#include "source/JolpicaFields.h"
#include "source/JolpicaParser.h"
#include "source/PageChecks.h"
#include "source/PageLoading.h"
#include "source/PageMerge.h"
#include "source/SourceLog.h"

#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

namespace parcferme {

namespace {

constexpr int PageRows = 100; // the most that the source gives

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, Sentence::tr("Cancelled."), Sentence::tr("What had arrived is kept."));
}

} // namespace

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
    return fetch(Here{"races", QT_TRANSLATE_NOOP("parcferme::Sentence", "Calendar"), parseCalendar,
                      mergeCalendarPages, true},
                 query, std::move(progress));
}

DataSource::Answer<DataSource::Qualifyings> JolpicaSource::qualifying(Query query, Progress progress)
{
    using Here = Endpoint<SessionRows<QualifyingRow>, Qualifyings>;
    return fetch(Here{"qualifying", QT_TRANSLATE_NOOP("parcferme::Sentence", "Qualifying"), parseQualifying,
                      mergeQualifyingPages},
                 query, std::move(progress));
}

DataSource::Answer<DataSource::Sprints> JolpicaSource::sprints(Query query, Progress progress)
{
    using Here = Endpoint<SessionRows<SprintRow>, Sprints>;
    return fetch(Here{"sprint", QT_TRANSLATE_NOOP("parcferme::Sentence", "Sprints"), parseSprints,
                      mergeSprintPages, false, false},
                 query, std::move(progress));
}

DataSource::Answer<DataSource::Results> JolpicaSource::results(Query query, Progress progress)
{
    using Here = Endpoint<SessionRows<ResultLine>, Results>;
    return fetch(
        Here{"results", QT_TRANSLATE_NOOP("parcferme::Sentence", "Results"), parseResults, mergeResultPages},
        query, std::move(progress));
}

QString JolpicaSource::client() const
{
    return QStringLiteral("parcferme/" PARCFERME_VERSION " jolpica");
}

QString JolpicaSource::cachePath() const
{
    return cache_.folder();
}

std::optional<DataSource::RequestsLeft> JolpicaSource::requestsLeft() const
{
    return RequestsLeft{budget_.left(), budget_.perHour()};
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
        auto gathered = co_await loadPages(endpoint, query, progress, refresh);
        if (!gathered)
            co_return tl::unexpected(gathered.error());
        fetched.requests += gathered->requests;
        // Pages of different times may not fit together: once more, all of them new.
        const bool again =
            !refresh && !gathered->stale && (gathered->fromCache || gathered->changedMeanwhile());
        auto value = endpoint.merge(std::move(gathered->pages));
        if (value && gathered->changedMeanwhile())
            value = fail(ErrorCode::Data,
                         Sentence::tr("%1: the list changed while it was read.").arg(endpoint.title(query)),
                         Sentence::tr("Nothing of it was used; try again later."));
        if (!value && again && !options_.offline)
            continue;
        if (!value)
            co_return tl::unexpected(value.error());
        fetched.value = std::move(*value);
        fetched.named = std::move(gathered->named);
        fetched.fetchedAt = gathered->fetchedAt;
        fetched.stale = gathered->stale;
        fetched.serverDate = serverDate_;
        fetched.serverDateAt = serverDateAt_;
        co_return fetched;
    }
}

template <typename Item, typename Value>
QCoro::Task<Result<GatheredPages<Item>>> JolpicaSource::loadPages(Endpoint<Item, Value> endpoint, Query query,
                                                                  Progress progress, bool refresh)
{
    GatheredPages<Item> gathered;
    std::optional<Error> networkError; // from then on only the cache is asked
    const QString title = endpoint.title(query);
    progress.report(0, 0, title);
    for (int offset = 0;;) {
        auto page = co_await loadPage(endpoint, query, offset, progress, refresh, networkError);
        if (!page)
            co_return tl::unexpected(page.error());
        networkError = page->networkError;
        const PageHeader header = page->page.header;
        gathered.add(std::move(*page));
        progress.report(static_cast<int>(gathered.pages.size()),
                        std::max(1, (header.total + header.limit - 1) / header.limit), title);
        if (header.last())
            co_return gathered;
        offset += header.limit;
    }
}

template <typename Item, typename Value>
QCoro::Task<Result<LoadedPage<Item>>> JolpicaSource::loadPage(Endpoint<Item, Value> endpoint, Query query,
                                                              int offset, Progress progress, bool refresh,
                                                              std::optional<Error> networkError)
{
    if (progress.cancelled() || !queue_)
        co_return cancelled();
    if (options_.offline)
        networkError = Error{ErrorCode::Offline,
                             Sentence::tr("%1: not in the cache, and the network is not asked (offline).")
                                 .arg(endpoint.title(query)),
                             {}};
    const QUrl url = urlOf(endpoint.path, query, offset);
    if (!refresh || networkError) {
        if (auto fresh = cached(endpoint, query, offset, url, true)) {
            fresh->networkError = networkError;
            AwaitTurn turn(*queue_); // NOLINT(misc-const-correctness): co_await changes it
            co_await turn;
            co_return std::move(*fresh);
        }
    }
    int requests = 0;
    if (!networkError) {
        auto asked = co_await ask(endpoint, query, offset, url, progress);
        requests = asked.requests;
        if (asked.page || asked.page.error().code != ErrorCode::Network)
            co_return std::move(asked.page);
        networkError = asked.page.error();
    }
    auto older = cached(endpoint, query, offset, url, false);
    if (!older)
        co_return tl::unexpected(std::move(*networkError));
    qCInfo(sourceLog) << "An older answer serves:" << networkError->text();
    older->requests = requests;
    older->stale = true;
    older->networkError = std::move(networkError);
    co_return std::move(*older);
}

template <typename Item, typename Value>
QCoro::Task<AskedPage<Item>> JolpicaSource::ask(Endpoint<Item, Value> endpoint, Query query, int offset,
                                                QUrl url, Progress progress)
{
    const auto before = cache_.find(url);
    HttpRequest request{url, {}, {}, progress};
    if (before) {
        request.etag = before->etag;
        request.lastModified = before->lastModified;
    }
    AwaitAnswer answer(*queue_, std::move(request)); // NOLINT(misc-const-correctness): co_await changes it
    HttpOutcome outcome = co_await answer;
    AskedPage<Item> asked;
    asked.requests = outcome.requests;
    if (!outcome.answer) {
        asked.page = tl::unexpected(outcome.answer.error());
        co_return asked;
    }
    asked.page = keep(endpoint, query, offset, url, *outcome.answer, before);
    if (asked.page)
        asked.page->requests = outcome.requests;
    co_return asked;
}

template <typename Item, typename Value>
std::optional<LoadedPage<Item>> JolpicaSource::cached(Endpoint<Item, Value> endpoint, const Query& query,
                                                      int offset, const QUrl& url, bool freshOnly)
{
    const auto entry = cache_.find(url);
    if (!entry || (freshOnly && !entry->freshAt(clock_.now())))
        return std::nullopt;
    auto page = endpoint.parse(entry->body);
    if (!page || !checkAsked(*page, query, offset)) {
        cache_.remove(url);
        return std::nullopt;
    }
    LoadedPage<Item> loaded;
    loaded.page = std::move(*page);
    loaded.fetchedAt = entry->fetchedAt;
    loaded.fromCache = true;
    return loaded;
}

template <typename Item, typename Value>
Result<LoadedPage<Item>> JolpicaSource::keep(Endpoint<Item, Value> endpoint, const Query& query, int offset,
                                             const QUrl& url, const HttpAnswer& answer,
                                             const std::optional<CacheEntry>& before)
{
    noteDate(answer);
    if (answer.unchanged && !before)
        return fail(ErrorCode::Network, Sentence::tr("The source says \"unchanged\" to a first question."));
    const QByteArray body = answer.unchanged ? before->body : answer.body;
    auto page = endpoint.parse(body);
    if (!page)
        return tl::unexpected(Error{page.error().code,
                                    endpoint.title(query) + QStringLiteral(": ") + page.error().message,
                                    page.error().advice});
    if (auto asked = checkAsked(*page, query, offset); !asked)
        return tl::unexpected(asked.error());
    const bool empty = page->header.total == 0;
    const CacheSubject subject = subjectOf(*page, query, endpoint.calendar, endpoint.inEverySeason);
    const auto now = QDateTime::fromSecsSinceEpoch(clock_.now().toSecsSinceEpoch(), QTimeZone::utc());
    CacheEntry entry{url, now, {}, answer.etag, answer.lastModified, empty, body};
    entry.lifetime = cacheLifetime(subject, answer.cacheControl, answer.age, entry.fetchedAt.date());
    const bool wouldLoseRows = empty && before && !before->empty;
    if (!answer.cacheControl.noStore && !wouldLoseRows)
        cache_.store(entry);
    LoadedPage<Item> loaded;
    loaded.page = std::move(*page);
    loaded.fetchedAt = entry.fetchedAt;
    return loaded;
}

} // namespace parcferme

#include "source/jolpica/JolpicaSource.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "source/SourceLog.h"
#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageChecks.h"
#include "source/jolpica/SessionOrder.h"

#include <QUrlQuery>

#include <algorithm>

namespace parcferme {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int PageRows = 100; // the most that the source gives

// What was odd, with the name of the list that it was in. It goes to the log as well.
Oddities titled(Oddities odd, const QString& title, const DataSource::Query& query)
{
    // Of one round the name says already what words about it begin with.
    const QString round = query.round ? raceName(query.season, *query.round) + u": "_s : QString();
    const auto named = [&](QString words) {
        if (!round.isEmpty() && words.startsWith(round))
            words.remove(0, round.size());
        return title + u": "_s + words;
    };
    for (QString& note : odd.notes) {
        note = named(note);
        qCInfo(sourceLog).noquote() << note;
    }
    for (RefusedRace& race : odd.refused) {
        race.why = named(race.why);
        qCInfo(sourceLog).noquote() << "Refused:" << race.why;
        race.season = query.season;
        race.round = query.round.value_or(race.round);
    }
    return odd;
}

} // namespace

JolpicaSource::JolpicaSource(const QUrl& apiUrl, std::shared_ptr<HttpClient> client,
                             const RequestLimits& limits)
    : apiUrl_(apiUrl), http_(std::move(client))
{
    http_.client().setLimits(apiUrl_, limits);
}

const RequestLimits& JolpicaSource::requestLimits()
{
    static const RequestLimits limits{{{4, 1s}, {500, 1h}}};
    return limits;
}

DataSource::Kinds JolpicaSource::gives() const
{
    return Kind::Calendar | Kind::Qualifying | Kind::Sprints | Kind::Results;
}

DataSource::Answer<DataSource::Calendar> JolpicaSource::calendar(Query query, Progress progress)
{
    using Here = Endpoint<CalendarPart, Calendar>;
    return fetch(Here{"races", QT_TRANSLATE_NOOP("parcferme::Sentence", "Calendar"), parseCalendar,
                      mergeCalendarPages, true},
                 query, std::move(progress));
}

DataSource::Answer<DataSource::Qualifyings> JolpicaSource::qualifying(Query query, Progress progress)
{
    using Here = Endpoint<SessionPart<QualifyingRow>, Qualifyings>;
    return fetch(Here{"qualifying", QT_TRANSLATE_NOOP("parcferme::Sentence", "Qualifying"), parseQualifying,
                      mergeQualifyingPages},
                 query, std::move(progress));
}

DataSource::Answer<DataSource::Results> JolpicaSource::sprints(Query query, Progress progress)
{
    using Here = Endpoint<SessionPart<ResultLine>, Results>;
    return fetch(Here{"sprint", QT_TRANSLATE_NOOP("parcferme::Sentence", "Sprints"), parseSprints,
                      mergeResultPages, false, false},
                 query, std::move(progress));
}

DataSource::Answer<DataSource::Results> JolpicaSource::results(Query query, Progress progress)
{
    using Here = Endpoint<SessionPart<ResultLine>, Results>;
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
    return http_.client().cache().folder();
}

std::optional<DataSource::RequestsLeft> JolpicaSource::requestsLeft() const
{
    const RequestBudget& budget = http_.client().queueOf(apiUrl_).budget();
    return RequestsLeft{budget.left(), budget.limits().longest().requests};
}

QUrl JolpicaSource::urlOf(const char* path, const Query& query, int offset) const
{
    QUrl url = apiUrl_;
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

template <typename Item, typename Value>
DataSource::Answer<Value> JolpicaSource::fetch(Endpoint<Item, Value> endpoint, Query query, Progress progress)
{
    Fetched<Value> fetched;
    for (bool again = query.freshness == Freshness::Refresh;; again = true) {
        auto gathered = co_await loadPages(endpoint, query, progress, again);
        if (!gathered)
            co_return tl::unexpected(gathered.error());
        fetched.requests += gathered->requests;
        // Pages of different times may not fit together: once more, all of them new.
        const bool onceMore =
            !again && !gathered->noAnswer && (gathered->fromCache || gathered->changedMeanwhile());
        auto merged = endpoint.merge(std::move(gathered->pages));
        const bool fits = merged.odd.whole() && !gathered->changedMeanwhile();
        if (!fits && onceMore && !http_.client().options().offline)
            continue;
        if (gathered->changedMeanwhile())
            co_return fail(ErrorCode::Data,
                           Sentence::tr("%1: the list changed while it was read.").arg(endpoint.title(query)),
                           Sentence::tr("Nothing of it was used; try again later."));
        fetched.value = std::move(merged.races);
        fetched.odd = titled(std::move(merged.odd), endpoint.title(query), query);
        fetched.named = std::move(gathered->named);
        fetched.fetchedAt = gathered->fetchedAt;
        fetched.askAgainFrom = gathered->askAgainFrom;
        fetched.stale = gathered->noAnswer.has_value();
        fetched.noAnswer = std::move(gathered->noAnswer);
        if (const auto& time = http_.client().queueOf(apiUrl_).serverTime()) {
            fetched.serverDate = time->date;
            fetched.serverDateAt = time->at;
        }
        co_return fetched;
    }
}

template <typename Item, typename Value>
QCoro::Task<Result<GatheredPages<Item>>> JolpicaSource::loadPages(Endpoint<Item, Value> endpoint, Query query,
                                                                  Progress progress, bool again)
{
    GatheredPages<Item> gathered;
    const QString title = endpoint.title(query);
    const QString waitedFor = QStringLiteral("Jolpica, ") + title;
    progress.report(0, 0, waitedFor);
    for (int offset = 0;;) {
        HttpQuestion question;
        question.url = urlOf(endpoint.path, query, offset);
        question.title = title;
        question.again = again;
        question.deadline = query.deadline;
        question.progress = progress;
        question.cacheOnly = gathered.noAnswer; // a page that failed: the rest would fail too
        auto page = co_await loadPage(endpoint, query, offset, std::move(question));
        if (!page)
            co_return tl::unexpected(page.error());
        const PageHeader header = page->page.header;
        gathered.add(std::move(*page));
        progress.report(static_cast<int>(gathered.pages.size()),
                        std::max(1, (header.total + header.limit - 1) / header.limit), waitedFor);
        if (header.last())
            co_return gathered;
        offset += header.limit;
    }
}

template <typename Item, typename Value>
QCoro::Task<Result<LoadedPage<Item>>> JolpicaSource::loadPage(Endpoint<Item, Value> endpoint, Query query,
                                                              int offset, HttpQuestion question)
{
    LoadedPage<Item> loaded;
    question.read = [&](const HttpBody& body) -> Result<CacheSubject> {
        auto page = endpoint.parse(body.bytes);
        if (!page)
            return fail(page.error().code,
                        endpoint.title(query) + QStringLiteral(": ") + page.error().message,
                        page.error().advice);
        if (auto asked = checkAsked(*page, query, offset); !asked)
            return tl::unexpected(asked.error());
        loaded.page = std::move(*page);
        return subjectOf(loaded.page, query, endpoint.calendar, endpoint.inEverySeason);
    };
    auto served = co_await http_.get(std::move(question));
    if (!served)
        co_return tl::unexpected(served.error());
    loaded.served = std::move(*served);
    co_return std::move(loaded);
}

} // namespace parcferme

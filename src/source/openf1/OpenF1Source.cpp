#include "source/openf1/OpenF1Source.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "source/SourceLog.h"
#include "source/openf1/OpenF1Weekend.h"

#include <QUrlQuery>

namespace parcferme {

namespace {

using namespace std::chrono_literals;
using namespace openf1;

StatusMeaning meaningOf(int status)
{
    if (status == 404)
        return StatusMeaning::NotYet;
    return status == 401 ? StatusMeaning::Closed : StatusMeaning::Fault;
}

CacheSubject subjectOf(const SessionEntry& session)
{
    CacheSubject subject;
    subject.newestRace = session.start.date();
    return subject;
}

} // namespace

OpenF1Source::OpenF1Source(const QUrl& apiUrl, std::shared_ptr<HttpClient> client,
                           const RequestLimits& limits)
    : apiUrl_(apiUrl), http_(std::move(client))
{
    http_.client().setLimits(apiUrl_, limits);
}

const RequestLimits& OpenF1Source::requestLimits()
{
    static const RequestLimits limits{{{3, 1s}, {30, 60s}}};
    return limits;
}

DataSource::Kinds OpenF1Source::gives() const
{
    return Kind::Grids | Kind::Measurements;
}

DataSource::Answer<GridState> OpenF1Source::grid(SessionQuery query, Progress progress)
{
    Round round{std::move(query), std::move(progress), {}, {}, false, {}, {}};
    const auto all = co_await sessions(round);
    if (!all)
        co_return tl::unexpected(all.error());
    const SessionEntry* session = gridSessionOf(*all, round.query);
    if (!session) {
        GridState none; // of a weekend that is too far off, or whose session could not be read
        if (!round.oddSessions.isEmpty())
            none.refusal =
                Sentence::tr("OpenF1's session of this grid is not found: %1").arg(round.oddSessions.front());
        co_return fetchedOf(std::move(none), round);
    }
    List<GridRow> places{urlOf("starting_grid", "session_key", session->key), Sentence::tr("Starting grid"),
                         parseGrid, subjectOf(*session)};
    const auto grid = co_await load(std::move(places), round.query.freshness == Freshness::Refresh, round);
    if (!grid)
        co_return tl::unexpected(grid.error());
    if (grid->rows.empty() && grid->odd.empty())
        co_return fetchedOf(GridState(), round);
    const HttpServed served = round.served;
    // Of the whole weekend: who had no lap in qualifying is not among its drivers.
    List<DriverRow> people{urlOf("drivers", "meeting_key", session->meeting), Sentence::tr("Drivers"),
                           parseDrivers, subjectOf(*session)};
    const auto drivers = co_await load(std::move(people), false, round);
    if (!drivers)
        co_return tl::unexpected(drivers.error());
    const int requests = round.served.requests;
    round.served = served;
    round.served.requests = requests;
    co_return fetchedOf(wholeGrid(*grid, *drivers, session->key, round.query.field), round);
}

DataSource::Answer<DataSource::WeatherHours> OpenF1Source::weather(SessionQuery query, Progress progress)
{
    Round round{std::move(query), std::move(progress), {}, {}, false, {}, {}};
    const auto all = co_await sessions(round);
    if (!all)
        co_return tl::unexpected(all.error());
    const SessionEntry* session = sessionOf(*all, round.query);
    if (!session || session->end > now())
        co_return fetchedOf(WeatherHours(), round);
    List<WeatherReading> readings{urlOf("weather", "session_key", session->key), Sentence::tr("Weather"),
                                  parseWeather, subjectOf(*session)};
    const auto rows = co_await load(std::move(readings), round.query.freshness == Freshness::Refresh, round);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return fetchedOf(byHour(rows->rows, session->key), round);
}

QCoro::Task<Result<std::vector<SessionEntry>>> OpenF1Source::sessions(Round& round)
{
    planAround(closedUntil(round.query.race, now()), round);
    List<SessionEntry> list{
        urlOf("sessions", "year", round.query.race.year), Sentence::tr("Sessions"), parseSessions, {}};
    list.subject.calendar = true;
    auto rows = co_await load(std::move(list), false, round);
    if (!rows)
        co_return tl::unexpected(rows.error());
    planAround(closedUntil(rows->rows, now()), round);
    round.oddSessions = rows->odd;
    co_return std::move(rows->rows);
}

// Asking while it is closed would bring nothing but a refusal.
void OpenF1Source::planAround(const std::optional<QDateTime>& closedUntil, Round& round) const
{
    if (!closedUntil || round.cacheOnly)
        return;
    round.cacheOnly =
        NoAnswer{NoAnswer::Why::Closed,
                 {ErrorCode::Network,
                  Sentence::tr("OpenF1 answers nobody around the sessions; it is asked again from %1 UTC.")
                      .arg(closedUntil->toString(QStringLiteral("d MMM HH:mm"))),
                  {}},
                 closedUntil};
}

template <typename Row>
QCoro::Task<Result<Rows<Row>>> OpenF1Source::load(List<Row> list, bool again, Round& round)
{
    Rows<Row> rows;
    HttpQuestion question;
    question.url = list.url;
    question.title = QStringLiteral("OpenF1, ") + list.title;
    question.again = again;
    question.deadline = round.query.deadline;
    question.progress = round.progress;
    question.statusRule = meaningOf;
    question.cacheOnly = round.cacheOnly;
    question.read = [&](const HttpBody& body) -> Result<CacheSubject> {
        rows = {};
        CacheSubject subject = list.subject;
        subject.empty = true;
        if (body.notYet)
            return subject;
        auto parsed = list.parse(body.bytes);
        if (!parsed) {
            Error error = parsed.error();
            error.message = Sentence::tr("%1 of OpenF1: %2").arg(list.title, error.message);
            return tl::unexpected(error);
        }
        rows = std::move(*parsed);
        subject.empty = rows.rows.empty();
        return subject;
    };
    round.progress.report(0, 0, question.title);
    auto served = co_await http_.get(std::move(question));
    if (!served)
        co_return tl::unexpected(served.error());
    for (const QString& odd : rows.odd + rows.notes)
        qCInfo(sourceLog) << list.title << "of OpenF1:" << odd;
    const int requests = round.served.requests + served->requests;
    round.stale = round.stale || served->noAnswer.has_value();
    if (!round.noAnswer)
        round.noAnswer = served->noAnswer;
    round.served = std::move(*served);
    round.served.requests = requests;
    co_return std::move(rows);
}

template <typename T>
Fetched<T> OpenF1Source::fetchedOf(T value, Round& round)
{
    Fetched<T> fetched;
    fetched.value = std::move(value);
    fetched.fetchedAt = round.served.fetchedAt;
    fetched.askAgainFrom = round.served.askAgainFrom;
    fetched.stale = round.stale;
    fetched.noAnswer = std::move(round.noAnswer);
    fetched.requests = round.served.requests;
    return fetched;
}

QUrl OpenF1Source::urlOf(const char* path, const char* filter, int value) const
{
    QUrl url = apiUrl_;
    url.setPath(url.path() + QLatin1Char('/') + QLatin1StringView(path));
    QUrlQuery query;
    query.addQueryItem(QLatin1StringView(filter), QString::number(value));
    url.setQuery(query);
    return url;
}

QString OpenF1Source::client() const
{
    return QStringLiteral("parcferme/" PARCFERME_VERSION " openf1");
}

QString OpenF1Source::cachePath() const
{
    return http_.client().cache().folder();
}

std::optional<DataSource::RequestsLeft> OpenF1Source::requestsLeft() const
{
    return std::nullopt;
}

} // namespace parcferme

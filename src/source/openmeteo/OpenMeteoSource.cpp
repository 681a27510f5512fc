#include "source/openmeteo/OpenMeteoSource.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "source/openmeteo/OpenMeteoParser.h"

#include <QUrlQuery>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr qint64 Hour = 3600;
constexpr qint64 HoursBefore = 2, HoursAfter = 4;

QUrl questionOf(const QUrl& apiUrl, const DataSource::SessionQuery& query, const QDateTime& from,
                const QDateTime& to)
{
    QUrl url = apiUrl;
    QUrlQuery asked;
    const auto add = [&](const char* key, const QString& value) {
        asked.addQueryItem(QLatin1StringView(key), value);
    };
    add("latitude", QString::number(*query.latitude, 'f', 4));
    add("longitude", QString::number(*query.longitude, 'f', 4));
    add("hourly", QStringLiteral("precipitation_probability,precipitation,temperature_2m,wind_speed_10m"));
    add("wind_speed_unit", QStringLiteral("ms"));
    add("timezone", QStringLiteral("UTC"));
    add("start_date", from.date().toString(Qt::ISODate));
    add("end_date", to.date().toString(Qt::ISODate));
    url.setQuery(asked);
    return url;
}

} // namespace

OpenMeteoSource::OpenMeteoSource(const QUrl& apiUrl, std::shared_ptr<HttpClient> client,
                                 const RequestLimits& limits)
    : apiUrl_(apiUrl), http_(std::move(client))
{
    http_.client().setLimits(apiUrl_, limits);
}

const RequestLimits& OpenMeteoSource::requestLimits()
{
    static const RequestLimits limits{{{1, 1s}, {100, 1h}}};
    return limits;
}

DataSource::Kinds OpenMeteoSource::gives() const
{
    return Kind::Forecasts;
}

DataSource::Answer<DataSource::WeatherHours> OpenMeteoSource::weather(SessionQuery query, Progress progress)
{
    Fetched<WeatherHours> fetched;
    const QDateTime now = http_.client().clock().now();
    fetched.fetchedAt = now;
    const auto start = query.start();
    if (!start || !query.latitude || !query.longitude || *start <= now || now.daysTo(*start) > DaysAhead)
        co_return fetched;
    const QDateTime from = start->addSecs(-HoursBefore * Hour);
    const QDateTime to = start->addSecs(HoursAfter * Hour);
    HttpQuestion question;
    question.url = questionOf(apiUrl_, query, from, to);
    question.title = Sentence::tr("Weather forecast");
    question.again = query.freshness == Freshness::Refresh;
    question.deadline = query.deadline;
    question.progress = progress;
    question.read = [&](const HttpBody& body) -> Result<CacheSubject> {
        auto hours = parseForecast(body.bytes);
        if (!hours)
            return tl::unexpected(hours.error());
        fetched.value = std::move(*hours);
        CacheSubject subject;
        subject.empty = fetched.value.empty();
        return subject;
    };
    progress.report(0, 0, QStringLiteral("Open-Meteo, ") + question.title);
    auto served = co_await http_.get(std::move(question));
    if (!served)
        co_return tl::unexpected(served.error());
    std::erase_if(fetched.value,
                  [&](const WeatherHour& hour) { return hour.hour.addSecs(Hour) <= from || hour.hour > to; });
    fetched.fetchedAt = served->fetchedAt;
    fetched.askAgainFrom = served->askAgainFrom;
    fetched.stale = served->noAnswer.has_value();
    fetched.noAnswer = std::move(served->noAnswer);
    fetched.requests = served->requests;
    co_return fetched;
}

QString OpenMeteoSource::client() const
{
    return QStringLiteral("parcferme/" PARCFERME_VERSION " open-meteo");
}

QString OpenMeteoSource::cachePath() const
{
    return http_.client().cache().folder();
}

std::optional<DataSource::RequestsLeft> OpenMeteoSource::requestsLeft() const
{
    const RequestBudget& budget = http_.client().queueOf(apiUrl_).budget();
    return RequestsLeft{budget.left(), budget.limits().longest().requests};
}

} // namespace parcferme

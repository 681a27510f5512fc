#pragma once

#include "source/DataSource.h"
#include "source/HttpCaller.h"
#include "source/openf1/OpenF1Parser.h"

namespace parcferme {

// The OpenF1 API: the official starting grid before the start, and measured weather afterwards. It answers
// nobody around sessions; then it is not asked, and what the cache has serves.
class OpenF1Source final : public DataSource
{
public:
    // apiUrl: "https://api.openf1.org/v1". limits: how often its host may be asked.
    OpenF1Source(const QUrl& apiUrl, std::shared_ptr<HttpClient> client,
                 const RequestLimits& limits = requestLimits());

    static const RequestLimits& requestLimits();

    Kinds gives() const override;
    Answer<GridState> grid(SessionQuery query, Progress progress) override;
    Answer<WeatherHours> weather(SessionQuery query, Progress progress) override;

    QString client() const override;
    QString cachePath() const override;
    std::optional<RequestsLeft> requestsLeft() const override; // nothing: its limit is one of minutes

private:
    // One list of the API.
    template <typename Row>
    struct List
    {
        QUrl url;
        QString title; // for people
        Result<openf1::Rows<Row>> (*parse)(const QByteArray&) = nullptr;
        CacheSubject subject; // but for `empty`
    };
    // What the lists of one question have in common, and how their answers came.
    struct Round
    {
        SessionQuery query;
        Progress progress;
        std::optional<NoAnswer> cacheOnly; // why the host is not to be asked
        HttpServed served;                 // of the last list; requests of all
        bool stale = false;
        std::optional<NoAnswer> noAnswer; // the first
        QStringList oddSessions;          // sessions that were left out, and why
    };

    // The rows; none when nothing is published. `again`: past the cache.
    template <typename Row>
    QCoro::Task<Result<openf1::Rows<Row>>> load(List<Row> list, bool again, Round& round);
    // The season's sessions; afterwards the round knows whether the host is closed at this moment.
    QCoro::Task<Result<std::vector<openf1::SessionEntry>>> sessions(Round& round);
    void planAround(const std::optional<QDateTime>& closedUntil, Round& round) const;
    template <typename T>
    static Fetched<T> fetchedOf(T value, Round& round);
    QUrl urlOf(const char* path, const char* filter, int value) const;
    QDateTime now() const { return http_.client().clock().now(); }

    QUrl apiUrl_;
    HttpCaller http_; // last: its end is the end of all coroutines
};

} // namespace parcferme

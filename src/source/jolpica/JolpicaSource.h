#pragma once

#include "source/DataSource.h"
#include "source/HttpCaller.h"
#include "source/jolpica/PageLoading.h"

namespace parcferme {

// The Jolpica-F1 API: lists in pages of 100, stepped by the limit that the source echoes. A page that is
// fresh in the cache is not asked for again; when the network fails, older pages serve and the answer is
// marked stale. Nothing is kept of an answer that breaks a rule, and an empty one never replaces rows.
class JolpicaSource final : public DataSource
{
public:
    // apiUrl: "https://api.jolpi.ca/ergast/f1". limits: how often its host may be asked.
    JolpicaSource(const QUrl& apiUrl, std::shared_ptr<HttpClient> client,
                  const RequestLimits& limits = requestLimits());

    static const RequestLimits& requestLimits();

    Kinds gives() const override;
    Answer<Calendar> calendar(Query query, Progress progress) override;
    Answer<Qualifyings> qualifying(Query query, Progress progress) override;
    Answer<Results> sprints(Query query, Progress progress) override;
    Answer<Results> results(Query query, Progress progress) override;

    QString client() const override;
    QString cachePath() const override;
    std::optional<RequestsLeft> requestsLeft() const override;

private:
    template <typename Item, typename Value>
    Answer<Value> fetch(Endpoint<Item, Value> endpoint, Query query, Progress progress);
    template <typename Item, typename Value>
    QCoro::Task<Result<GatheredPages<Item>>> loadPages(Endpoint<Item, Value> endpoint, Query query,
                                                       Progress progress, bool again);
    template <typename Item, typename Value>
    QCoro::Task<Result<LoadedPage<Item>>> loadPage(Endpoint<Item, Value> endpoint, Query query, int offset,
                                                   HttpQuestion question);

    QUrl urlOf(const char* path, const Query& query, int offset) const;

    QUrl apiUrl_;
    HttpCaller http_; // last: its end is the end of all coroutines
};

} // namespace parcferme

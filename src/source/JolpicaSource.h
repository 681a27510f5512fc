#pragma once

#include "core/Settings.h"
#include "source/DataSource.h"
#include "source/HttpCache.h"
#include "source/PageLoading.h"
#include "source/RequestQueue.h"

namespace parcferme {

struct JolpicaOptions
{
    QUrl apiUrl; // https://api.jolpi.ca/ergast/f1
    QString cacheFolder;
    bool offline = false; // never touch the network
    qint64 cacheLimit = HttpCache::DefaultLimit;
    RequestBudget::Limits budget;
    QueueOptions queue;

    static JolpicaOptions fromSettings(const Settings& settings);
};

// The Jolpica-F1 API through the cache: lists in pages of 100, stepped by the limit that the source echoes.
// A page that is fresh is not asked for again; when the network fails, older pages serve and the answer is
// marked stale. Nothing is kept of an answer that breaks a rule, and an empty one never replaces rows.
class JolpicaSource final : public DataSource
{
public:
    // clock must outlive the source; ages are measured by it.
    JolpicaSource(JolpicaOptions options, const Clock& clock);
    // Whatever is under way finishes with Cancelled.
    ~JolpicaSource() override;

    Answer<Calendar> calendar(Query query, Progress progress) override;
    Answer<Qualifyings> qualifying(Query query, Progress progress) override;
    Answer<Sprints> sprints(Query query, Progress progress) override;
    Answer<Results> results(Query query, Progress progress) override;

    QString client() const override;
    QString cachePath() const override;
    std::optional<RequestsLeft> requestsLeft() const override;

private:
    template <typename Item, typename Value>
    Answer<Value> fetch(Endpoint<Item, Value> endpoint, Query query, Progress progress);
    template <typename Item, typename Value>
    QCoro::Task<Result<GatheredPages<Item>>> loadPages(Endpoint<Item, Value> endpoint, Query query,
                                                       Progress progress, bool refresh);
    template <typename Item, typename Value>
    QCoro::Task<Result<LoadedPage<Item>>> loadPage(Endpoint<Item, Value> endpoint, Query query, int offset,
                                                   Progress progress, bool refresh,
                                                   std::optional<Error> networkError);
    template <typename Item, typename Value>
    QCoro::Task<AskedPage<Item>> ask(Endpoint<Item, Value> endpoint, Query query, int offset, QUrl url,
                                     Progress progress);
    template <typename Item, typename Value>
    std::optional<LoadedPage<Item>> cached(Endpoint<Item, Value> endpoint, const Query& query, int offset,
                                           const QUrl& url, bool freshOnly);
    template <typename Item, typename Value>
    Result<LoadedPage<Item>> keep(Endpoint<Item, Value> endpoint, const Query& query, int offset,
                                  const QUrl& url, const HttpAnswer& answer,
                                  const std::optional<CacheEntry>& before);

    QUrl urlOf(const char* path, const Query& query, int offset) const;
    void noteDate(const HttpAnswer& answer);

    JolpicaOptions options_;
    const Clock& clock_;
    SystemClock machineClock_;
    RequestBudget budget_;
    HttpCache cache_;
    std::optional<QDateTime> serverDate_;
    std::optional<QDateTime> serverDateAt_;
    std::unique_ptr<RequestQueue> queue_;
};

} // namespace parcferme

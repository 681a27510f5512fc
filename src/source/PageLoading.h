#pragma once

#include "core/Sentence.h"
#include "source/DataSource.h"
#include "source/JolpicaFields.h"
#include "source/JolpicaPage.h"

#include <QDateTime>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

// What JolpicaSource works with while it reads a list page by page.
namespace parcferme {

// One list of the source: where it is, how a page is read, how pages become the value.
template <typename Item, typename Value>
struct Endpoint
{
    const char* path;
    const char* name; // for people
    Result<JolpicaPage<Item>> (*parse)(const QByteArray&);
    Result<Value> (*merge)(std::vector<JolpicaPage<Item>>);
    bool calendar = false;
    bool inEverySeason = true; // there were seasons without a sprint

    QString title(const DataSource::Query& query) const
    {
        const QString what = Sentence::tr(name);
        return query.round ? Sentence::tr("%1 of %2, round %3").arg(what).arg(query.season).arg(*query.round)
                           : Sentence::tr("%1 of %2").arg(what).arg(query.season);
    }
};

template <typename Item>
struct LoadedPage
{
    JolpicaPage<Item> page;
    QDateTime fetchedAt;
    bool fromCache = false;
    bool stale = false; // and the cache would have liked a newer one
    int requests = 0;
    std::optional<Error> networkError; // why it is stale
};

// What the network said about a page, and how often it was asked.
template <typename Item>
struct AskedPage
{
    Result<LoadedPage<Item>> page;
    int requests = 0;
};

// All pages of a list, as they came.
template <typename Item>
struct GatheredPages
{
    std::vector<JolpicaPage<Item>> pages;
    Named named;
    QDateTime fetchedAt;  // of the oldest
    std::set<int> totals; // that the pages which just came promised
    bool fromCache = false;
    bool stale = false;
    int requests = 0;

    bool changedMeanwhile() const { return totals.size() > 1; }

    void add(LoadedPage<Item> one)
    {
        fetchedAt = pages.empty() ? one.fetchedAt : std::min(fetchedAt, one.fetchedAt);
        if (!one.fromCache)
            totals.insert(one.page.header.total);
        fromCache = fromCache || one.fromCache;
        stale = stale || one.stale;
        requests += one.requests;
        for (const Driver& driver : one.page.named.drivers)
            addOnce(named.drivers, driver);
        for (const Team& team : one.page.named.teams)
            addOnce(named.teams, team);
        pages.push_back(std::move(one.page));
    }
};

} // namespace parcferme

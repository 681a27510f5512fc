#pragma once

#include "core/Sentence.h"
#include "source/DataSource.h"
#include "source/HttpValues.h"
#include "source/jolpica/JolpicaFields.h"
#include "source/jolpica/JolpicaPage.h"
#include "source/jolpica/PageMerge.h"

#include <algorithm>
#include <set>

// What JolpicaSource works with while it reads a list page by page.
namespace parcferme {

// One list of the source: where it is, how a page is read, how pages become the value.
template <typename Item, typename Value>
struct Endpoint
{
    const char* path;
    const char* name; // for people
    Result<JolpicaPage<Item>> (*parse)(const QByteArray&);
    Merged<Value> (*merge)(std::vector<JolpicaPage<Item>>);
    bool calendar = false;
    bool inEverySeason = true; // there were seasons without a sprint

    QString title(const DataSource::Query& query) const
    {
        const QString what = Sentence::tr(name);
        return query.round ? Sentence::tr("%1 of %2, round %3").arg(what).arg(query.season).arg(*query.round)
                           : Sentence::tr("%1 of %2").arg(what).arg(query.season);
    }
};

// A page with the way it came.
template <typename Item>
struct LoadedPage
{
    JolpicaPage<Item> page;
    HttpServed served;
};

// All pages of a list, as they came.
template <typename Item>
struct GatheredPages
{
    std::vector<JolpicaPage<Item>> pages;
    DriversAndTeams named;
    QDateTime fetchedAt;              // of the oldest page
    QDateTime askAgainFrom;           // of the first page that will be asked for again
    std::optional<NoAnswer> noAnswer; // why some page is older than the cache would have liked
    std::set<int> totals;             // rows of the whole list, as each page from the network says
    bool fromCache = false;           // some page is
    int requests = 0;

    bool changedMeanwhile() const { return totals.size() > 1; }

    void add(LoadedPage<Item> one)
    {
        const HttpServed& served = one.served;
        fetchedAt = pages.empty() ? served.fetchedAt : std::min(fetchedAt, served.fetchedAt);
        askAgainFrom = pages.empty() ? served.askAgainFrom : std::min(askAgainFrom, served.askAgainFrom);
        if (!noAnswer)
            noAnswer = served.noAnswer;
        if (!served.fromCache)
            totals.insert(one.page.header.total);
        fromCache = fromCache || served.fromCache;
        requests += served.requests;
        for (const Driver& driver : one.page.named.drivers)
            addOnce(named.drivers, driver);
        for (const Team& team : one.page.named.teams)
            addOnce(named.teams, team);
        pages.push_back(std::move(one.page));
    }
};

} // namespace parcferme

#include "ui/window/RaceSearchModel.h"

#include "tables/RaceListModel.h"
#include "tracker/RaceSearch.h"

namespace parcferme {

RaceSearchModel::RaceSearchModel(RaceListModel* races, QObject* parent)
    : QSortFilterProxyModel(parent), races_(races)
{
    setSourceModel(races);
    connect(races, &RaceListModel::racesChanged, this, &RaceSearchModel::search);
}

void RaceSearchModel::setSearch(const QString& text)
{
    text_ = text.simplified();
    search();
}

void RaceSearchModel::search()
{
    std::vector<Race> races;
    for (const RaceOverview& overview : races_->races())
        races.push_back(overview.race);
    found_.clear();
    if (!text_.isEmpty())
        for (const Race& race : findInSeasons(races, raceQuery(text_)))
            found_.insert(race.id);
    invalidateFilter();
}

bool RaceSearchModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const RaceOverview* race = races_->race(row);
    return text_.isEmpty() || (race && found_.contains(race->race.id));
}

} // namespace parcferme

#include "ui/window/RaceSearchModel.h"

#include "core/Search.h"
#include "tables/RaceListModel.h"

namespace parcferme {

RaceSearchModel::RaceSearchModel(RaceListModel* races, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(races);
}

void RaceSearchModel::setSearch(const QString& text)
{
    search_ = searchKey(text.simplified());
    invalidateFilter();
}

bool RaceSearchModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (search_.isEmpty())
        return true;
    bool isNumber = false;
    const int round = search_.toInt(&isNumber);
    if (isNumber) {
        const RaceOverview* race = static_cast<const RaceListModel*>(sourceModel())->race(row);
        return race && race->race.round == round;
    }
    const QModelIndex index = sourceModel()->index(row, 1, parent);
    return index.data(FilterRole).toString().contains(search_) ||
           searchKey(index.data().toString()).contains(search_);
}

} // namespace parcferme

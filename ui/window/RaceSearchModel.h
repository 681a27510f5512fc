#pragma once

#include "domain/Race.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace parcferme {

class RaceListModel;

// The races that the search field means, found as the command line and the API find them; all of them while
// it is empty.
class RaceSearchModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RaceSearchModel(RaceListModel* races, QObject* parent = nullptr);

    void setSearch(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    void search();

    RaceListModel* races_;
    QString text_;
    QSet<RaceId> found_; // while text_ is not empty
};

} // namespace parcferme

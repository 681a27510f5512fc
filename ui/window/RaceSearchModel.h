#pragma once

#include <QSortFilterProxyModel>

namespace parcferme {

class RaceListModel;

// The races that match the search field: a number is a round, anything else a part of name, circuit, place or
// country, in any case, accents optional.
class RaceSearchModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RaceSearchModel(RaceListModel* races, QObject* parent = nullptr);

    void setSearch(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString search_; // as searchKey()
};

} // namespace parcferme

#pragma once

#include <QSortFilterProxyModel>

namespace parcferme {

// Sorts a TableModel by value, what does not exist last in both directions; the column sorted before stays
// the second key. The filter looks for every word of its text, in any case, accents optional.
class SortFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit SortFilterModel(QObject* parent = nullptr);

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setFilterText(const QString& text);

    int rowOfDriver(const QString& driver) const; // of this proxy; -1: none, or filtered out

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    int secondColumn_ = -1;
    Qt::SortOrder secondOrder_ = Qt::AscendingOrder;
    QString text_;
    QStringList words_; // of the filter, as searchKey()
};

} // namespace parcferme

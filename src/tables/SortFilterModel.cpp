#include "tables/SortFilterModel.h"

#include "core/Search.h"
#include "tables/TableRoles.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

// Below 0: left comes first when ascending; above 0: right; 0: neither.
int compare(const QVariant& left, const QVariant& right)
{
    if (left.typeId() == QMetaType::QString && right.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(left.toString(), right.toString());
    const QPartialOrdering order = QVariant::compare(left, right);
    return order == QPartialOrdering::Less ? -1 : order == QPartialOrdering::Greater ? 1 : 0;
}

bool exists(const QVariant& value)
{
    return value.isValid() && !(value.typeId() == QMetaType::Double && std::isnan(value.toDouble()));
}

// As compare(), in the wanted direction; what does not exist comes last in both.
int compareCells(const QVariant& left, const QVariant& right, Qt::SortOrder order)
{
    const bool leftExists = exists(left);
    if (leftExists != exists(right))
        return leftExists ? -1 : 1;
    if (!leftExists)
        return 0;
    return order == Qt::AscendingOrder ? compare(left, right) : compare(right, left);
}

} // namespace

SortFilterModel::SortFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ValueRole);
}

void SortFilterModel::sort(int column, Qt::SortOrder order)
{
    if (column != sortColumn() && sortColumn() >= 0) {
        secondColumn_ = sortColumn();
        secondOrder_ = sortOrder();
    }
    QSortFilterProxyModel::sort(column, order);
}

void SortFilterModel::setFilterText(const QString& text)
{
    text_ = text;
    words_ = searchKey(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

int SortFilterModel::rowOfDriver(const QString& driver) const
{
    for (int row = 0; !driver.isEmpty() && row < rowCount(); ++row)
        if (index(row, 0).data(DriverRole).toString() == driver)
            return row;
    return -1;
}

bool SortFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    // The base class sorts downwards by swapping the arguments: undo that, the order is ours.
    const bool down = sortOrder() == Qt::DescendingOrder;
    const QModelIndex& first = down ? right : left;
    const QModelIndex& second = down ? left : right;
    int order = compareCells(first.data(ValueRole), second.data(ValueRole), sortOrder());
    if (order == 0 && secondColumn_ >= 0 && secondColumn_ < sourceModel()->columnCount())
        order = compareCells(first.siblingAtColumn(secondColumn_).data(ValueRole),
                             second.siblingAtColumn(secondColumn_).data(ValueRole), secondOrder_);
    return order < 0;
}

bool SortFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (words_.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(FilterRole).toString();
    return std::all_of(words_.begin(), words_.end(),
                       [&](const QString& word) { return text.contains(word); });
}

} // namespace parcferme

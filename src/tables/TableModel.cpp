#include "tables/TableModel.h"

#include "core/Search.h"

#include <QHash>

#include <algorithm>

namespace parcferme {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

int count(std::size_t size)
{
    return static_cast<int>(size);
}

QVariantList exportValues(const TableModel::Cell& cell, const TableModel::Column& column)
{
    const QVariant& value = cell.exported.isValid() ? cell.exported : cell.value;
    QVariantList values = value.typeId() == QMetaType::QVariantList ? value.toList() : QVariantList{value};
    values.resize(std::max<qsizetype>(1, column.exportKeys.size()));
    return values;
}

} // namespace

QString plainToolTip(QString text)
{
    // A word joiner after "<" keeps Qt::mightBeRichText() from seeing a tag; people see no difference.
    text.replace(QLatin1Char('<'), QStringLiteral("<\u2060"));
    text.replace(QStringLiteral("&lt;"), QStringLiteral("&\u2060lt;")); // taken for one too
    return text;
}

TableModel::TableModel(QObject* parent) : QAbstractTableModel(parent) {}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count(rows_.size());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count(columns_.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = rows_[at(index.row())];
    const Column& column = columns_[at(index.column())];
    const Cell& cell = row.cells[at(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : QVariant(plainToolTip(cell.toolTip));
    case Qt::AccessibleTextRole:
        return column.title.isEmpty() ? cell.toolTip : column.title + QStringLiteral(": ") + cell.text;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft));
    case ValueRole:
        return cell.value;
    case ExportRole:
        return exportValues(cell, column);
    case EmphasisRole:
        return static_cast<int>(cell.emphasis);
    case RowKeyRole:
        return row.key;
    case DriverRole:
        return row.driver;
    case RaceRole:
        return row.race;
    case KindRole:
        return kind_ < 0 ? QVariant() : QVariant(kind_);
    case FilterRole:
        return searchKey(row.filter);
    default:
        return cell.marks.value(role);
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& column = columns_[at(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft));
    case ColumnKeyRole:
        return column.key;
    case ExportKeysRole:
        return column.exportKeys.isEmpty() ? QStringList{column.key} : column.exportKeys;
    case CellStyleRole:
        return static_cast<int>(column.style);
    case WidthRole:
        return column.width;
    case VisibleRole:
        return column.visible;
    case StretchRole:
        return column.stretch;
    default:
        return {};
    }
}

int TableModel::column(const QString& key) const
{
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return c.key == key; });
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

int TableModel::rowOfDriver(const QString& driver) const
{
    if (driver.isEmpty())
        return -1;
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r.driver == driver; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

void TableModel::clear()
{
    setRows({});
}

void TableModel::setColumns(std::vector<Column> columns)
{
    beginResetModel();
    rows_.clear();
    columns_ = std::move(columns);
    // Programs join by the id, people read the name: exports have both.
    for (Column& column : columns_)
        if (column.exportKeys.isEmpty() &&
            QStringList{QStringLiteral("driver"), QStringLiteral("team"), QStringLiteral("other")}.contains(
                column.key))
            column.exportKeys = {column.key, column.key + QStringLiteral("_name")};
    endResetModel();
}

void TableModel::setRows(std::vector<Row> rows, int kind)
{
    const bool kindChanged = kind_ != kind;
    kind_ = kind;
    if (permute(rows)) {
        updateCells(std::move(rows));
        if (kindChanged && !rows_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {KindRole});
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

// Brings the old rows into the order of the new ones; false when they are not of the same keys.
bool TableModel::permute(const std::vector<Row>& rows)
{
    if (rows.size() != rows_.size() || rows.empty())
        return false;
    QHash<QString, int> wanted;
    for (int i = 0; i < count(rows.size()); ++i)
        wanted.insert(rows[at(i)].key, i);
    std::vector<int> target;
    target.reserve(rows_.size());
    for (const Row& row : rows_)
        target.push_back(wanted.value(row.key, -1));
    if (wanted.size() != count(rows.size()) || std::find(target.begin(), target.end(), -1) != target.end())
        return false;
    if (std::is_sorted(target.begin(), target.end()))
        return true;

    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<Row> moved(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i)
        moved[at(target[i])] = std::move(rows_[i]);
    rows_ = std::move(moved);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& old : before)
        after.append(index(target[at(old.row())], old.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    return true;
}

// One signal for all rows: views measure a table anew at each.
void TableModel::updateCells(std::vector<Row> rows)
{
    int first = -1, last = -1;
    for (int i = 0; i < rowCount(); ++i) {
        if (rows_[at(i)] == rows[at(i)])
            continue;
        rows_[at(i)] = std::move(rows[at(i)]);
        first = first < 0 ? i : first;
        last = i;
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace parcferme

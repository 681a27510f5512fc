#include "ui/table/TableView.h"

#include "tables/SortFilterModel.h"
#include "tables/TableModel.h"
#include "ui/table/CellDelegate.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace parcferme {

namespace {

constexpr double SentenceWidth = 200;
constexpr double NameWidth = 220; // longer names elide: the figures beside them count more

QFont headingFont(const QFont& body)
{
    QFont font = labelFont(body);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

TableView::TableView(const QString& name, TableModel* model, int sortColumn, Preferences& preferences,
                     QWidget* parent)
    : QTableView(parent), name_(name), sortColumn_(sortColumn), preferences_(preferences),
      sorted_(new SortFilterModel(this))
{
    setObjectName(name);
    sorted_->setSourceModel(model);
    setModel(sorted_);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    QHeaderView* header = horizontalHeader();
    header->setFont(headingFont(font()));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(24);
    header->setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    header->setContextMenuPolicy(Qt::NoContextMenu);
    setSortingEnabled(true);
    updateHeights();

    connect(header, &QHeaderView::sectionMoved, this, &TableView::keep);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TableView::keep);
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (arranging_ || width == 0)
            return;
        widths_.insert(key(section), width);
        keep();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const QString driver = now.data(DriverRole).toString();
        if (arranging_ || driver.isEmpty() || driver == driver_)
            return;
        driver_ = driver;
        Q_EMIT driverSelected(driver);
    });
    connect(sorted_, &QAbstractItemModel::modelReset, this, [this] {
        leastWidths_.clear();
        applyLayout();
        restoreSelection();
    });
    connect(sorted_, &QAbstractItemModel::rowsInserted, this, [this] {
        measureAndFit();
        restoreSelection();
    });
    connect(sorted_, &QAbstractItemModel::dataChanged, this, &TableView::measureAndFit);
    applyLayout();
}

void TableView::setSortable(bool sortable)
{
    sortable_ = sortable;
    setSortingEnabled(sortable);
    horizontalHeader()->setSectionsClickable(sortable);
    if (!sortable)
        sorted_->sort(-1);
}

QString TableView::driver() const
{
    return driver_;
}

void TableView::selectDriver(const QString& driver)
{
    driver_ = driver;
    restoreSelection();
}

void TableView::restoreSelection()
{
    const QScopedValueRollback guard(arranging_, true);
    const int row = sorted_->rowOfDriver(driver_);
    if (row < 0) {
        if (!driver_.isEmpty())
            selectionModel()->clear();
        return;
    }
    if (currentIndex().row() == row && selectionModel()->isRowSelected(row))
        return;
    const int column = std::max(0, currentIndex().column());
    selectionModel()->setCurrentIndex(sorted_->index(row, column),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(sorted_->index(row, column));
}

bool TableView::isColumnShown(const QString& key) const
{
    return !hidden_.contains(key);
}

void TableView::showColumn(const QString& key, bool shown)
{
    if (shown)
        hidden_.remove(key);
    else
        hidden_.insert(key);
    fit();
    keep();
}

void TableView::resetColumns()
{
    preferences_.removeTableLayout(name_);
    widths_.clear();
    {
        const QScopedValueRollback guard(arranging_, true);
        for (int column = 0; column < sorted_->columnCount(); ++column)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    }
    applyLayout();
}

void TableView::giveUpColumns(const QSet<QString>& always, const QStringList& whenNeeded)
{
    if (givenUp_ == always && givenUpWhenNeeded_ == whenNeeded)
        return;
    givenUp_ = always;
    givenUpWhenNeeded_ = whenNeeded;
    fit();
}

int TableView::idealWidth() const
{
    int width = 2 * frameWidth();
    for (int column = 0; column < sorted_->columnCount(); ++column)
        if (wants(column))
            width += wantedWidth(column);
    return width;
}

void TableView::setRowHeight(int pixels)
{
    if (verticalHeader()->defaultSectionSize() != pixels)
        verticalHeader()->setDefaultSectionSize(pixels);
}

std::vector<int> TableView::shownColumns() const
{
    std::vector<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!hidden_.contains(key(column)) && style(column) != CellStyle::Button)
            columns.push_back(column);
    }
    return columns;
}

std::vector<int> TableView::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

QString TableView::key(int column) const
{
    return sorted_->headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
}

CellStyle TableView::style(int column) const
{
    return CellStyle(sorted_->headerData(column, Qt::Horizontal, CellStyleRole).toInt());
}

int TableView::ownWidth(int column) const
{
    const int usual = sorted_->headerData(column, Qt::Horizontal, WidthRole).toInt();
    return std::max(int(usual * textScale(fontMetrics())), leastWidth(column));
}

int TableView::leastWidth(int column) const
{
    leastWidths_.resize(size_t(sorted_->columnCount()));
    std::optional<int>& width = leastWidths_[size_t(column)];
    if (!width)
        width = measured(column);
    return *width;
}

int TableView::measured(int column) const
{
    const double scale = textScale(fontMetrics());
    const QString title = sorted_->headerData(column, Qt::Horizontal).toString();
    const bool right =
        sorted_->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const int heading = QFontMetrics(headingFont(font())).horizontalAdvance(title) + (right ? 7 : 12);
    int width = heading;
    for (int row = 0; row < sorted_->rowCount(); ++row)
        width = std::max(width, CellDelegate::neededWidth(font(), sorted_->index(row, column)));
    // A column of sentences takes what is left, and elides; names stay whole.
    const bool stretch = sorted_->headerData(column, Qt::Horizontal, StretchRole).toBool();
    if (stretch && style(column) == CellStyle::Text && width > int(SentenceWidth * scale))
        return std::min(heading, int(SentenceWidth * scale));
    const bool name = !right && (style(column) == CellStyle::Text || style(column) == CellStyle::Driver);
    return name ? std::min(width, int(NameWidth * scale)) : width;
}

void TableView::applyLayout()
{
    const QScopedValueRollback guard(arranging_, true);
    hidden_.clear();
    for (int column = 0; column < sorted_->columnCount(); ++column)
        if (!sorted_->headerData(column, Qt::Horizontal, VisibleRole).toBool())
            hidden_.insert(key(column));
    if (const auto layout = preferences_.tableLayout(name_))
        arrange(*layout);
    else if (sorted_->columnCount() > 0 && sortable_)
        sortByColumn(sortColumn_, Qt::AscendingOrder);
    fit();
}

void TableView::arrange(const TableLayout& layout)
{
    QMap<QString, int> columns;
    for (int column = 0; column < sorted_->columnCount(); ++column)
        columns.insert(key(column), column);
    int place = 0;
    for (const TableLayout::Column& kept : layout.columns) {
        if (!columns.contains(kept.key))
            continue;
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(columns.value(kept.key)), place++);
        if (kept.visible)
            hidden_.remove(kept.key);
        else
            hidden_.insert(kept.key);
        if (kept.width > 0)
            widths_.insert(kept.key, kept.width);
    }
    if (sortable_ && columns.contains(layout.sortKey))
        sortByColumn(columns.value(layout.sortKey), layout.sortOrder);
}

bool TableView::wants(int column) const
{
    return !hidden_.contains(key(column)) && !givenUp_.contains(key(column));
}

int TableView::wantedWidth(int column) const
{
    const auto chosen = widths_.constFind(key(column));
    return chosen == widths_.constEnd() ? ownWidth(column) : *chosen;
}

void TableView::hideWhatDoesNotFit()
{
    int over = idealWidth() - 2 * frameWidth() - viewport()->width();
    QSet<QString> gone;
    for (const QString& name : givenUpWhenNeeded_) {
        if (over <= 0)
            break;
        for (int column = 0; column < sorted_->columnCount(); ++column)
            if (key(column) == name && wants(column)) {
                over -= wantedWidth(column);
                gone.insert(name);
            }
    }
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        const bool hide = !wants(column) || gone.contains(key(column));
        if (isColumnHidden(column) != hide)
            setColumnHidden(column, hide);
    }
}

void TableView::updateHeights()
{
    verticalHeader()->setMinimumSectionSize(scaledHeight(fontMetrics(), 16));
    verticalHeader()->setDefaultSectionSize(scaledHeight(fontMetrics(), 26));
    horizontalHeader()->setFixedHeight(scaledHeight(fontMetrics(), 28));
}

void TableView::measureAndFit()
{
    leastWidths_.clear();
    fit();
}

void TableView::fit()
{
    const QScopedValueRollback guard(arranging_, true);
    hideWhatDoesNotFit();
    int taken = 0;
    int stretch = -1;
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int width = wantedWidth(column);
        if (stretch < 0 && sorted_->headerData(column, Qt::Horizontal, StretchRole).toBool() &&
            !widths_.contains(key(column)))
            stretch = column;
        setColumnWidth(column, width);
        taken += width;
    }
    const int room = viewport()->width() - taken;
    if (stretch >= 0)
        setColumnWidth(stretch, std::max(columnWidth(stretch) + room, leastWidth(stretch)));
}

void TableView::keep()
{
    if (arranging_)
        return;
    TableLayout layout;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const QString name = key(horizontalHeader()->logicalIndex(place));
        layout.columns.push_back({name, !hidden_.contains(name), widths_.value(name, 0)});
    }
    layout.sortKey = key(horizontalHeader()->sortIndicatorSection());
    layout.sortOrder = horizontalHeader()->sortIndicatorOrder();
    preferences_.setTableLayout(name_, layout);
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void TableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        horizontalHeader()->setFont(headingFont(font()));
        updateHeights();
        measureAndFit();
    }
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    // The window copies, with the header; the view would copy a single cell.
    if (event->matches(QKeySequence::Copy))
        return event->ignore();
    QTableView::keyPressEvent(event);
}

} // namespace parcferme

#include "ui/dialogs/GridDialog.h"

#include "tables/Format.h"
#include "tables/Names.h"
#include "ui/dialogs/GridOrder.h"
#include "ui/session/RaceWords.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parcferme {

namespace {

enum Column {
    GridColumn,
    DriverColumn,
    QualifyingColumn,
    PenaltyColumn,
    PredictedColumn,
    WinColumn,
    PodiumColumn,
    ColumnCount
};
constexpr int DriverRole = Qt::UserRole;
constexpr int RowHeight = 24;         // high enough to drag
constexpr int RestMilliseconds = 120; // a burst of keys or moves is one forecast

// Only penalties are typed, and each key counts at once.
class PenaltyDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override
    {
        if (index.column() != PenaltyColumn)
            return nullptr;
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto* line = qobject_cast<QLineEdit*>(editor)) {
            line->setAccessibleName(GridDialog::tr("Penalty"));
            connect(line, &QLineEdit::textEdited, this,
                    [this, line] { Q_EMIT const_cast<PenaltyDelegate*>(this)->commitData(line); });
        }
        return editor;
    }
    // The text that was just committed comes back: setting it would move the cursor.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        const auto* line = qobject_cast<const QLineEdit*>(editor);
        if (!line || line->text() != index.data(Qt::EditRole).toString())
            QStyledItemDelegate::setEditorData(editor, index);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(),
                scaledHeight(option.fontMetrics, RowHeight)};
    }
};

} // namespace

GridDialog::GridDialog(const RaceDetails& page, QWidget* parent)
    : QDialog(parent), rows_(new QTreeWidget(this)), problem_(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Enter grid: %1").arg(RaceWords::title(page.overview.race, page.overview.session)));
    const bool qualified = !page.qualifying.empty();
    QString help = tr("Drag a row, move it with Alt+Up and Alt+Down, or type a penalty: +5, back (of "
                      "the grid) or pit (lane). The grid is kept with the mark manual; what the source "
                      "says later is not overwritten by it.");
    if (!qualified)
        help += u' ' + tr("These are the drivers of the race before: take off who does not start, and add "
                          "who does.");
    auto* words = new QLabel(help, this);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    rows_->setObjectName(QStringLiteral("gridRows"));
    rows_->setAccessibleName(tr("Starting grid"));
    rows_->setRootIsDecorated(false);
    rows_->setHeaderLabels({tr("Grid"), tr("Driver"), tr("Qualified"), tr("Penalty"), tr("Predicted"),
                            tr("Win %"), tr("Podium %")});
    rows_->setItemDelegate(new PenaltyDelegate(rows_));
    rows_->setDragDropMode(QAbstractItemView::InternalMove);
    rows_->setUniformRowHeights(true);
    rows_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
    fill(page);
    rest_.setSingleShot(true);
    rest_.setInterval(RestMilliseconds);
    connect(&rest_, &QTimer::timeout, this, [this] { Q_EMIT gridChanged(places_); });
    problem_->setObjectName(QStringLiteral("gridProblem"));
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    save_ = buttons->addButton(tr("&Save grid"), QDialogButtonBox::AcceptRole);
    save_->setObjectName(QStringLiteral("gridSave"));
    setPrimary(save_, true);
    if (page.manualGrid) {
        auto* remove = buttons->addButton(tr("&Remove grid"), QDialogButtonBox::ResetRole);
        connect(remove, &QPushButton::clicked, this, [this] {
            Q_EMIT gridChosen({}, {});
            accept();
        });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(words);
    layout->addWidget(rows_, 1);
    if (!qualified)
        layout->addWidget(makeFieldTools());
    layout->addWidget(problem_);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &GridDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(rows_, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { rows_->setCurrentItem(item, PenaltyColumn); });
    connect(rows_, &QTreeWidget::itemChanged, this, &GridDialog::showPlaces);
    connect(rows_->model(), &QAbstractItemModel::rowsInserted, this, &GridDialog::showPlaces,
            Qt::QueuedConnection);
    // Who was dragged stays chosen: the view would choose who took his place.
    connect(rows_->model(), &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int row) {
        QTreeWidgetItem* moved = rows_->topLevelItem(row);
        QTimer::singleShot(0, this, [this, moved] { rows_->setCurrentItem(moved, PenaltyColumn); });
    });
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Up), this), &QShortcut::activated, this,
            [this] { move(-1); });
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this), &QShortcut::activated, this,
            [this] { move(1); });
    showPlaces();
    resize(fontMetrics().averageCharWidth() * 104, fontMetrics().height() * 44);
}

void GridDialog::fill(const RaceDetails& page)
{
    struct Row
    {
        QString driver;
        int qualified;
        int grid;
        QString penalty;
    };
    std::vector<Row> order;
    QHash<QString, int> manual;
    if (page.manualGrid)
        for (const ManualGrid::Slot& slot : page.manualGrid->places)
            manual.insert(slot.driver, slot.grid);
    const auto add = [&](const QString& driver, std::optional<int> qualified) {
        const int place = qualified.value_or(int(order.size()) + 1);
        const int grid = manual.value(driver, place);
        order.push_back({driver, place, grid == 0 ? 100 + place : grid,
                         manual.contains(driver) && grid == 0 ? QStringLiteral("pit") : QString()});
    };
    for (const QualifyingRow& row : page.qualifying)
        add(row.driver, row.position);
    // The grid of a sprint is known before that: in the order of the car numbers until it is arranged.
    if (page.qualifying.empty()) {
        QStringList drivers = page.people.drivers.keys();
        std::ranges::sort(drivers, {}, [&](const QString& driver) {
            return std::pair(page.people.numbers.value(driver, 1000), driver);
        });
        // Who was taken off a grid that is stored stays off.
        for (const QString& driver : drivers)
            if (manual.isEmpty() || manual.contains(driver))
                add(driver, std::nullopt);
    }
    std::stable_sort(order.begin(), order.end(), [](const Row& a, const Row& b) { return a.grid < b.grid; });
    for (const Row& row : order)
        addRow(row.driver, driverName(page.people, row.driver),
               page.qualifying.empty() ? QString() : QString::number(row.qualified), row.penalty);
    for (int column = 0; column < ColumnCount; ++column)
        rows_->headerItem()->setTextAlignment(
            column, Qt::AlignVCenter |
                        (column == DriverColumn || column == PenaltyColumn ? Qt::AlignLeft : Qt::AlignRight));
    rows_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    rows_->header()->setSectionResizeMode(DriverColumn, QHeaderView::Stretch);
    rows_->header()->setStretchLastSection(false);
    if (rows_->topLevelItemCount() > 0)
        rows_->setCurrentItem(rows_->topLevelItem(0), PenaltyColumn);
}

QTreeWidgetItem* GridDialog::addRow(const QString& driver, const QString& name, const QString& qualified,
                                    const QString& penalty)
{
    auto* item = new QTreeWidgetItem(rows_, {QString(), name, qualified, penalty});
    item->setData(GridColumn, DriverRole, driver);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled);
    for (const int column :
         {int(GridColumn), int(QualifyingColumn), int(PredictedColumn), int(WinColumn), int(PodiumColumn)})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QWidget* GridDialog::makeFieldTools()
{
    auto* tools = new QWidget(this);
    name_ = new QLineEdit(tools);
    name_->setObjectName(QStringLiteral("gridName"));
    name_->setPlaceholderText(tr("Given name and family name"));
    name_->setAccessibleName(tr("Driver to be added"));
    auto* add = new QPushButton(tr("&Add driver"), tools);
    auto* remove = new QPushButton(tr("&Take off"), tools);
    remove->setObjectName(QStringLiteral("gridTakeOff"));
    remove->setToolTip(tr("Take the chosen driver off the grid"));
    for (QPushButton* button : {add, remove})
        button->setAutoDefault(false);
    name_->installEventFilter(this);
    connect(add, &QPushButton::clicked, this, &GridDialog::wantDriver);
    connect(remove, &QPushButton::clicked, this, &GridDialog::removeDriver);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->addWidget(name_, 1);
    row->addWidget(add);
    row->addWidget(remove);
    return tools;
}

void GridDialog::wantDriver()
{
    if (!name_->text().trimmed().isEmpty())
        Q_EMIT driverWanted(name_->text());
}

// Return adds the driver whose name is being written; it does not save yet.
bool GridDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == name_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            wantDriver();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void GridDialog::addDriver(const Driver& driver)
{
    for (int row = 0; row < rows_->topLevelItemCount(); ++row)
        if (rows_->topLevelItem(row)->data(GridColumn, DriverRole).toString() == driver.id) {
            rows_->setCurrentItem(rows_->topLevelItem(row), PenaltyColumn);
            return problem_->setText(tr("%1 is on the grid already.").arg(driver.fullName()));
        }
    additions_.push_back(driver);
    rows_->setCurrentItem(addRow(driver.id, driver.fullName(), {}, {}), PenaltyColumn);
    name_->clear();
    showPlaces();
}

void GridDialog::removeDriver()
{
    delete rows_->currentItem();
    showPlaces();
}

void GridDialog::showPlaces()
{
    if (showing_)
        return;
    const QScopedValueRollback guard(showing_, true);
    std::vector<GridOrder::Line> lines;
    for (int row = 0; row < rows_->topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = rows_->topLevelItem(row);
        lines.push_back({item->data(GridColumn, DriverRole).toString(), item->text(PenaltyColumn)});
    }
    const auto places = GridOrder::places(lines);
    save_->setEnabled(places.has_value());
    problem_->setText(places ? QString() : places.error().message);
    if (!places)
        return;
    places_ = *places;
    rest_.start();
    QHash<QString, int> grid;
    for (const ManualGrid::Slot& slot : places_)
        grid.insert(slot.driver, slot.grid);
    for (int row = 0; row < rows_->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = rows_->topLevelItem(row);
        const int place = grid.value(item->data(GridColumn, DriverRole).toString());
        item->setText(GridColumn, place == 0 ? tr("pit lane") : QString::number(place));
    }
}

void GridDialog::showRefusal(const Error& error)
{
    problem_->setText(error.message);
}

void GridDialog::showForecast(const std::shared_ptr<const ForecastView>& forecast)
{
    const QScopedValueRollback guard(showing_, true);
    QHash<QString, const PredictionEntry*> entries;
    for (const PredictionEntry& entry : forecast->prediction.entries)
        entries.insert(entry.driver, &entry);
    for (int row = 0; row < rows_->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = rows_->topLevelItem(row);
        const PredictionEntry* entry = entries.value(item->data(GridColumn, DriverRole).toString());
        item->setText(PredictedColumn, entry ? QString::number(entry->predictedPosition) : QString());
        item->setText(WinColumn, entry ? format::percent(entry->pWin) : QString());
        item->setText(PodiumColumn, entry ? format::percent(entry->pPodium) : QString());
    }
}

void GridDialog::move(int rows)
{
    QTreeWidgetItem* item = rows_->currentItem();
    const int from = rows_->indexOfTopLevelItem(item);
    const int to = from + rows;
    if (!item || to < 0 || to >= rows_->topLevelItemCount())
        return;
    const int column = rows_->currentColumn();
    rows_->insertTopLevelItem(to, rows_->takeTopLevelItem(from));
    rows_->setCurrentItem(item, column);
    showPlaces();
}

void GridDialog::save()
{
    Q_EMIT gridChosen(places_, additions_);
    accept();
}

} // namespace parcferme

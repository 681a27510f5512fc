#include "ui/table/TablePanel.h"

#include "export/CsvWriter.h"
#include "export/TsvText.h"
#include "tables/SortFilterModel.h"
#include "tables/TableExport.h"
#include "tables/TableModel.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/FileDialogs.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

namespace parcferme {

namespace {

// Before the controls are made, so that Tab comes to the table first.
TableView* adopted(TableView* view, QWidget* parent)
{
    view->setParent(parent);
    return view;
}

} // namespace

TablePanel::TablePanel(const Names& names, TableModel* model, Preferences& preferences, FileDialogs& dialogs,
                       QWidget* parent)
    : TablePanel(names, new TableView(names.key, model, names.sortColumn, preferences), preferences, dialogs,
                 parent)
{
}

TablePanel::TablePanel(const Names& names, TableView* view, Preferences& preferences, FileDialogs& dialogs,
                       QWidget* parent)
    : QWidget(parent), names_(names), preferences_(preferences), dialogs_(dialogs),
      view_(adopted(view, this)), tools_(new QHBoxLayout), layout_(new QVBoxLayout(this)),
      room_(new QSpacerItem(0, 0)), filter_(new QLineEdit(this)),
      columns_(new QPushButton(tr("C&olumns"), this)), columnMenu_(new QMenu(this)),
      csv_(new QPushButton(tr("CSV"), this)), count_(new QLabel(this)), foot_(new QLabel(this))
{
    view_->setAccessibleName(names.title);
    filter_->setPlaceholderText(tr("Filter"));
    filter_->setAccessibleName(tr("Filter the table %1").arg(names.title));
    filter_->setObjectName(names.key + QStringLiteral("Filter"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(icon(QStringLiteral("search"), &Tokens::muted), QLineEdit::LeadingPosition);
    filter_->setMinimumWidth(fontMetrics().averageCharWidth() * 11);
    filter_->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
    columns_->setIcon(icon(QStringLiteral("columns")));
    columns_->setToolTip(tr("Choose the columns; drag their headings to reorder them"));
    columns_->setMenu(columnMenu_);
    csv_->setIcon(icon(QStringLiteral("download")));
    csv_->setToolTip(tr("Export this table as CSV (Ctrl+E)"));
    csv_->setObjectName(names.key + QStringLiteral("Csv"));
    columns_->setObjectName(names.key + QStringLiteral("Columns"));
    count_->setObjectName(names.key + QStringLiteral("Count"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    count_->setFont(labelFont(font()));
    count_->setTextFormat(Qt::PlainText);
    foot_->setObjectName(names.key + QStringLiteral("Foot"));
    foot_->setForegroundRole(QPalette::PlaceholderText);
    foot_->setFont(labelFont(font()));
    foot_->setTextFormat(Qt::PlainText);
    foot_->setWordWrap(true);
    foot_->hide();

    tools_->setSpacing(8);
    tools_->addWidget(filter_, 1);
    tools_->addWidget(columns_);
    tools_->addWidget(csv_);
    tools_->addStretch(1);
    tools_->addWidget(count_);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(8);
    layout_->addLayout(tools_);
    layout_->addItem(room_);
    layout_->addWidget(view_, 1);
    layout_->addWidget(foot_);

    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        view_->sorted()->setFilterText(text);
        updateCount();
    });
    connect(columnMenu_, &QMenu::aboutToShow, this, &TablePanel::fillColumnMenu);
    connect(csv_, &QPushButton::clicked, this, &TablePanel::exportCsv);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view_->sorted(), signal, this, &TablePanel::updateCount);
    connect(view_->sorted(), &QAbstractItemModel::modelReset, this, &TablePanel::updateCount);
}

void TablePanel::setRoomBelowTools(int pixels)
{
    if (room_->sizeHint().height() == pixels)
        return;
    room_->changeSize(0, pixels);
    layout_->invalidate();
}

void TablePanel::setFoot(QWidget* foot)
{
    layout_->addWidget(foot);
}

void TablePanel::setToolsCompact(bool compact)
{
    filter_->setVisible(!compact);
    count_->setVisible(!compact && counts_);
    columns_->setText(compact ? QString() : tr("C&olumns"));
    csv_->setText(compact ? QString() : tr("CSV"));
    columns_->setAccessibleName(compact ? tr("Columns") : QString());
    csv_->setAccessibleName(compact ? tr("CSV") : QString());
}

void TablePanel::setCsvShown(bool shown)
{
    csv_->setVisible(shown);
}

void TablePanel::hideCount()
{
    counts_ = false;
    count_->hide();
    filter_->setMinimumWidth(fontMetrics().averageCharWidth() * 15);
}

void TablePanel::hideTools()
{
    for (QWidget* tool : std::initializer_list<QWidget*>{filter_, columns_, csv_, count_})
        tool->hide();
    layout_->removeItem(tools_);
    layout_->removeItem(room_);
}

void TablePanel::setFoot(const QString& words)
{
    foot_->setText(words);
    foot_->setVisible(!words.isEmpty());
}

void TablePanel::setFileName(const QString& name)
{
    names_.fileName = name;
}

void TablePanel::setCountWords(CountWords words)
{
    countWords_ = std::move(words);
    updateCount();
}

void TablePanel::updateCount()
{
    const int rows = view_->sorted()->rowCount();
    const int all = view_->sorted()->sourceModel()->rowCount();
    const QString words = countWords_ ? countWords_(rows) : tr("%n rows", nullptr, rows);
    count_->setText(rows == all ? words : tr("%1 of %2").arg(words).arg(all));
}

void TablePanel::fillColumnMenu()
{
    columnMenu_->clear();
    const SortFilterModel* model = view_->sorted();
    for (int column = 0; column < model->columnCount(); ++column) {
        if (CellStyle(model->headerData(column, Qt::Horizontal, CellStyleRole).toInt()) == CellStyle::Button)
            continue;
        const QString key = model->headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
        QAction* action = columnMenu_->addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(view_->isColumnShown(key));
        connect(action, &QAction::toggled, view_, [this, key](bool on) { view_->showColumn(key, on); });
    }
    columnMenu_->addSeparator();
    connect(columnMenu_->addAction(tr("&Reset columns")), &QAction::triggered, view_,
            &TableView::resetColumns);
}

void TablePanel::exportCsv()
{
    dialogs_.saveFile(this, tr("Export %1 as CSV").arg(names_.title),
                      names_.fileName + QStringLiteral(".csv"), tr("CSV table (*.csv)"),
                      [this](const QString& file) { writeTo(file); });
}

void TablePanel::writeTo(const QString& file)
{
    // Every column, as the command line has them, whichever are shown.
    const Table table = exportTable(*view_->sorted());
    const CsvFlavour excel =
        QLocale().decimalPoint() == u"," ? CsvFlavour::ExcelWithCommas : CsvFlavour::Excel;
    const CsvFlavour flavour = preferences_.excelCsv() ? excel : CsvFlavour::Standard;
    // A slow disk must not hold the window up.
    QThreadPool::globalInstance()->start([self = QPointer(this), table, file, flavour] {
        const Status status = writeCsv(file, table, flavour);
        QMetaObject::invokeMethod(qApp, [self, status, file] {
            if (!self)
                return;
            if (status)
                Q_EMIT self->exported(file);
            else
                Q_EMIT self->exportFailed(status.error());
        });
    });
}

int TablePanel::copy() const
{
    const std::vector<int> columns = view_->shownColumns();
    const std::vector<int> rows = view_->selectedRows();
    const Table table =
        rows.size() > 1 ? shownTable(*view_->sorted(), columns, rows) : shownTable(*view_->sorted(), columns);
    QGuiApplication::clipboard()->setText(tsvText(table));
    return int(table.rows.size());
}

} // namespace parcferme

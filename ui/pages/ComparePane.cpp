#include "ui/pages/ComparePane.h"

#include "tables/SortFilterModel.h"
#include "ui/charts/PlacesChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/RowFit.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int ScoreRowHeight = 26;

} // namespace

ComparePane::ComparePane(const QString& name, Preferences& preferences, FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent)
{
    table_ = new TablePanel({name, tr("Comparison"), name}, &model_, preferences, dialogs);
    table_->hideCount(); // all who started; the tools need the room
    const QString scores = name + QStringLiteral("-scores");
    scores_ =
        new TablePanel({scores, tr("How good each order was"), scores}, &scoresModel_, preferences, dialogs);
    scores_->hideTools();
    scores_->view()->setSortable(false);
    // Its three rows have no room for a scroll bar.
    scores_->view()->giveUpColumns({}, {QStringLiteral("concordance"), QStringLiteral("points"),
                                        QStringLiteral("podium"), QStringLiteral("p_winner")});
    scores_->view()->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    places_ = new PlacesChart;
    deck_ = new ChartDeck(name, {{QStringLiteral("places"), tr("Places"), places_}}, preferences, dialogs);
    content_ = new TableAndCharts(name, table_, deck_, {{QStringLiteral("places"), tr("Places"), 340}},
                                  {QStringLiteral("time"), QStringLiteral("grid_difference")},
                                  {QStringLiteral("grid_difference")}, preferences);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->addWidget(content_);
    content_->setAcross(scores_);
    scores_->hide();
    const SortFilterModel* sorted = table_->view()->sorted();
    connect(content_, &TableAndCharts::arranged, this, &ComparePane::alignRows);
    connect(sorted, &QAbstractItemModel::layoutChanged, this, &ComparePane::alignRows);
    connect(sorted, &QAbstractItemModel::rowsInserted, this, &ComparePane::alignRows);
    connect(sorted, &QAbstractItemModel::rowsRemoved, this, &ComparePane::alignRows);
    connect(table_->view()->verticalScrollBar(), &QScrollBar::valueChanged, this, &ComparePane::alignRows);
}

void ComparePane::show(const ComparedOrders& orders, const People& people)
{
    const auto drivers = compared(orders);
    model_.show(drivers, people);
    places_->setDrivers(drivers, people);
    if (!orders.result)
        scores_->hide();
    foot_ = orders.result ? tr("Difference: ▲ ended higher than said, ▼ lower.")
                          : tr("▲ I have him higher than the model, ▼ lower.");
    showFoot();
    content_->fitTable();
    alignRows();
}

void ComparePane::setScores(const PlayerScoresModel::Scores& scores)
{
    scoresModel_.show(scores);
    fitScores();
    scores_->show();
}

// All its rows, no more.
void ComparePane::fitScores()
{
    const int row = scaledHeight(fontMetrics(), ScoreRowHeight);
    TableView* view = scores_->view();
    view->setRowHeight(row);
    scores_->setFixedHeight(view->horizontalHeader()->height() + row * scoresModel_.rowCount() +
                            2 * view->frameWidth() + 1);
}

void ComparePane::alignRows()
{
    fitRowsBeside(*places_, *table_->view(), WhenLow::ScrollsAlong);
}

// As high as the axis of the chart beside the table: both end with the same row.
void ComparePane::showFoot()
{
    table_->setFoot(narrow_ ? QString() : foot_);
}

void ComparePane::setNarrow(bool narrow)
{
    narrow_ = narrow;
    showFoot();
    content_->setNarrow(narrow);
}

void ComparePane::setFileName(const QString& name)
{
    table_->setFileName(name);
    scores_->setFileName(name + QStringLiteral("-scores"));
    deck_->setFileName(name);
}

void ComparePane::selectDriver(const QString& driver)
{
    table_->view()->selectDriver(driver);
    deck_->selectDriver(driver);
}

TablePanel* ComparePane::currentTable() const
{
    return scores_->isAncestorOf(focusWidget()) ? scores_ : content_->currentTable();
}

} // namespace parcferme

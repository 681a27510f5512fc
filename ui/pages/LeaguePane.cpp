#include "ui/pages/LeaguePane.h"

#include "tables/Names.h"
#include "tables/SortFilterModel.h"
#include "ui/charts/LeagueChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/picks/SidePanel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>

namespace parcferme {

namespace {

constexpr int RowHeight = 28;
constexpr int MostRows = 12; // of the table before it scrolls
constexpr int LeastBelow = 260;

QLabel* muted(const QString& words)
{
    auto* label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

LeaguePane::LeaguePane(Preferences& preferences, FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent), seasons_(new QComboBox(this)), session_(new QComboBox(this))
{
    setObjectName(QStringLiteral("leaguePane"));
    table_ = new TablePanel({QStringLiteral("league"), tr("League"), QStringLiteral("league"), -1}, &model_,
                            preferences, dialogs);
    table_->hideTools();
    table_->view()->giveUpColumns(
        {}, {QStringLiteral("podiums"), QStringLiteral("winners"), QStringLiteral("races")});
    table_->setFoot(
        tr("Points: 10 for the winner, 3 for each driver on the podium, 1 for each in the top ten, "
           "in any order; at most 29. Streak: races in a row with a lower error than the grid "
           "order."));
    chart_ = new LeagueChart;
    deck_ = new ChartDeck(QStringLiteral("league"),
                          {{QStringLiteral("league-points"), tr("Points"), chart_, &pointsModel_}},
                          preferences, dialogs);
    below_ = new QSplitter;
    below_->setChildrenCollapsible(false);
    below_->addWidget(deck_);
    below_->addWidget(buildNext(preferences, dialogs));
    below_->setSizes({650, 350});
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(table_);
    column->addWidget(below_, 1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(buildTools());
    layout->addWidget(area, 1);
    connectParts();
    setNarrow(false);
}

// Who is chosen is a player here, and nobody elsewhere.
void LeaguePane::connectParts()
{
    for (TablePanel* table : {table_, next_}) {
        connect(table, &TablePanel::exported, this, &LeaguePane::exported);
        connect(table, &TablePanel::exportFailed, this,
                [this](const Error& error) { Q_EMIT exportFailed(error.text()); });
    }
    connect(deck_, &ChartDeck::imageSaved, this, &LeaguePane::exported);
    connect(deck_, &ChartDeck::imageFailed, this, &LeaguePane::exportFailed);
    connect(table_->view(), &TableView::driverSelected, deck_, &ChartDeck::selectDriver);
    connect(deck_, &ChartDeck::driverSelected, table_->view(), &TableView::selectDriver);
}

QWidget* LeaguePane::buildTools()
{
    seasons_->setObjectName(QStringLiteral("leagueSeasons"));
    seasons_->setAccessibleName(tr("Seasons of the league"));
    seasons_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    session_->setObjectName(QStringLiteral("leagueSession"));
    session_->setAccessibleName(tr("Sessions of the league"));
    session_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    session_->addItem(tr("Grands Prix"), int(Session::Race));
    session_->addItem(tr("Sprints"), int(Session::Sprint));
    auto* csv = new QPushButton(tr("CSV"));
    csv->setObjectName(QStringLiteral("leagueCsv"));
    csv->setIcon(icon(QStringLiteral("download")));
    csv->setToolTip(tr("Export the table that shows as CSV (Ctrl+E)"));
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(muted(tr("Seasons")));
    layout->addWidget(seasons_);
    layout->addSpacing(8);
    layout->addWidget(muted(tr("Sessions")));
    layout->addWidget(session_);
    layout->addStretch(1);
    layout->addWidget(csv);
    for (const QComboBox* box : {seasons_, session_})
        connect(box, &QComboBox::currentIndexChanged, this, &LeaguePane::scopeChanged);
    connect(csv, &QPushButton::clicked, this, [this] { currentTable()->exportCsv(); });
    return line;
}

QWidget* LeaguePane::buildNext(Preferences& preferences, FileDialogs& dialogs)
{
    auto* panel = new SidePanel(tr("Next race: who has locked"));
    nextHead_ = new QLabel;
    nextHead_->setObjectName(QStringLiteral("leagueNext"));
    nextHead_->setTextFormat(Qt::PlainText);
    nextHead_->setFont(strongFont(font()));
    next_ = new TablePanel({QStringLiteral("league-next"), tr("Next race"), QStringLiteral("next-race"), -1},
                           &nextModel_, preferences, dialogs);
    next_->hideTools();
    next_->setFoot(tr("Orders stay hidden until the start. A hash shows that an order was locked and not "
                      "changed: at the start all orders open at once and each is checked against its hash."));
    alone_ = new QLabel(tr("Only you, the model and the grid. Others join by opening the same database."));
    alone_->setObjectName(QStringLiteral("leagueAlone"));
    alone_->setTextFormat(Qt::PlainText);
    alone_->setWordWrap(true);
    auto* copy = new QPushButton(tr("Copy a&ddress"));
    copy->setObjectName(QStringLiteral("copyAddress"));
    copy->setToolTip(tr("The address of this database, without its password"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(address_); });
    panel->content()->addWidget(nextHead_);
    panel->content()->addWidget(next_, 1);
    panel->content()->addWidget(alone_);
    panel->content()->addWidget(copy, 0, Qt::AlignLeft);
    return panel;
}

void LeaguePane::setSeasons(const std::vector<int>& years)
{
    if (years.empty() || seasons_->count() > 0)
        return;
    const QSignalBlocker blocker(seasons_);
    for (const int year : years)
        seasons_->addItem(QString::number(year), year);
    seasons_->addItem(tr("All"));
}

QString LeaguePane::words() const
{
    return tr("League: %1, %2").arg(seasons_->currentText(), session_->currentText());
}

LeagueScope LeaguePane::scope() const
{
    LeagueScope scope;
    if (const QVariant year = seasons_->currentData(); year.isValid())
        scope.from = scope.to = year.toInt();
    scope.session = Session(session_->currentData().toInt());
    return scope;
}

void LeaguePane::show(const League& league, const QString& player)
{
    shown_ = league;
    player_ = player;
    model_.show(league, player, narrow_);
    pointsModel_.show(league, player);
    chart_->setLeague(league, player);
    fitTable();
    for (const LeagueRow& row : league.rows)
        if (row.kind == PlayerKind::Person && row.player == player && table_->view()->driver().isEmpty())
            table_->view()->selectDriver(league::keyOf(row));
    const auto people = std::ranges::count(league.rows, PlayerKind::Person, &LeagueRow::kind);
    alone_->setVisible(people <= 1);
}

void LeaguePane::fitTable()
{
    const int row = scaledHeight(fontMetrics(), RowHeight);
    TableView* view = table_->view();
    view->setRowHeight(row);
    const int rows = std::clamp(view->sorted()->rowCount(), 2, MostRows);
    view->setFixedHeight(view->horizontalHeader()->height() + rows * row + 2 * view->frameWidth() + 1);
}

void LeaguePane::showNext(const Race& race, const PicksView& picks)
{
    nextHead_->setText(shortRaceName(race));
    nextModel_.show(picks);
}

void LeaguePane::setAddress(const QString& address)
{
    address_ = address;
}

void LeaguePane::setNarrow(bool narrow)
{
    narrow_ = narrow;
    below_->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    const int least = int(LeastBelow * textScale(fontMetrics()));
    for (int i = 0; i < below_->count(); ++i)
        below_->widget(i)->setMinimumHeight(least);
    table_->view()->giveUpColumns(
        narrow ? QSet<QString>{QStringLiteral("podiums")} : QSet<QString>(),
        {QStringLiteral("podiums"), QStringLiteral("winners"), QStringLiteral("races")});
    if (shown_)
        show(*shown_, player_);
}

TablePanel* LeaguePane::currentTable() const
{
    if (next_->isAncestorOf(focusWidget()))
        return next_;
    if (TablePanel* data = deck_->shownTable(); data && data->isAncestorOf(focusWidget()))
        return data;
    return table_;
}

} // namespace parcferme

// What the season page is built of.
#include "tables/SortFilterModel.h"
#include "ui/base/Preferences.h"
#include "ui/charts/FinalPointsChart.h"
#include "ui/charts/PointsChart.h"
#include "ui/charts/TitleOddsChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/SeasonHeader.h"
#include "ui/pages/SeasonPage.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/pages/WhatIfLine.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/LeadText.h"
#include "ui/widgets/SegmentBar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace parcferme {

namespace {

constexpr int ComputingHeight = 2;

// A line along the page while its figures are older than what is being computed.
class ComputingLine : public QWidget
{
public:
    ComputingLine()
    {
        setFixedHeight(ComputingHeight);
        setObjectName(QStringLiteral("seasonComputing"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (property("busy").toBool())
            QPainter(this).fillRect(rect(), tokens(this).accent);
    }
};

} // namespace

SeasonPage::SeasonPage(const PageContext& context)
    : Page(context), session_(&context.windowModel.seasonSession()), preferences_(context.preferences),
      showEarlier_(new QAction(this)), reveal_(new QAction(this)), header_(new SeasonHeader)
{
    showEarlier_->setObjectName(QStringLiteral("showEarlierRound"));
    reveal_->setObjectName(QStringLiteral("revealStandings"));
    connect(showEarlier_, &QAction::triggered, this, [this] { session().setAfter(lastToSee()); });
    connect(reveal_, &QAction::triggered, this, [this] {
        const SeasonView& view = *session().view();
        QSet<RaceId> races;
        for (const int round : view.rounds)
            if (const Race* race = round <= view.after ? view.race(round) : nullptr)
                races.insert(race->id);
        windowModel().reveal(races);
    });
    buildTable(context);
    buildCharts(context);
    buildPage(context);
    connectSession();
}

void SeasonPage::buildTable(const PageContext& context)
{
    table_ = new TablePanel({QStringLiteral("standings"), tr("Standings"), QStringLiteral("standings"), 0},
                            &model_, context.preferences, context.dialogs);
    sides_ = new SegmentBar(tr("Whose standings"));
    sides_->setObjectName(QStringLiteral("seasonSide"));
    sides_->setItems({{QStringLiteral("drivers"), tr("Drivers")}, {QStringLiteral("teams"), tr("Teams")}});
    sides_->setCurrent(preferences_.windowState(QStringLiteral("seasonSide")).toString());
    table_->setCountWords([this](int rows) {
        return side() == season::Contestants::Drivers ? tr("%n drivers", nullptr, rows)
                                                      : tr("%n teams", nullptr, rows);
    });
    rounds_ = new QComboBox;
    rounds_->setObjectName(QStringLiteral("seasonAsOf"));
    rounds_->setAccessibleName(tr("As of which round"));
    rounds_->setToolTip(tr("Nothing later than this round shows"));
    rounds_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* asOf = new QLabel(tr("As of"));
    asOf->setTextFormat(Qt::PlainText);
    asOf->setForegroundRole(QPalette::PlaceholderText);
    table_->tools()->insertWidget(0, sides_);
    table_->tools()->insertWidget(1, asOf);
    table_->tools()->insertWidget(2, rounds_);
    sentence_ = new LeadText;
    sentence_->setObjectName(QStringLiteral("seasonSentence"));
    sentence_->setContentsMargins(12, 0, 12, 0);
    table_->setFoot(sentence_);
    connect(table_->view(), &TableView::driverSelected, this, &SeasonPage::select);
    connect(table_, &TablePanel::exported, this, &Page::exported);
    connect(table_, &TablePanel::exportFailed, this,
            [this](const Error& error) { Q_EMIT exportFailed(error.text()); });
}

void SeasonPage::buildCharts(const PageContext& context)
{
    final_ = new FinalPointsChart;
    odds_ = new TitleOddsChart;
    points_ = new PointsChart;
    const QString final = QStringLiteral("final"), odds = QStringLiteral("odds"),
                  soFar = QStringLiteral("so-far");
    deck_ = new ChartDeck(QStringLiteral("season"),
                          {{final, tr("Final"), final_},
                           {odds, tr("Title odds"), odds_, &oddsModel_},
                           {soFar, tr("So far"), points_, &pointsModel_}},
                          context.preferences, context.dialogs);
    connect(deck_, &ChartDeck::driverSelected, this, &SeasonPage::select);
    connect(deck_, &ChartDeck::imageSaved, this, &Page::exported);
    connect(deck_, &ChartDeck::imageFailed, this, &Page::exportFailed);
    // Before the room is shared out anew: the columns depend on the chart.
    connect(deck_, &ChartDeck::currentChanged, this, [this] {
        if (shown_)
            showTable();
    });
    const QStringList givenUp = {QStringLiteral("podiums"), QStringLiteral("wins"), QStringLiteral("moved")};
    content_ = new TableAndCharts(
        QStringLiteral("season"), table_, deck_,
        {{final, tr("Final"), 320}, {odds, tr("Title odds"), 400}, {soFar, tr("So far"), 330}}, givenUp,
        givenUp, context.preferences);
    whatIf_ = new WhatIfLine;
    content_->setAcross(whatIf_);
    connect(content_, &TableAndCharts::arranged, this, &SeasonPage::alignRows);
    const SortFilterModel* sorted = table_->view()->sorted();
    connect(sorted, &QAbstractItemModel::layoutChanged, this, &SeasonPage::alignRows);
    connect(sorted, &QAbstractItemModel::rowsInserted, this, &SeasonPage::alignRows);
    connect(sorted, &QAbstractItemModel::rowsRemoved, this, &SeasonPage::alignRows);
    connect(table_->view()->verticalScrollBar(), &QScrollBar::valueChanged, this, &SeasonPage::alignRows);
}

void SeasonPage::buildPage(const PageContext& context)
{
    note_ = new Banner(Severity::Info);
    note_->setFramed(true);
    note_->setObjectName(QStringLiteral("seasonNote"));
    QAction* sync = context.action(Command::SyncSeason);
    auto* button = new QPushButton(tr("Sync season"));
    button->setObjectName(sync->objectName());
    button->setIcon(icon(QStringLiteral("sync")));
    connect(button, &QPushButton::clicked, sync, &QAction::trigger);
    connect(sync, &QAction::changed, button, [button, sync] { button->setEnabled(sync->isEnabled()); });
    note_->addButton(button);
    computing_ = new ComputingLine;
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(computing_);
    layout->addWidget(note_);
    layout->addWidget(content_, 1);
    setTools(header_);
    setContent(page);
    header_->hide();
}

QAction* SeasonPage::actionOf(Command command) const
{
    return command == Command::ShowEarlierRound ? showEarlier_
           : command == Command::Reveal         ? reveal_
                                                : Page::actionOf(command);
}

void SeasonPage::connectSession()
{
    connect(&session(), &SeasonSession::changed, this, &Page::outdated);
    connect(&session(), &SeasonSession::roundsChanged, this, [this] {
        if (shown_ && !isEmpty()) {
            showTable();
            showOdds();
        }
    });
    connect(sides_, &SegmentBar::chosen, this, [this] {
        preferences_.setWindowState(QStringLiteral("seasonSide"), sides_->current());
        refresh();
    });
    connect(rounds_, &QComboBox::currentIndexChanged, this, [this](int place) {
        const int round = rounds_->itemData(place).toInt();
        seenYear_ = session().year();
        seenThrough_ = round;
        const auto& view = session().view();
        const bool newest = view && round == (view->rounds.empty() ? 0 : view->rounds.back());
        session().setAfter(newest ? std::nullopt : std::optional(round));
    });
    connect(whatIf_, &WhatIfLine::chosen, &session(), &SeasonSession::setCondition);
}

} // namespace parcferme

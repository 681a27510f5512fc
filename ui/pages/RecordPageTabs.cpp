// What shows: the model's record, the user's own in the same tables, the league of all, or the title odds.
#include "ui/pages/ChartDeck.h"
#include "ui/pages/LeaguePane.h"
#include "ui/pages/RecordPage.h"
#include "ui/pages/RecordTools.h"
#include "ui/pages/TitleOddsPane.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/OddsSession.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace parcferme {

namespace {

constexpr int LowHeight = 420; // of the page

} // namespace

void RecordPage::buildTabs(const PageContext& context)
{
    session_ = &windowModel().leagueSession();
    league_ = new LeaguePane(context.preferences, context.dialogs);
    views_->addWidget(league_);
    connect(league_, &LeaguePane::exported, this, &Page::exported);
    connect(league_, &LeaguePane::exportFailed, this, &Page::exportFailed);
    oddsSession_ = &windowModel().oddsSession();
    odds_ = new TitleOddsPane(context.preferences, context.dialogs);
    views_->addWidget(odds_);
    connect(odds_, &TitleOddsPane::exported, this, &Page::exported);
    connect(odds_, &TitleOddsPane::exportFailed, this, &Page::exportFailed);
    playerTabs_ = new QTabBar;
    playerTabs_->setObjectName(QStringLiteral("recordPlayers"));
    playerTabs_->setAccessibleName(tr("Whose record"));
    playerTabs_->setDrawBase(false);
    playerTabs_->setExpanding(false);
    playerTabs_->addTab(tr("Model"));
    playerTabs_->addTab(icon(QStringLiteral("person")), tr("Mine"));
    playerTabs_->addTab(icon(QStringLiteral("people")), tr("League"));
    playerTabs_->addTab(icon(QStringLiteral("season")), tr("Title odds"));
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(playerTabs_);
    layout->addStretch(1);
    layout->addWidget(tools_->buttons());
    setTools(line);
    connect(playerTabs_, &QTabBar::currentChanged, this, &RecordPage::showTab);
    connect(league_, &LeaguePane::scopeChanged, this, [this] { session_->setScope(league_->scope()); });
    connect(session_, &LeagueSession::changed, this, &Page::outdated);
    connect(oddsSession_, &OddsSession::changed, this, &Page::outdated);
}

RecordPage::Tab RecordPage::tab() const
{
    return Tab(playerTabs_->currentIndex());
}

void RecordPage::showTab()
{
    const bool ofReport = tab() == Tab::Model || tab() == Tab::Mine;
    tools_->setVisible(ofReport);
    tools_->buttons()->setVisible(ofReport);
    tools_->setMine(tab() == Tab::Mine);
    // They need chances of every place, which an order has not.
    chartPair_->setVisible(tab() == Tab::Model);
    lookAt(isVisible());
    refresh();
    Q_EMIT emptyChanged(); // what can be exported is another
}

void RecordPage::showLeague()
{
    const auto& league = session_->league();
    if (!league)
        return showEmpty(EmptyWords::loadingRecord());
    const QString player = windowModel().settings() ? windowModel().settings()->player : QString();
    if (const auto& next = session_->next())
        league_->showNext(next->race, next->picks);
    if (windowModel().settings())
        league_->setAddress(windowModel().settings()->database.display());
    league_->show(*league, session_->next() ? session_->next()->picks.player : player);
    league_->charts()->setCaption(pictureCaption(tr("League")));
    views_->setCurrentWidget(league_);
    showContent();
}

void RecordPage::showOdds()
{
    const auto& review = oddsSession_->review();
    if (!review)
        return showEmpty(
            {QStringLiteral("season"),
             tr("The title odds of past seasons are being judged."),
             tr("Every season since 2010 is simulated again from four of its rounds: it takes some "
                "seconds."),
             {}});
    odds_->show(*review);
    views_->setCurrentWidget(odds_);
    showContent();
}

void RecordPage::lookAt(bool looking)
{
    if (session_)
        session_->setLookedAt(looking);
    if (oddsSession_)
        oddsSession_->setLookedAt(looking && tab() == Tab::Odds);
}

void RecordPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    lookAt(true);
}

void RecordPage::hideEvent(QHideEvent* event)
{
    lookAt(false);
    Page::hideEvent(event);
}

// In a low window the charts and tables count more than the words above them.
void RecordPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    note_->setShort(height() < int(LowHeight * textScale(fontMetrics())));
}

ChartDeck* RecordPage::charts() const
{
    switch (tab()) {
    case Tab::Model:
        return reliabilityDeck_->isAncestorOf(QApplication::focusWidget()) ? reliabilityDeck_ : skillDeck_;
    case Tab::Mine:
    case Tab::Odds:
        return nullptr;
    case Tab::League:
        break;
    }
    return league_->charts();
}

// That of the drivers stands beside each of the others.
std::vector<TablePanel*> RecordPage::printedTables() const
{
    std::vector<TablePanel*> tables = Page::printedTables();
    if (bias_->isVisible() && std::ranges::find(tables, bias_) == tables.end())
        tables.push_back(bias_);
    return tables;
}

QStringList RecordPage::printedWords() const
{
    switch (tab()) {
    case Tab::Model:
    case Tab::Mine:
        return {tools_->words()};
    case Tab::League:
        return {league_->words()};
    case Tab::Odds:
        break;
    }
    return {playerTabs_->tabText(playerTabs_->currentIndex())};
}

std::vector<ChartDeck*> RecordPage::allCharts() const
{
    return tab() == Tab::Model ? std::vector{skillDeck_, reliabilityDeck_} : Page::allCharts();
}

} // namespace parcferme

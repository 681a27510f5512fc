// Whose record shows: the model's, the user's own in the same tables, or the league of all.
#include "ui/pages/ChartDeck.h"
#include "ui/pages/LeaguePane.h"
#include "ui/pages/RecordPage.h"
#include "ui/pages/RecordTools.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/WindowModel.h"
#include "ui/theme/Icons.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace parcferme {

void RecordPage::buildTabs(const PageContext& context)
{
    session_ = &windowModel().leagueSession();
    league_ = new LeaguePane(context.preferences, context.dialogs);
    views_->addWidget(league_);
    connect(league_, &LeaguePane::exported, this, &Page::exported);
    connect(league_, &LeaguePane::exportFailed, this, &Page::exportFailed);
    playerTabs_ = new QTabBar;
    playerTabs_->setObjectName(QStringLiteral("recordPlayers"));
    playerTabs_->setAccessibleName(tr("Whose record"));
    playerTabs_->setDrawBase(false);
    playerTabs_->setExpanding(false);
    playerTabs_->addTab(tr("Model"));
    playerTabs_->addTab(icon(QStringLiteral("person")), tr("Mine"));
    playerTabs_->addTab(icon(QStringLiteral("people")), tr("League"));
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(playerTabs_);
    layout->addStretch(1);
    setTools(line);
    connect(playerTabs_, &QTabBar::currentChanged, this, &RecordPage::showTab);
    connect(league_, &LeaguePane::scopeChanged, this, [this] { session_->setScope(league_->scope()); });
    connect(session_, &LeagueSession::changed, this, &Page::outdated);
}

RecordPage::Tab RecordPage::tab() const
{
    return Tab(playerTabs_->currentIndex());
}

void RecordPage::showTab()
{
    tools_->setVisible(tab() != Tab::League);
    tools_->setMine(tab() == Tab::Mine);
    // They need chances of every place, which an order has not.
    chartPair_->setVisible(tab() == Tab::Model);
    session_->setLookedAt(isVisible());
    refresh();
    Q_EMIT emptyChanged(); // what can be exported is another
}

void RecordPage::showLeague()
{
    const auto& league = session_->league();
    if (!league)
        return showEmpty(EmptyWords::loading());
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

void RecordPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (session_)
        session_->setLookedAt(true);
}

void RecordPage::hideEvent(QHideEvent* event)
{
    if (session_)
        session_->setLookedAt(false);
    Page::hideEvent(event);
}

ChartDeck* RecordPage::charts() const
{
    switch (tab()) {
    case Tab::Model:
        return reliabilityDeck_->isAncestorOf(QApplication::focusWidget()) ? reliabilityDeck_ : skillDeck_;
    case Tab::Mine:
        return nullptr;
    case Tab::League:
        break;
    }
    return league_->charts();
}

std::vector<ChartDeck*> RecordPage::allCharts() const
{
    return tab() == Tab::Model ? std::vector{skillDeck_, reliabilityDeck_} : Page::allCharts();
}

} // namespace parcferme

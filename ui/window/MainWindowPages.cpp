// Which page shows, and what around it depends on that.
#include "ui/base/Preferences.h"
#include "ui/pages/Page.h"
#include "ui/pages/PicksPane.h"
#include "ui/session/HeaderState.h"
#include "ui/session/PickHeader.h"
#include "ui/session/PicksSession.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PageStack.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/RaceListPanel.h"

namespace parcferme {

Page* MainWindow::page(PageId id) const
{
    return pages_->page(id);
}

Page* MainWindow::currentPage() const
{
    return pages_->current();
}

void MainWindow::showPage(PageId id)
{
    pages_->show(id);
}

void MainWindow::pageChanged()
{
    const PageEntry& entry = pages_->currentEntry();
    raceList_->setEntry(entry.ofRace ? std::nullopt : std::optional(entry.id));
    showHeader();
    preferences_.setWindowState(QStringLiteral("page"), QString::fromLatin1(entry.key));
    preferences_.setWindowState(QStringLiteral("tab"), pages_->tabKey());
    showNotice();
    updateActions();
}

// The header is the race's: pages of no race have none, or their own.
void MainWindow::showHeader()
{
    const auto& race = windowModel_.raceView();
    const PageEntry& entry = pages_->currentEntry();
    header_->setVisible(race != nullptr && entry.ofRace);
    if (entry.id == PageId::Season)
        setWindowTitle(tr("Season %1 – Parc Fermé").arg(windowModel_.season()));
    else if (!entry.ofRace)
        setWindowTitle(tr("%1 – Parc Fermé").arg(entry.shownTitle()));
    else if (race)
        setWindowTitle(tr("%1 %2 – Parc Fermé").arg(race->overview.race.name).arg(race->overview.race.year));
}

// Of the race at hand, and of whose order its pages show.
HeaderState MainWindow::headerState(const QDateTime& now)
{
    const RaceDetails& race = *windowModel_.raceView();
    const bool hidden = windowModel_.resultsHidden();
    const ForecastView* shown = windowModel_.shown();
    HeaderState state = HeaderWords::state(race, shown, now, hidden);
    const auto& picks = windowModel_.picksSession().view();
    if (!picks)
        return state;
    const bool blind = windowModel_.players() == PlayerView::Mine && !picks->mine && now < picks->start &&
                       PicksPane::hidesModel(preferences_);
    PickHeader::put(state, windowModel_.players(), race, blind ? nullptr : shown, *picks, now, hidden);
    return state;
}

void MainWindow::selectDriver(const QString& driver)
{
    pages_->selectDriver(driver);
}

// Races run and fetched, and races judged.
void MainWindow::showFigures()
{
    int run = 0, all = 0;
    for (const RaceOverview& overview : windowModel_.races()) {
        all += overview.race.status == RaceStatus::Cancelled ? 0 : 1;
        run += overview.hasResult ? 1 : 0;
    }
    raceList_->setFigure(PageId::Season, all > 0 ? tr("%1 of %2", "races run").arg(run).arg(all) : QString());
    const int judged = windowModel_.judgedRaces();
    raceList_->setFigure(PageId::Record, judged > 0 ? tr("%n races", nullptr, judged) : QString());
}

} // namespace parcferme

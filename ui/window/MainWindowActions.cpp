// What the menus and buttons of the window do, and when they can.
#include "ui/app/Preferences.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/BacktestDialog.h"
#include "ui/dialogs/GridDialog.h"
#include "ui/dialogs/HelpDialogs.h"
#include "ui/dialogs/LedgerDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RestoreDialog.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/Page.h"
#include "ui/table/TablePanel.h"
#include "ui/window/Actions.h"
#include "ui/window/MainWindow.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/ToolStrip.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

namespace parcferme {

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(actions_->exportCsv, [this] { exportTable(); });
    on(actions_->saveImage, [this] {
        if (ChartDeck* deck = currentPage()->charts(); deck && !currentPage()->isEmpty())
            deck->saveImage();
    });
    on(actions_->restoreBackup, [this] { openRestore(); });
    on(actions_->quit, [this] { close(); });
    on(actions_->copy, [this] {
        if (const TablePanel* panel = currentPage()->currentTable())
            panel->copy();
    });
    on(actions_->findRace, [this] {
        tools_->search()->setFocus(Qt::ShortcutFocusReason);
        tools_->search()->selectAll();
    });
    on(actions_->filterTable, [this] {
        if (const TablePanel* panel = currentPage()->currentTable())
            panel->filter()->setFocus(Qt::ShortcutFocusReason);
    });
    on(actions_->resetColumns, [this] {
        if (const TablePanel* panel = currentPage()->currentTable())
            panel->view()->resetColumns();
    });
    for (int i = 0; i < 4; ++i)
        on(actions_->pages[i], [this, i] { showPage(PageIndex(i)); });
    on(actions_->themeSystem, [this] { preferences_.setTheme(ThemeMode::System); });
    on(actions_->themeLight, [this] { preferences_.setTheme(ThemeMode::Light); });
    on(actions_->themeDark, [this] { preferences_.setTheme(ThemeMode::Dark); });
    on(actions_->hideResults, [this](bool on) { preferences_.setHideResults(on); });
    on(actions_->preferences, [this] { openPreferences(); });
    on(actions_->firstSteps, [this] { openFirstSteps(this); });
    on(actions_->shortcuts, [this] { openShortcuts(actions_->withShortcut(), this); });
    on(actions_->ledger, [this] { (new LedgerDialog(session_, dialogs_, this))->open(); });
    on(actions_->about, [this] { openAbout(this); });
    connect(&preferences_, &Preferences::shownChanged, this, [this] {
        theme_.setMode(preferences_.theme());
        showTheme();
        showRaces();
        showRace();
    });
}

void MainWindow::connectRaceActions()
{
    const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(actions_->predict, [this] { act(QStringLiteral("predict")); });
    on(actions_->preview, [this] { act(QStringLiteral("preview")); });
    on(actions_->enterGrid, [this] { openGrid(); });
    on(actions_->syncResults, [this] { act(QStringLiteral("syncResults")); });
    on(actions_->reveal, [this] { act(QStringLiteral("reveal")); });
    on(actions_->previousRace, [this] { raceList_->step(-1); });
    on(actions_->nextRace, [this] { raceList_->step(1); });
    on(actions_->currentRace, [this] { session_.openCurrent(); });
    on(actions_->syncSeason, [this] { act(QStringLiteral("syncSeason")); });
    on(actions_->refresh, [this] { session_.refresh(); });
    on(actions_->backtest, [this] { openBacktest(); });
    on(actions_->verify, [this] { session_.verify(); });
    on(actions_->cancel, [this] { session_.cancel(); });
}

void MainWindow::updateActions()
{
    updatePredict();
    const bool idle = !session_.isBusy();
    const auto& page = session_.page();
    const bool hasRace = page != nullptr;
    const bool started = hasRace && page->overview.race.startOrDate() <= session_.now();
    tools_->setHasRace(hasRace, started);
    const auto role = tools_->predictRole();
    actions_->predict->setEnabled(
        idle && (role == ToolStrip::PredictRole::Freeze || role == ToolStrip::PredictRole::Retrospect));
    actions_->preview->setEnabled(idle && hasRace && !page->prediction &&
                                  page->overview.state != RaceState::Cancelled);
    actions_->enterGrid->setEnabled(idle && hasRace && !started && !page->qualifying.empty() &&
                                    !page->prediction);
    actions_->syncResults->setEnabled(idle && started);
    actions_->reveal->setEnabled(session_.resultsHidden());
    actions_->syncSeason->setEnabled(idle && session_.season() > 0);
    actions_->refresh->setEnabled(idle && session_.season() > 0);
    actions_->backtest->setEnabled(idle && !session_.seasons().empty());
    actions_->verify->setEnabled(idle && hasRace);
    actions_->ledger->setEnabled(hasRace);
    const bool server = session_.settings() && !session_.settings()->database.isSqlite();
    actions_->restoreBackup->setEnabled(idle && session_.settings() && !server);
    actions_->restoreBackup->setToolTip(
        server ? tr("The database is on a server: its backups are the server's matter.") : QString());
    actions_->cancel->setEnabled(!idle);
    const bool table = currentPage()->currentTable() && !currentPage()->isEmpty();
    for (QAction* action :
         {actions_->exportCsv, actions_->copy, actions_->filterTable, actions_->resetColumns})
        action->setEnabled(table);
    actions_->saveImage->setEnabled(currentPage()->charts() && !currentPage()->isEmpty());
}

void MainWindow::updatePredict()
{
    using Role = ToolStrip::PredictRole;
    const auto& page = session_.page();
    if (!page)
        return tools_->setPredict(Role::Unavailable, tr("No race is chosen."));
    if (page->prediction && page->prediction->prediction.kind == PredictionKind::Live)
        return tools_->setPredict(Role::Done, tr("The prediction of this race is frozen and cannot change."));
    if (page->prediction)
        return tools_->setPredict(Role::Done,
                                  tr("This race has its retrospective prediction; it does not change."));
    if (page->overview.state == RaceState::Cancelled)
        return tools_->setPredict(Role::Unavailable, tr("This race is cancelled."));
    if (page->overview.window.open)
        return tools_->setPredict(Role::Freeze,
                                  tr("Compute the prediction and lock it in the ledger (Ctrl+P)"));
    if (page->overview.race.startOrDate() <= session_.now())
        return tools_->setPredict(Role::Retrospect, tr("The race has started: a prediction from what was "
                                                       "known before, marked as retrospective (Ctrl+P)"));
    tools_->setPredict(Role::Preview, tr("The freeze window is not open yet: a preview is not stored"));
}

void MainWindow::act(const QString& key)
{
    if (key == QLatin1StringView("predict")) {
        session_.predict();
        showPage(PredictionPageIndex);
    } else if (key == QLatin1StringView("preview")) {
        session_.preview();
        showPage(PredictionPageIndex);
    } else if (key == QLatin1StringView("syncResults")) {
        session_.syncResults();
    } else if (key == QLatin1StringView("syncSeason")) {
        session_.syncSeason();
    } else if (key == QLatin1StringView("connect")) {
        session_.refresh();
    } else if (key == QLatin1StringView("reveal")) {
        session_.reveal();
    } else if (key == QLatin1StringView("backtest")) {
        openBacktest();
    }
}

void MainWindow::copyHash(const QByteArray& hash)
{
    QGuiApplication::clipboard()->setText(QString::fromLatin1(hash));
    say(Severity::Done, tr("Hash copied."), QString::fromLatin1(hash));
}

void MainWindow::exportTable()
{
    if (TablePanel* panel = currentPage()->currentTable())
        panel->exportCsv();
}

void MainWindow::openGrid()
{
    if (!session_.page())
        return;
    auto* dialog = new GridDialog(*session_.page(), this);
    connect(dialog, &GridDialog::gridChanged, &session_, &Session::tryGrid);
    connect(&session_, &Session::gridTried, dialog, &GridDialog::showForecast);
    connect(&session_, &Session::gridRefused, dialog, &GridDialog::showRefusal);
    connect(dialog, &GridDialog::gridChosen, &session_, &Session::setGrid);
    connect(dialog, &QDialog::finished, &session_, &Session::endGridTrial);
    dialog->open();
}

void MainWindow::openRestore()
{
    auto* dialog = new RestoreDialog(session_.backups(), this);
    connect(dialog, &RestoreDialog::chosen, &session_, &Session::restore);
    dialog->open();
}

void MainWindow::openBacktest()
{
    if (session_.seasons().empty())
        return;
    auto* dialog = new BacktestDialog(session_.seasons(), this);
    connect(dialog, &BacktestDialog::chosen, &session_, &Session::backtest);
    dialog->open();
}

void MainWindow::openPreferences()
{
    if (session_.settings())
        (new PreferencesDialog(preferences_, *session_.settings(), dialogs_, this))->open();
}

} // namespace parcferme

// What is connected with what: the model with what shows it, the actions with what they do, and when they
// can.
#include "ui/base/Preferences.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/BacktestDialog.h"
#include "ui/dialogs/GridDialog.h"
#include "ui/dialogs/HelpDialogs.h"
#include "ui/dialogs/LedgerDialog.h"
#include "ui/dialogs/PreferencesDialog.h"
#include "ui/dialogs/RestoreDialog.h"
#include "ui/dialogs/TextDialog.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/Page.h"
#include "ui/pages/SeasonPictures.h"
#include "ui/session/HeaderState.h"
#include "ui/session/PicksSession.h"
#include "ui/session/PredictOffer.h"
#include "ui/session/RaceWords.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Theme.h"
#include "ui/window/Actions.h"
#include "ui/window/FailureView.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/Notifier.h"
#include "ui/window/PageStack.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/ToolStrip.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <ranges>

namespace parcferme {

void MainWindow::connectModel()
{
    const auto on = [this](auto signal, auto what) { connect(&windowModel_, signal, this, what); };
    on(&WindowModel::seasonsChanged, [this] {
        tools_->setSeasons(windowModel_.seasons(), windowModel_.season());
        updateActions();
    });
    on(&WindowModel::racesChanged, &MainWindow::showRaces);
    on(&WindowModel::raceChanged, &MainWindow::showRace);
    connect(&windowModel_.picksSession(), &PicksSession::changed, this, [this] {
        if (windowModel_.raceView())
            header_->setState(headerState(windowModel_.now()));
        updateActions();
    });
    on(&WindowModel::picksTold, [this](const QString& head, const QString& words) {
        if (preferences_.notifications())
            notifier_->notify(head, words);
    });
    on(&WindowModel::statusChanged, [this] {
        status_->setStatus(windowModel_.status(), windowModel_.now());
        pages_->refreshEmpty(); // what an empty page offers depends on the network
    });
    on(&WindowModel::workStarted, [this](const QString& title) {
        status_->startWork(title);
        updateActions();
    });
    on(&WindowModel::workFinished, [this] {
        status_->endWork();
        updateActions();
    });
    connect(&windowModel_, &WindowModel::workProgress, status_, &StatusStrip::setProgress);
    on(&WindowModel::message, &MainWindow::tell);
    on(&WindowModel::opened, [this] { centre_->setCurrentWidget(body_); });
    on(&WindowModel::openFailed, &MainWindow::showFailure);
    on(&WindowModel::autoFroze, [this](const QString& head, const QString& words) {
        if (preferences_.notifications())
            notifier_->notify(head, words);
    });
}

void MainWindow::connectViews()
{
    connect(tools_, &ToolStrip::seasonChosen, this, [this](int year) { windowModel_.openSeason(year); });
    connect(tools_, &ToolStrip::searchChanged, this, &MainWindow::search);
    connect(tools_, &ToolStrip::searchLeft, raceList_, &RaceListPanel::enterFound);
    connect(tools_, &ToolStrip::searchEntered, raceList_, &RaceListPanel::openFound);
    connect(&windowModel_, &WindowModel::found, this, [this](const QString& text, const auto& races) {
        if (text == tools_->search()->text())
            raceList_->setFound(races);
    });
    connect(raceList_, &RaceListPanel::otherSeasonChosen, this, [this](int season, RaceId race) {
        windowModel_.openSeason(season, race);
        pages_->showTab();
    });
    connect(raceList_, &RaceListPanel::raceChosen, this, [this](RaceId race) {
        windowModel_.openRace(race);
        pages_->showTab();
    });
    connect(raceList_, &RaceListPanel::pageChosen, this, &MainWindow::showPage);
    connect(header_, &RaceHeader::sessionChosen, &windowModel_, &WindowModel::openSession);
    connect(header_, &RaceHeader::hashClicked, this, &MainWindow::copyHash);
    connect(messages_, &MessageBar::listWanted, this, &MainWindow::openMessages);
    connect(notifier_, &Notifier::clicked, this, &MainWindow::raiseToFront);
    connect(pages_, &PageStack::currentChanged, this, &MainWindow::pageChanged);
    connect(pages_, &PageStack::driverSelected, this, &MainWindow::selectDriver);
    connect(pages_, &PageStack::exported, this,
            [this](const QString& file) { say(Severity::Done, tr("Exported."), file); });
    connect(pages_, &PageStack::exportFailed, this,
            [this](const QString& why) { say(Severity::Error, tr("Not exported:"), why); });
    connect(body_, &QSplitter::splitterMoved, this, [this] {
        if (narrow_)
            narrowListMoved_ = true; // not kept, but not taken back either
        else
            preferences_.setWindowState(QStringLiteral("listWidth"), body_->sizes().value(0));
    });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(actions_->exportTable, [this] {
        if (TablePanel* panel = currentPage()->currentTable())
            panel->exportCsv();
    });
    on(actions_->saveImage, [this] {
        if (ChartDeck* deck = currentPage()->charts(); deck && !currentPage()->isEmpty())
            deck->saveImage();
    });
    on(actions_->sharePicture, [this] { openSharePicture(); });
    on(actions_->exportCalendar, [this] { exportCalendar(); });
    on(actions_->print, [this] { print(); });
    on(actions_->restoreBackup, [this] { openRestore(); });
    on(actions_->quit, [this] { close(); });
    on(actions_->saveAllImages, [this] { saveAllImages(); });
    on(actions_->saveSeasonImages, [this] { saveSeasonImages(); });
    on(actions_->copy, [this] {
        if (const TablePanel* panel = currentPage()->currentTable())
            say(Severity::Done, tr("Table copied."),
                tr("%1, %2", "table, rows").arg(panel->title(), tr("%n rows", nullptr, panel->copy())));
    });
    on(actions_->copyImage, [this] {
        const ChartDeck* deck = currentPage()->charts();
        if (!deck || currentPage()->isEmpty())
            return;
        deck->copyImage();
        say(Severity::Done, tr("Chart copied."), deck->shownName());
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
    for (size_t place = 0; place < pageTable().size(); ++place)
        on(actions_->pages[place], [this, place] { showPage(pageTable()[place].id); });
    on(actions_->themeSystem, [this] { preferences_.setTheme(ThemeMode::System); });
    on(actions_->themeLight, [this] { preferences_.setTheme(ThemeMode::Light); });
    on(actions_->themeDark, [this] { preferences_.setTheme(ThemeMode::Dark); });
    on(actions_->hideResults, [this](bool on) { preferences_.setHideResults(on); });
    on(actions_->preferences, [this] { openPreferences(); });
    on(actions_->words, [this] { openWords(this); });
    on(actions_->firstSteps, [this] { openFirstSteps(this); });
    on(actions_->shortcuts, [this] { openShortcuts(actions_->withShortcut(), this); });
    on(actions_->ledger, [this] { (new LedgerDialog(windowModel_, preferences_, dialogs_, this))->open(); });
    on(actions_->messages, [this] { openMessages(); });
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
    on(actions_->predict, [this] {
        windowModel_.predict();
        showPage(PageId::Prediction);
    });
    on(actions_->preview, [this] {
        windowModel_.preview();
        showPage(PageId::Prediction);
    });
    on(actions_->predictSeason, [this] { windowModel_.predictSeason(); });
    on(actions_->enterGrid, [this] { openGrid(); });
    on(actions_->syncResults, [this] { windowModel_.syncResults(); });
    on(actions_->reveal, [this] { windowModel_.reveal(); });
    on(actions_->previousRace, [this] { raceList_->step(-1); });
    on(actions_->nextRace, [this] { raceList_->step(1); });
    on(actions_->currentRace, [this] {
        windowModel_.openCurrent();
        pages_->showTab();
    });
    on(actions_->syncSeason, [this] { windowModel_.syncSeason(); });
    on(actions_->refresh, [this] { windowModel_.refresh(); });
    on(actions_->backtest, [this] { openBacktest(); });
    on(actions_->verify, [this] { windowModel_.verify(); });
    on(actions_->cancel, [this] {
        windowModel_.cancel();
        if (pictures_)
            pictures_->cancel();
    });
}

namespace {

// Before qualifying there is none of the Grand Prix; when that of a sprint is known, no calendar says.
bool canHaveGrid(const RaceDetails& race, const QDateTime& now)
{
    const auto& qualifying = race.overview.race.qualifyingStart;
    return !race.qualifying.empty() || race.overview.session == Session::Sprint || !qualifying ||
           *qualifying <= now;
}

constexpr int ResultSeconds = 3 * 3600; // after the start the result should be out

} // namespace

void MainWindow::updateActions()
{
    const bool idle = !windowModel_.isBusy() && !pictures_;
    const auto& race = windowModel_.raceView();
    const bool hasRace = race != nullptr;
    // What is done about a race is done where it can be seen.
    const bool inView = hasRace && pages_->currentEntry().ofRace;
    const bool started = hasRace && race->overview.start() <= windowModel_.now();
    tools_->setPredict(PredictOffer::of(race.get(), windowModel_.now()));
    // Beside a prediction that is judged by it; without one, predicting is what comes first.
    tools_->setSyncDue(inView && race->prediction && race->revisions.empty() &&
                       race->overview.start().addSecs(ResultSeconds) <= windowModel_.now());
    using Role = PredictOffer::Role;
    const Role role = tools_->predictRole();
    actions_->predict->setEnabled(idle && inView && (role == Role::Freeze || role == Role::Retrospect));
    actions_->preview->setEnabled(idle && inView && !race->prediction &&
                                  race->overview.state != RaceState::Cancelled);
    actions_->enterGrid->setEnabled(idle && inView && !started && !race->prediction &&
                                    canHaveGrid(*race, windowModel_.now()));
    actions_->syncResults->setEnabled(idle && started);
    actions_->reveal->setEnabled(windowModel_.resultsHidden());
    actions_->syncSeason->setEnabled(idle && windowModel_.season() > 0);
    actions_->predictSeason->setEnabled(idle &&
                                        std::ranges::any_of(windowModel_.races(), [](const auto& one) {
                                            return one.hasResult || (one.other && one.other->hasResult);
                                        }));
    actions_->exportCalendar->setEnabled(!windowModel_.races().empty());
    actions_->sharePicture->setEnabled(inView && (sharedForecast() || sharedPicks()));
    actions_->print->setEnabled(!currentPage()->isEmpty());
    actions_->refresh->setEnabled(idle && windowModel_.season() > 0);
    actions_->backtest->setEnabled(idle && !windowModel_.seasons().empty());
    actions_->verify->setEnabled(idle && hasRace);
    actions_->ledger->setEnabled(hasRace);
    const bool server = windowModel_.settings() && !windowModel_.settings()->database.isSqlite();
    actions_->restoreBackup->setEnabled(idle && windowModel_.settings() && !server);
    actions_->restoreBackup->setToolTip(
        server ? tr("The database is on a server: its backups are the server's matter.") : QString());
    actions_->cancel->setEnabled(!idle);
    const bool table = currentPage()->currentTable() && !currentPage()->isEmpty();
    for (QAction* action :
         {actions_->exportTable, actions_->copy, actions_->filterTable, actions_->resetColumns})
        action->setEnabled(table);
    const bool chart = currentPage()->charts() && !currentPage()->isEmpty();
    for (QAction* action : {actions_->saveImage, actions_->saveAllImages, actions_->copyImage})
        action->setEnabled(chart);
    actions_->saveSeasonImages->setEnabled(idle && !windowModel_.races().empty());
}

void MainWindow::copyHash(const QByteArray& hash)
{
    QGuiApplication::clipboard()->setText(QString::fromLatin1(hash));
    say(Severity::Done, tr("Hash copied."), QString::fromLatin1(hash));
}

void MainWindow::search(const QString& text)
{
    raceList_->setSearch(text);
    if (!text.trimmed().isEmpty())
        windowModel_.search(text);
}

// The newest first.
void MainWindow::openMessages()
{
    std::vector<TextDialog::Paragraph> text;
    for (const Message& told : std::views::reverse(messages_->messages()))
        text.push_back(
            {QStringLiteral("%1   %2").arg(RaceWords::clock(told.at), told.head(windowModel_.hidden())),
             QStringList{told.kept, told.details}.join(u'\n').trimmed()});
    if (text.empty())
        text.push_back({tr("No message yet."), {}});
    auto* dialog = new TextDialog(tr("Messages of this session"), text, this);
    dialog->setObjectName(QStringLiteral("messageList"));
    dialog->open();
}

void MainWindow::openGrid()
{
    if (!windowModel_.raceView())
        return;
    auto* dialog = new GridDialog(*windowModel_.raceView(), this);
    connect(dialog, &GridDialog::gridChanged, &windowModel_, &WindowModel::tryGrid);
    connect(&windowModel_, &WindowModel::gridTried, dialog, &GridDialog::showForecast);
    connect(&windowModel_, &WindowModel::gridRefused, dialog, &GridDialog::showRefusal);
    connect(dialog, &GridDialog::gridChosen, &windowModel_, &WindowModel::setGrid);
    connect(dialog, &GridDialog::driverWanted, &windowModel_, &WindowModel::nameDriver);
    connect(&windowModel_, &WindowModel::driverNamed, dialog, &GridDialog::addDriver);
    connect(dialog, &QDialog::finished, &windowModel_, &WindowModel::endGridTrial);
    dialog->open();
}

void MainWindow::openRestore()
{
    auto* dialog = new RestoreDialog(windowModel_.backups(), this);
    connect(dialog, &RestoreDialog::chosen, &windowModel_, &WindowModel::restore);
    dialog->open();
}

void MainWindow::openBacktest()
{
    if (windowModel_.seasons().empty())
        return;
    auto* dialog = new BacktestDialog(windowModel_.seasons(), this);
    connect(dialog, &BacktestDialog::chosen, &windowModel_, &WindowModel::backtest);
    dialog->open();
}

void MainWindow::openPreferences()
{
    if (windowModel_.settings())
        (new PreferencesDialog(preferences_, *windowModel_.settings(), dialogs_, this))->open();
}

// Not when nothing is lost: what was synced until then stays, and a preview is made again in a moment.
void MainWindow::askBeforeClosing(const QString& loss)
{
    for (const QMessageBox* asked : findChildren<QMessageBox*>(QStringLiteral("closeQuestion")))
        if (asked->isVisible())
            return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Close Parc Fermé?"), loss, QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton* stay = question->addButton(tr("&Keep working"), QMessageBox::RejectRole);
    QPushButton* leave = question->addButton(tr("&Stop and close"), QMessageBox::AcceptRole);
    leave->setObjectName(QStringLiteral("closeAnyway"));
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(leave, &QPushButton::clicked, this, [this] {
        closing_ = true;
        close();
    });
    connect(&windowModel_, &WindowModel::workFinished, question,
            &QDialog::reject); // nothing is at stake any more
    question->open();
}

} // namespace parcferme

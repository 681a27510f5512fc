#include "ui/window/MainWindow.h"

#include "tables/WarningTexts.h"
#include "ui/app/Preferences.h"
#include "ui/app/Turns.h"
#include "ui/pages/MetricsPage.h"
#include "ui/pages/PredictionPage.h"
#include "ui/pages/RecordPage.h"
#include "ui/pages/ResultPage.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyView.h"
#include "ui/window/Actions.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/RaceWords.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/ToolStrip.h"

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QTabBar>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int NarrowWidth = 1200;
constexpr QSize LeastSize(1000, 700);
constexpr int SecondsInLastHour = 1000; // ms between ticks
constexpr int ListWidth = 240;
constexpr int NarrowListWidth = 188;

} // namespace

MainWindow::MainWindow(TrackerThread& tracker, const Clock& clock, Preferences& preferences,
                       FileDialogs& dialogs, Theme& theme)
    : session_(tracker, clock, preferences), clock_(clock), preferences_(preferences), dialogs_(dialogs),
      theme_(theme), actions_(std::make_unique<Actions>(*this))
{
    setWindowTitle(tr("Parc Fermé"));
    build();
    connectSession();
    connectActions();
    connectRaceActions();
    connectViews();
    restore();
    ticker_.setInterval(SecondsInLastHour);
    connect(&ticker_, &QTimer::timeout, this, &MainWindow::tick);
    ticker_.start();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    tools_ = new ToolStrip;
    messages_ = new MessageBar;
    raceList_ = new RaceListPanel;
    status_ = new StatusStrip;
    body_ = new QSplitter;
    body_->setHandleWidth(1);
    body_->addWidget(raceList_);
    body_->addWidget(buildRight());
    body_->setStretchFactor(1, 1);
    body_->setChildrenCollapsible(false);
    raceList_->setMinimumWidth(scaled(NarrowListWidth));
    raceList_->setMaximumWidth(scaled(320));
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tools_);
    layout->addWidget(messages_);
    failure_ = new EmptyView;
    failure_->setObjectName(QStringLiteral("openFailure"));
    centre_ = new QStackedWidget;
    centre_->addWidget(body_);
    centre_->addWidget(failure_);
    layout->addWidget(centre_, 1);
    layout->addWidget(status_);
    setCentralWidget(centre);
    setMinimumSize(LeastSize);
}

QWidget* MainWindow::buildRight()
{
    notice_ = new Banner(Severity::Info);
    notice_->setObjectName(QStringLiteral("previewNotice"));
    notice_->hide();
    header_ = new RaceHeader;
    tabs_ = new QTabBar;
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setAccessibleName(tr("Pages"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    for (const QString& title : {tr("Prediction"), tr("Result"), tr("Metrics"), tr("Track record")})
        tabs_->addTab(title);
    record_ = new RecordPage(session_, preferences_, dialogs_);
    pages_ = {new PredictionPage(session_, preferences_, dialogs_),
              new ResultPage(session_, preferences_, dialogs_),
              new MetricsPage(session_, preferences_, dialogs_), record_};
    stack_ = new QStackedWidget;
    for (Page* page : pages_)
        stack_->addWidget(page);
    auto* tabLine = new QHBoxLayout;
    tabLine->setContentsMargins(12, 0, 12, 0);
    tabLine->addWidget(tabs_);
    tabLine->addStretch(1);
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(notice_);
    layout->addWidget(header_);
    layout->addLayout(tabLine);
    layout->addWidget(stack_, 1);
    return right;
}

void MainWindow::connectSession()
{
    connect(&session_, &Session::seasonsChanged, this, [this] {
        tools_->setSeasons(session_.seasons(), session_.season());
        updateActions();
    });
    connect(&session_, &Session::racesChanged, this, &MainWindow::showRaces);
    connect(&session_, &Session::raceChanged, this, &MainWindow::showRace);
    connect(&session_, &Session::recordChanged, this, [this] {
        stale_[RecordPageIndex] = true;
        refreshSoon();
    });
    connect(&session_, &Session::backtestDone, record_, &RecordPage::showBacktest);
    connect(&session_, &Session::backtestDone, this, [this] {
        stale_[RecordPageIndex] = false;
        Turns::later(this, [this] { showPage(RecordPageIndex); });
    });
    connect(&session_, &Session::statusChanged, this, [this] {
        status_->setStatus(session_.status(), session_.now());
        for (size_t i = 0; i < pages_.size(); ++i) // what an empty page offers depends on the network
            stale_[i] = stale_[i] || pages_[i]->isEmpty();
        if (currentPage()->isEmpty())
            refreshSoon();
    });
    connect(&session_, &Session::workStarted, this, [this](const QString& title) {
        status_->startWork(title);
        tools_->setBusy(true);
        updateActions();
    });
    connect(&session_, &Session::workProgress, status_, &StatusStrip::setProgress);
    connect(&session_, &Session::workFinished, this, [this] {
        status_->endWork();
        tools_->setBusy(false);
        updateActions();
    });
    connect(&session_, &Session::message, messages_, &MessageBar::show);
    connect(&session_, &Session::opened, this, [this] { centre_->setCurrentWidget(body_); });
    connect(&session_, &Session::openFailed, this, &MainWindow::showFailure);
    connect(&session_, &Session::autoFroze, this, &MainWindow::notify);
    connect(failure_, &EmptyView::chosen, &session_, &Session::recover);
    connect(status_, &StatusStrip::cancelled, &session_, &Session::cancel);
}

void MainWindow::connectViews()
{
    connect(tools_, &ToolStrip::seasonChosen, this, [this](int year) { session_.openSeason(year); });
    connect(tools_, &ToolStrip::searchChanged, raceList_, &RaceListPanel::setSearch);
    connect(tools_, &ToolStrip::predictPressed, this, [this] {
        act(tools_->predictRole() == ToolStrip::PredictRole::Preview ? QStringLiteral("preview")
                                                                     : QStringLiteral("predict"));
    });
    connect(tools_, &ToolStrip::syncPressed, this, [this] { act(QStringLiteral("syncResults")); });
    connect(tools_, &ToolStrip::syncSeasonPressed, this, [this] { act(QStringLiteral("syncSeason")); });
    connect(raceList_, &RaceListPanel::raceChosen, &session_, &Session::openRace);
    connect(header_, &RaceHeader::hashClicked, this, &MainWindow::copyHash);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) { showPage(PageIndex(index)); });
    for (Page* page : pages_) {
        connect(page, &Page::driverSelected, this, &MainWindow::selectDriver);
        connect(page, &Page::actionChosen, this, &MainWindow::act);
        connect(page, &Page::exported, this,
                [this](const QString& file) { say(Severity::Done, tr("Exported."), file); });
        connect(page, &Page::exportFailed, this,
                [this](const QString& why) { say(Severity::Error, tr("Not exported:"), why); });
    }
    connect(body_, &QSplitter::splitterMoved, this, [this] {
        if (!narrow_)
            preferences_.setSession(QStringLiteral("listWidth"), body_->sizes().value(0));
    });
}

void MainWindow::restore()
{
    resize(1440, 900);
    restoreGeometry(preferences_.session(QStringLiteral("geometry")).toByteArray());
    setNarrow(width() < scaled(NarrowWidth));
    showTheme();
    showPage(PageIndex(std::clamp(preferences_.session(QStringLiteral("page")).toInt(), 0, 3)));
    raceList_->view()->setFocus();
    updateActions();
}

Page* MainWindow::page(PageIndex index) const
{
    return pages_[size_t(index)];
}

Page* MainWindow::currentPage() const
{
    return pages_[size_t(stack_->currentIndex())];
}

void MainWindow::showPage(PageIndex index)
{
    if (tabs_->currentIndex() != index)
        return tabs_->setCurrentIndex(index); // which comes back here
    paintLater();
    stack_->setCurrentIndex(index);
    refreshShown();
    header_->setCompact(index == RecordPageIndex);
    preferences_.setSession(QStringLiteral("page"), int(index));
    if (index == RecordPageIndex)
        record_->load();
    showNotice();
    updateActions();
}

void MainWindow::selectDriver(const QString& driver)
{
    driver_ = driver;
    for (Page* page : pages_)
        page->selectDriver(driver);
}

void MainWindow::showRaces()
{
    raceList_->setHidden(preferences_.hideResults(), session_.revealed());
    raceList_->setRaces(session_.races(), session_.now());
    raceList_->setCurrent(session_.race());
}

void MainWindow::showRace()
{
    raceList_->setCurrent(session_.race());
    const auto& page = session_.page();
    header_->setVisible(page != nullptr);
    if (page) {
        header_->setState(
            HeaderWords::state(*page, session_.shown(), session_.now(), session_.resultsHidden()));
        // The hash is made anew with the facts, and would be the last that Tab comes to.
        if (auto* hash = header_->findChild<QAbstractButton*>())
            setTabOrder(raceList_->view(), hash);
        setWindowTitle(tr("%1 %2 – Parc Fermé").arg(page->overview.race.name).arg(page->overview.race.year));
    }
    stale_.fill(true);
    refreshSoon();
    showNotice();
    updateActions();
}

// After the session's turn, since several of its news may come together; and painted in a turn of its own.
void MainWindow::refreshSoon()
{
    if (std::exchange(refreshAsked_, true))
        return;
    Turns::later(this, [this] {
        refreshAsked_ = false;
        paintLater();
        refreshShown();
    });
}

void MainWindow::paintLater()
{
    stack_->setUpdatesEnabled(false);
    Turns::later(this, [this] { stack_->setUpdatesEnabled(true); });
}

// Pages that do not show wait until they do: four at once would take longer than a window may.
void MainWindow::refreshShown()
{
    const auto index = size_t(stack_->currentIndex());
    if (!std::exchange(stale_[index], false))
        return;
    pages_[index]->refresh();
    pages_[index]->selectDriver(driver_);
}

void MainWindow::open(const Settings& settings)
{
    session_.open(settings);
}

// The database cannot be used: what it says, and what can be done. Nothing of it is deleted.
void MainWindow::showFailure(const Error& error)
{
    using Action = EmptyView::Action;
    std::vector<Action> actions = {{QStringLiteral("retry"), tr("Try again"), QStringLiteral("sync"), false}};
    if (error.code == ErrorCode::DamagedDatabase) {
        for (const BackupFile& backup : session_.backups())
            if (actions.size() < 4)
                actions.push_back({QStringLiteral("restore:") + backup.file,
                                   tr("Use the backup of %1").arg(RaceWords::shortMoment(backup.made)),
                                   QStringLiteral("history"), actions.size() == 1});
        actions.push_back(
            {QStringLiteral("afresh"), tr("Start with a new database"), QStringLiteral("table"), false});
    }
    failure_->show(QStringLiteral("error"), error.message,
                   error.code == ErrorCode::DamagedDatabase
                       ? tr("%1\nThe damaged file is kept under another name.").arg(error.advice)
                       : error.advice,
                   actions);
    centre_->setCurrentWidget(failure_);
}

void MainWindow::notify(const QString& head, const QString& words)
{
    if (!preferences_.notifications() || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!tray_) {
        tray_ = new QSystemTrayIcon(windowIcon(), this);
        connect(tray_, &QSystemTrayIcon::messageClicked, this, &MainWindow::raiseToFront);
    }
    tray_->show();
    tray_->showMessage(head, words);
}

void MainWindow::showNotice()
{
    const ForecastView* shown = session_.shown();
    const bool preview = shown && shown->prediction.kind == PredictionKind::Preview &&
                         stack_->currentIndex() == PredictionPageIndex;
    notice_->setVisible(preview);
    if (!preview)
        return;
    const FreezeWindow& window = session_.page()->overview.window;
    QStringList words;
    if (window.open)
        words << tr("The freeze window is open: Predict locks a prediction.");
    else if (window.opens && *window.opens > session_.now())
        words << (window.estimated
                      ? tr("Freezing opens when the qualifying classification is published, about %1.")
                      : tr("Freezing opens %1."))
                     .arg(RaceWords::moment(*window.opens));
    QString text = words.join(u' ');
    if (!shown->warnings.isEmpty())
        text += u'\n' + warningTexts(shown->warnings).join(u' ');
    notice_->setText(tr("This is a preview and is not stored."), text);
}

void MainWindow::showTheme()
{
    const ThemeMode mode = preferences_.theme();
    actions_->themeSystem->setChecked(mode == ThemeMode::System);
    actions_->themeLight->setChecked(mode == ThemeMode::Light);
    actions_->themeDark->setChecked(mode == ThemeMode::Dark);
    actions_->hideResults->setChecked(preferences_.hideResults());
    theme_.setMode(mode);
}

void MainWindow::tick()
{
    const auto& page = session_.page();
    if (!page)
        return;
    const QDateTime now = session_.now();
    const qint64 minute = now.toSecsSinceEpoch() / 60;
    const bool newMinute = minute != minuteShown_;
    if (!newMinute && !HeaderWords::countsSeconds(*page, now))
        return;
    header_->setState(HeaderWords::state(*page, session_.shown(), now, session_.resultsHidden()));
    if (!newMinute)
        return;
    minuteShown_ = minute;
    raceList_->setNow(now);
    status_->setStatus(session_.status(), now);
    updateActions(); // the start may have passed
    session_.minutePassed();
}

void MainWindow::setNarrow(bool narrow)
{
    narrow_ = narrow;
    raceList_->setCompact(narrow);
    const int kept = preferences_.session(QStringLiteral("listWidth"), scaled(ListWidth)).toInt();
    const int list = narrow ? scaled(NarrowListWidth) : kept;
    body_->setSizes({list, std::max(1, width() - list)});
    header_->setNarrow(narrow);
    status_->setNarrow(narrow);
    for (Page* page : pages_)
        page->setNarrow(narrow);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < scaled(NarrowWidth);
    if (narrow != narrow_)
        setNarrow(narrow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (const QString loss = session_.loss(); !loss.isEmpty() && !closing_) {
        event->ignore();
        return askBeforeClosing(loss);
    }
    preferences_.setSession(QStringLiteral("geometry"), saveGeometry());
    session_.cancel();
    event->accept();
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
    connect(&session_, &Session::workFinished, question, &QDialog::reject); // nothing is at stake any more
    question->open();
}

int MainWindow::scaled(int pixels) const
{
    return int(pixels * textScale(fontMetrics()));
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::say(Severity severity, const QString& what, const QString& kept)
{
    messages_->show({severity, what, kept, {}, {}});
}

} // namespace parcferme

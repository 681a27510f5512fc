#include "ui/window/MainWindow.h"

#include "ui/base/Preferences.h"
#include "ui/pages/Page.h"
#include "ui/session/HeaderState.h"
#include "ui/session/PreviewNotice.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/window/Actions.h"
#include "ui/window/FailureView.h"
#include "ui/window/MessageBar.h"
#include "ui/window/Notifier.h"
#include "ui/window/PageStack.h"
#include "ui/window/Placement.h"
#include "ui/window/RaceHeader.h"
#include "ui/window/RaceListPanel.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/ToolStrip.h"

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int NarrowWidth = 1200;
constexpr int LowHeight = 560; // under it the header gives room to the table
constexpr QSize LeastSize(910, 480);
constexpr QSize BestSize(1440, 900);
// How large the frame of the window is, is not known before it shows: pixels that are enough.
constexpr QMargins FrameRoom(2, 40, 2, 2);
constexpr int TickMs = 1000; // the countdown shows seconds in its last hour
constexpr int ListWidth = 240;
constexpr int NarrowListWidth = 188;
constexpr double NarrowListPart = 0.35; // of what the window is wider than the least

} // namespace

MainWindow::MainWindow(TrackerThread& tracker, const Clock& clock, Preferences& preferences,
                       FileDialogs& dialogs, Theme& theme)
    : windowModel_(tracker, clock, preferences), preferences_(preferences), dialogs_(dialogs), theme_(theme),
      actions_(std::make_unique<Actions>(*this)), notifier_(new Notifier(*this))
{
    setWindowTitle(tr("Parc Fermé"));
    build();
    connectModel();
    connectActions();
    connectRaceActions();
    connectViews();
    restore();
    ticker_.setInterval(TickMs);
    connect(&ticker_, &QTimer::timeout, this, &MainWindow::tick);
    ticker_.start();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    tools_ = new ToolStrip(*actions_);
    messages_ = new MessageBar;
    raceList_ = new RaceListPanel;
    status_ = new StatusStrip(actions_->cancel);
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
    failure_ = new FailureView(windowModel_);
    centre_ = new QStackedWidget;
    centre_->addWidget(body_);
    centre_->addWidget(failure_);
    layout->addWidget(centre_, 1);
    layout->addWidget(status_);
    setCentralWidget(centre);
}

QWidget* MainWindow::buildRight()
{
    notice_ = new Banner(Severity::Info);
    notice_->setObjectName(QStringLiteral("previewNotice"));
    notice_->hide();
    header_ = new RaceHeader;
    pages_ = new PageStack(
        {windowModel_, preferences_, dialogs_, [this](Command command) { return actions_->of(command); }});
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(pages_, 1);
    pages_->setNotice(notice_);
    return right;
}

void MainWindow::restore()
{
    resize(BestSize);
    restoreGeometry(preferences_.windowState(QStringLiteral("geometry")).toByteArray());
    placeOnScreen();
    setNarrow(width() < scaled(NarrowWidth));
    showTheme();
    const QString page = preferences_.windowState(QStringLiteral("page")).toString();
    pages_->showKey(preferences_.windowState(QStringLiteral("tab")).toString());
    pages_->showKey(page);
    raceList_->takeFocus();
    updateActions();
}

// Within the screen, which may be smaller than the one where the window was left. A maximised window is the
// desktop's matter.
void MainWindow::placeOnScreen()
{
    const QScreen* under = QGuiApplication::screenAt(geometry().center());
    const QRect available = (under ? under : screen())->availableGeometry();
    const QRect room = available.marginsRemoved(FrameRoom);
    setMinimumSize(LeastSize.boundedTo(room.size()));
    const bool fillsIt = windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen);
    if (!fillsIt && !available.contains(geometry()))
        setGeometry(placedIn(room, geometry()));
}

void MainWindow::showRaces()
{
    raceList_->setHidden(windowModel_.hidden());
    messages_->setHidden(windowModel_.hidden());
    raceList_->setRaces(windowModel_.races(), windowModel_.now());
    raceList_->setCurrent(windowModel_.race());
    search(tools_->search()->text());
    showFigures();
}

void MainWindow::showRace()
{
    raceList_->setCurrent(windowModel_.race());
    messages_->raceOpened(windowModel_.race());
    const auto& race = windowModel_.raceView();
    showHeader();
    if (race) {
        header_->setState(headerState(windowModel_.now()));
        // The hash is made anew with the facts, and would be the last that Tab comes to.
        for (const auto& name : {QStringLiteral("ledgerHash"), QStringLiteral("pickHash")})
            if (auto* hash = header_->findChild<QAbstractButton*>(name))
                setTabOrder(raceList_->view(), hash);
    }
    pages_->refreshAll();
    showNotice();
    updateActions();
}

void MainWindow::open(const Settings& settings)
{
    windowModel_.open(settings);
}

void MainWindow::showFailure(const Error& error)
{
    failure_->showFailure(error);
    centre_->setCurrentWidget(failure_);
}

void MainWindow::showNotice()
{
    const ForecastView* shown = windowModel_.shown();
    const bool preview = shown && shown->prediction.kind == PredictionKind::Preview &&
                         pages_->currentEntry().id == PageId::Prediction &&
                         windowModel_.players() == PlayerView::Model;
    notice_->setVisible(preview);
    if (!preview)
        return;
    const auto notice =
        PreviewNotice::of(windowModel_.raceView()->overview.window, *shown, windowModel_.now());
    notice_->setText(notice.lead, notice.words);
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
    const auto& race = windowModel_.raceView();
    if (!race)
        return;
    const QDateTime now = windowModel_.now();
    const qint64 minute = now.toSecsSinceEpoch() / 60;
    const bool newMinute = minute != minuteShown_;
    if (!newMinute && !HeaderWords::countsSeconds(*race, now))
        return;
    header_->setState(headerState(now));
    if (!newMinute)
        return;
    minuteShown_ = minute;
    raceList_->setNow(now);
    status_->setStatus(windowModel_.status(), now);
    updateActions(); // the start may have passed
    windowModel_.minutePassed();
}

void MainWindow::setNarrow(bool narrow)
{
    narrow_ = narrow;
    raceList_->setCompact(narrow);
    const int kept = preferences_.windowState(QStringLiteral("listWidth"), scaled(ListWidth)).toInt();
    if (!narrow)
        body_->setSizes({kept, std::max(1, width() - kept)});
    status_->setNarrow(narrow);
    pages_->setNarrow(narrow);
    // Pages that are hidden would still ask for the width of table and chart beside each other.
    body_->widget(1)->setMinimumWidth(narrow ? scaled(LeastSize.width() - NarrowListWidth) - 1 : 0);
}

// In a narrow window the pages have the width that they need, and of what is over the list gets its part, so
// that names are cut only where there is no room.
void MainWindow::fitList()
{
    const int over = std::max(0, width() - scaled(LeastSize.width()));
    const int list = std::min(scaled(NarrowListWidth) + int(over * NarrowListPart), scaled(ListWidth));
    body_->setSizes({list, std::max(1, width() - list)});
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < scaled(NarrowWidth);
    if (narrow != narrow_)
        setNarrow(narrow);
    if (narrow && !narrowListMoved_)
        fitList();
    header_->setLow(height() < scaled(LowHeight));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (const QString loss = windowModel_.loss(); !loss.isEmpty() && !closing_) {
        event->ignore();
        return askBeforeClosing(loss);
    }
    preferences_.setWindowState(QStringLiteral("geometry"), saveGeometry());
    windowModel_.cancel();
    event->accept();
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
    tell({severity, what, kept, {}, {}});
}

void MainWindow::tell(Message message)
{
    message.at = windowModel_.now();
    messages_->show(message);
}

} // namespace parcferme

// How the pane of one's own order is put together: tools, rows, slopes, panels.
#include "ui/base/Preferences.h"
#include "ui/charts/PickSlopeChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/PicksPane.h"
#include "ui/picks/KeysPanel.h"
#include "ui/picks/LockPanel.h"
#include "ui/picks/OrderView.h"
#include "ui/picks/WinnerPanel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SegmentBar.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int SlopesWidth = 180; // at normal text size
constexpr int PanelsWidth = 310;
constexpr int MostPanelsWidth = 370;
constexpr QLatin1StringView OrderKey("order");
constexpr QLatin1StringView SlopesKey("slopes");
constexpr QLatin1StringView WinnerKey("winner");
constexpr QLatin1StringView KeysKey("keys");

} // namespace

PicksPane::PicksPane(Preferences& preferences, FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent), preferences_(preferences), tools_(new QHBoxLayout),
      views_(new SegmentBar(tr("View"), this)), start_(new QPushButton(tr("Start fro&m"), this)),
      startMenu_(new QMenu(this)), undo_(new QPushButton(tr("&Undo"), this)),
      csv_(new QPushButton(tr("CSV"), this)), hide_(new QCheckBox(tr("Hide the model &while I pick"), this)),
      why_(new QLabel(this)), lock_(new QPushButton(tr("Loc&k my picks"), this))
{
    setObjectName(QStringLiteral("picksPane"));
    buildTools();
    buildStart();
    buildContent(dialogs);
    arrange();
    connect(&editor_, &OrderEditor::changed, this, [this] {
        showOrder();
        if (picks_)
            showOffer();
    });
    connect(&editor_, &OrderEditor::settled, this, &PicksPane::save);
    connect(winner_, &WinnerPanel::chanceChanged, this, [this] {
        chance_ = winner_->chance();
        save();
    });
    connect(view_, &OrderView::placeTyped, this, &PicksPane::typed);
    connect(view_->verticalScrollBar(), &QScrollBar::valueChanged, this, &PicksPane::fit);
}

void PicksPane::buildTools()
{
    views_->setItems({{QString(OrderKey), tr("Order")},
                      {QString(SlopesKey), tr("Slopes")},
                      {QString(WinnerKey), tr("Winner")},
                      {QString(KeysKey), tr("Keys")}});
    views_->setObjectName(QStringLiteral("picksView"));
    start_->setObjectName(QStringLiteral("pickStart"));
    start_->setIcon(icon(QStringLiteral("table")));
    start_->setMenu(startMenu_);
    undo_->setObjectName(QStringLiteral("pickUndo"));
    undo_->setIcon(icon(QStringLiteral("undo")));
    undo_->setToolTip(tr("Undo the last move (Ctrl+Z)"));
    csv_->setObjectName(QStringLiteral("picksCsv"));
    csv_->setIcon(icon(QStringLiteral("download")));
    csv_->setToolTip(tr("Export this table as CSV (Ctrl+E)"));
    hide_->setObjectName(QStringLiteral("hideModel"));
    hide_->setToolTip(tr("Its columns, the slopes and its chance for the winner do not show until the picks "
                         "are locked"));
    why_->setObjectName(QStringLiteral("pickWhy"));
    why_->setTextFormat(Qt::PlainText);
    why_->setFont(labelFont(font()));
    why_->setForegroundRole(QPalette::PlaceholderText);
    why_->setWordWrap(true);
    why_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    why_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lock_->setObjectName(QStringLiteral("lockPicks"));
    lock_->setIcon(icon(QStringLiteral("lock")));
    tools_->setSpacing(8);
    tools_->addWidget(views_);
    tools_->addWidget(start_);
    tools_->addWidget(undo_);
    tools_->addWidget(csv_);
    tools_->addWidget(hide_);
    tools_->addWidget(why_, 1);
    tools_->addWidget(lock_);
    connect(undo_, &QPushButton::clicked, this, [this] { editor_.undo(); });
    connect(csv_, &QPushButton::clicked, this, [this] { table_->exportCsv(); });
    connect(lock_, &QPushButton::clicked, this, [this] {
        chance_ = winner_->chance(); // it may not have come to a rest
        save();
        Q_EMIT lockWanted();
    });
    connect(views_, &SegmentBar::chosen, this, &PicksPane::arrange);
    hide_->setChecked(hidesModel(preferences_));
    connect(hide_, &QCheckBox::toggled, this, [this](bool on) {
        preferences_.setWindowState(QStringLiteral("hideModelWhilePicking"), on);
        hideAction_->setChecked(on);
        arrange();
        showOrder();
        Q_EMIT modelHidden();
    });
}

void PicksPane::buildStart()
{
    const std::pair<PickStart, QString> starts[] = {
        {PickStart::Model, tr("&Model's order")}, {PickStart::Qualifying, tr("&Qualifying order")},
        {PickStart::Grid, tr("&Grid order")},     {PickStart::LastOrder, tr("My &last order")},
        {PickStart::Empty, tr("&Empty")},
    };
    for (const auto& [from, words] : starts)
        connect(startMenu_->addAction(words), &QAction::triggered, this,
                [this, from = from] { startFrom(from); });
    const auto action = [made = startMenu_->actions()](PickStart from) {
        return made.value(int(from)); // as they are counted above
    };
    startMenu_->addSeparator();
    hideAction_ = startMenu_->addAction(tr("&Hide the model while I pick"));
    hideAction_->setCheckable(true);
    hideAction_->setChecked(hide_->isChecked());
    connect(hideAction_, &QAction::toggled, hide_, &QCheckBox::setChecked);
    connect(startMenu_, &QMenu::aboutToShow, this, [this, action] {
        action(PickStart::Model)->setEnabled(!modelIsHidden() && !modelPlaces_.isEmpty());
        action(PickStart::Qualifying)->setEnabled(!grid_.isEmpty());
        action(PickStart::Grid)->setEnabled(gridKnown_);
        hideAction_->setVisible(narrow_);
    });
}

void PicksPane::buildContent(FileDialogs& dialogs)
{
    view_ = new OrderView(QStringLiteral("picks"), &model_, editor_, preferences_);
    view_->giveUpColumns({}, {QStringLiteral("team"), QStringLiteral("qualified"), QStringLiteral("grid")});
    table_ = new TablePanel({QStringLiteral("picks"), tr("My picks"), QStringLiteral("picks"), -1}, view_,
                            preferences_, dialogs, this);
    table_->hideTools();
    slopes_ = new PickSlopeChart;
    deck_ = new ChartDeck(QStringLiteral("picks"), {{QStringLiteral("slopes"), tr("Slopes"), slopes_}},
                          preferences_, dialogs, this);
    deck_->hideTools();
    auto* stacked = new QWidget;
    winner_ = new WinnerPanel;
    locking_ = new LockPanel;
    keys_ = new KeysPanel;
    auto* column = new QVBoxLayout(stacked);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(winner_);
    column->addWidget(locking_);
    column->addWidget(keys_, 1);
    panels_ = new QScrollArea(this);
    panels_->setFrameShape(QFrame::NoFrame);
    panels_->setWidgetResizable(true);
    panels_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panels_->setFocusPolicy(Qt::NoFocus); // follows the focus of what is in it
    panels_->setWidget(stacked);
    auto* body = new QHBoxLayout;
    body->setSpacing(8);
    body->addWidget(table_, 3);
    body->addWidget(deck_);
    body->addWidget(panels_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(tools_);
    layout->addLayout(body, 1);
}

// All beside each other, or one of them.
void PicksPane::arrange()
{
    const double scale = textScale(fontMetrics());
    const QString view = narrow_ ? views_->current() : QString();
    const auto shows = [&](QLatin1StringView key) { return !narrow_ || view == key; };
    views_->setVisible(narrow_);
    table_->setVisible(shows(OrderKey));
    deck_->setVisible(shows(SlopesKey) && !modelIsHidden());
    panels_->setVisible(shows(WinnerKey) || shows(KeysKey));
    winner_->setVisible(shows(WinnerKey));
    locking_->setVisible(shows(WinnerKey));
    keys_->setVisible(shows(KeysKey));
    deck_->setMinimumWidth(int(SlopesWidth * scale));
    deck_->setMaximumWidth(narrow_ ? QWIDGETSIZE_MAX : int(SlopesWidth * scale));
    panels_->setMinimumWidth(int(PanelsWidth * scale));
    panels_->setMaximumWidth(narrow_ ? QWIDGETSIZE_MAX : int(MostPanelsWidth * scale));
    hide_->setVisible(!narrow_ && editor_.isEditable());
    start_->setText(narrow_ ? QString() : tr("Start fro&m"));
    start_->setAccessibleName(narrow_ ? tr("Start from") : QString());
    start_->setToolTip(narrow_ ? tr("Start from") : QString());
    undo_->setText(narrow_ ? QString() : tr("&Undo"));
    undo_->setAccessibleName(narrow_ ? tr("Undo") : QString());
    csv_->setText(narrow_ ? QString() : tr("CSV"));
    csv_->setAccessibleName(narrow_ ? tr("CSV") : QString());
    fit();
    Q_EMIT arranged();
}

} // namespace parcferme

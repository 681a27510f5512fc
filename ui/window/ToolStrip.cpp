#include "ui/window/ToolStrip.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

#include <utility>

namespace parcferme {

ToolStrip::ToolStrip(const Actions& actions, QWidget* parent)
    : QWidget(parent), actions_(actions), season_(new QComboBox(this)), search_(new QLineEdit(this)),
      predict_(new QPushButton(this)), sync_(new QPushButton(tr("S&ync results"), this)),
      syncSeason_(new QPushButton(tr("Syn&c season"), this))
{
    auto* seasonLabel = new QLabel(tr("Seaso&n"), this);
    seasonLabel->setBuddy(season_);
    seasonLabel->setForegroundRole(QPalette::PlaceholderText);
    season_->setObjectName(QStringLiteral("seasonBox"));
    season_->setAccessibleName(tr("Season"));
    season_->setMaxVisibleItems(28);
    search_->setObjectName(QStringLiteral("raceSearch"));
    search_->setAccessibleName(tr("Search the races of the season"));
    search_->setToolTip(
        tr("Looks through this season and lists what other seasons have: \"monza 2025\". Down "
           "and Enter go to what is found, Escape clears."));
    search_->installEventFilter(this);
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("search"), &Tokens::muted), QLineEdit::LeadingPosition);
    search_->setFixedWidth(fontMetrics().averageCharWidth() * 32);
    predict_->setObjectName(QStringLiteral("predictButton"));
    sync_->setObjectName(QStringLiteral("syncButton"));
    sync_->setToolTip(tr("Fetch the official result of this race and judge its prediction (F5)"));
    syncSeason_->setObjectName(QStringLiteral("syncSeasonButton"));
    syncSeason_->setIcon(icon(QStringLiteral("sync")));
    syncSeason_->setToolTip(tr("Fetch calendar, qualifying and results of the season (Shift+F5)"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(seasonLabel);
    layout->addWidget(season_);
    layout->addSpacing(8);
    layout->addWidget(search_);
    layout->addStretch(1);
    layout->addWidget(predict_);
    layout->addWidget(sync_);
    layout->addWidget(syncSeason_);
    connect(season_, &QComboBox::currentIndexChanged, this,
            [this](int index) { Q_EMIT seasonChosen(season_->itemData(index).toInt()); });
    connect(search_, &QLineEdit::textChanged, this, &ToolStrip::searchChanged);
    connect(predict_, &QPushButton::clicked, this, [this] { predictAction()->trigger(); });
    for (const QAction* action : {actions_.predict, actions_.preview})
        connect(action, &QAction::enabledChanged, this, &ToolStrip::showPredict);
    const auto follow = [](QPushButton* button, QAction* action) {
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    };
    follow(sync_, actions_.syncResults);
    connect(actions_.syncResults, &QAction::enabledChanged, this, &ToolStrip::showSync);
    follow(syncSeason_, actions_.syncSeason);
    showPredict();
    showSync();
}

void ToolStrip::setPredict(const PredictOffer& offer)
{
    if (offer_ == offer)
        return;
    offer_ = offer;
    showPredict();
}

// One button for two actions: which of them it is now.
QAction* ToolStrip::predictAction() const
{
    return offer_.role == PredictOffer::Role::Preview ? actions_.preview : actions_.predict;
}

void ToolStrip::showPredict()
{
    using Role = PredictOffer::Role;
    const bool preview = offer_.role == Role::Preview;
    const bool primary = offer_.role == Role::Freeze;
    const bool enabled = predictAction()->isEnabled();
    predict_->setText(preview ? tr("&Preview") : tr("&Predict"));
    predict_->setIcon(icon(preview                           ? QStringLiteral("eye")
                           : offer_.role == Role::Retrospect ? QStringLiteral("history")
                                                             : QStringLiteral("lock"),
                           primary && enabled ? &Tokens::onAccent : &Tokens::text));
    predict_->setToolTip(offer_.reason);
    predict_->setEnabled(enabled);
    setPrimary(predict_, primary);
}

void ToolStrip::setSyncDue(bool due)
{
    if (std::exchange(syncDue_, due) != due)
        showSync();
}

void ToolStrip::showSync()
{
    const bool filled = syncDue_ && sync_->isEnabled();
    sync_->setIcon(icon(QStringLiteral("sync"), filled ? &Tokens::onAccent : &Tokens::text));
    setPrimary(sync_, syncDue_);
}

void ToolStrip::setSeasons(const std::vector<int>& seasons, int current)
{
    const QSignalBlocker blocker(season_);
    season_->clear();
    for (const int year : seasons)
        season_->addItem(QString::number(year), year);
    season_->setCurrentIndex(season_->findData(current));
    search_->setPlaceholderText(tr("Search the races of %1").arg(current));
}

bool ToolStrip::eventFilter(QObject* watched, QEvent* event)
{
    const bool shortcut = event->type() == QEvent::ShortcutOverride;
    if (watched != search_ || (!shortcut && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !search_->text().isEmpty()) {
        event->accept(); // else it would stop the work that runs
        if (!shortcut)
            search_->clear();
        return true;
    }
    if (shortcut)
        return QWidget::eventFilter(watched, event);
    if (key == Qt::Key_Down) {
        Q_EMIT searchLeft();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT searchEntered();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ToolStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens(this).border);
}

void ToolStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    if (offer_.role == PredictOffer::Role::Freeze) {
        setPrimary(predict_, false);
        showPredict();
    }
    if (syncDue_) {
        setPrimary(sync_, false);
        showSync();
    }
}

} // namespace parcferme

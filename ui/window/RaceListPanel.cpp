#include "ui/window/RaceListPanel.h"

#include "tables/RaceListModel.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/window/EntryList.h"
#include "ui/window/OtherSeasons.h"
#include "ui/window/RaceListDelegate.h"
#include "ui/window/RaceSearchModel.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int Edge = 12;
constexpr int NameColumn = 1;

} // namespace

RaceListPanel::RaceListPanel(QWidget* parent)
    : QWidget(parent), model_(new RaceListModel(this)), found_(new RaceSearchModel(model_, this)),
      delegate_(new RaceListDelegate(this)), entries_(new EntryList(this)), view_(new QListView(this)),
      others_(new OtherSeasons(this))
{
    view_->setModel(found_);
    view_->setModelColumn(NameColumn);
    view_->setItemDelegate(delegate_);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setUniformItemSizes(true);
    view_->setMouseTracking(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setAccessibleName(tr("Races of the season"));
    view_->setObjectName(QStringLiteral("raceList"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(entries_);
    layout->addSpacing(headingHeight());
    layout->addWidget(view_, 1);
    layout->addWidget(others_);
    others_->hide();
    entries_->installEventFilter(this);
    view_->installEventFilter(this);
    connect(entries_, &EntryList::pageChosen, this, [this](PageId page) {
        setEntry(page);
        Q_EMIT pageChosen(page);
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (restoring_ || !index.isValid())
                    return;
                current_ = index.data(RaceRole).toLongLong();
                setEntry({});
                Q_EMIT raceChosen(current_);
            });
    connect(others_, &OtherSeasons::raceChosen, this, &RaceListPanel::otherSeasonChosen);
    connect(others_, &OtherSeasons::left, this, [this] { chooseRace(found_->rowCount() - 1); });
    setEntry({});
}

void RaceListPanel::setRaces(std::vector<RaceOverview> races, const QDateTime& now)
{
    const QScopedValueRollback guard(restoring_, true);
    model_->setRaces(std::move(races), now);
    restoreCurrent();
    fitView();
}

void RaceListPanel::setSearch(const QString& text)
{
    const QScopedValueRollback guard(restoring_, true);
    found_->setSearch(text);
    restoreCurrent();
    if (text.trimmed().isEmpty())
        others_->hide();
    fitView();
}

// While something is searched only as high as what is found: the other seasons follow at once.
void RaceListPanel::fitView()
{
    const int row = std::max(0, view_->sizeHintForRow(0));
    const int all = found_->rowCount() * row;
    view_->setMaximumHeight(others_->isHidden() ? QWIDGETSIZE_MAX : all);
    view_->setMinimumHeight(others_->isHidden() ? 0 : std::min(all, 2 * row));
}

void RaceListPanel::setFound(const std::vector<Race>& races)
{
    if (model_->rowCount() == 0)
        return;
    const int season = model_->race(0)->race.year;
    std::vector<Race> others = races;
    std::erase_if(others, [season](const Race& race) { return race.year == season; });
    others_->show(season, found_->rowCount(), model_->rowCount(), others);
    others_->setVisible(true);
    fitView();
}

void RaceListPanel::enterFound()
{
    if (found_->rowCount() > 0)
        chooseRace(0);
    else if (others_->hasRaces())
        others_->enter();
}

void RaceListPanel::openFound()
{
    if (found_->rowCount() > 0)
        chooseRace(0);
    else if (others_->hasRaces())
        others_->openFirst();
}

void RaceListPanel::setNow(const QDateTime& now)
{
    const QScopedValueRollback guard(restoring_, true);
    model_->setNow(now);
}

QModelIndex RaceListPanel::indexOf(RaceId race) const
{
    const int row = model_->rowOf(race);
    return row < 0 ? QModelIndex() : found_->mapFromSource(model_->index(row, NameColumn));
}

void RaceListPanel::setHidden(const HiddenRaces& hidden)
{
    const QScopedValueRollback guard(restoring_, true);
    model_->setHidden(hidden);
}

void RaceListPanel::setCompact(bool compact)
{
    compact_ = compact;
    delegate_->setCompact(compact);
    entries_->setCompact(compact);
    view_->viewport()->update();
    update();
}

void RaceListPanel::setCurrent(RaceId race)
{
    current_ = race;
    restoreCurrent();
}

void RaceListPanel::setEntry(const std::optional<PageId>& page)
{
    const bool hadFocus = entries_->hasFocus() || view_->hasFocus();
    entries_->setChosen(page);
    // One stop for Tab: where the choice is.
    entries_->setFocusPolicy(page ? Qt::StrongFocus : Qt::ClickFocus);
    view_->setFocusPolicy(page ? Qt::ClickFocus : Qt::StrongFocus);
    if (hadFocus)
        takeFocus();
    restoreCurrent();
}

void RaceListPanel::setFigure(PageId page, const QString& figure)
{
    entries_->setFigure(page, figure);
}

void RaceListPanel::takeFocus()
{
    (entries_->chosen() ? static_cast<QWidget*>(entries_) : view_)->setFocus(Qt::OtherFocusReason);
}

bool RaceListPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* press = static_cast<QKeyEvent*>(event);
    if (press->modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    if (watched == entries_ ? leaveEntries(press->key()) : leaveRaces(press->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool RaceListPanel::leaveEntries(int key)
{
    const bool atEnd = entries_->currentIndex().row() == entries_->rows() - 1;
    if ((key == Qt::Key_Down && atEnd) || key == Qt::Key_PageDown)
        chooseRace(0);
    else if (key == Qt::Key_End)
        chooseRace(found_->rowCount() - 1);
    else
        return false;
    return true;
}

bool RaceListPanel::leaveRaces(int key)
{
    if (key == Qt::Key_Down && others_->hasRaces() && view_->currentIndex().row() == found_->rowCount() - 1)
        others_->enter();
    else if (key == Qt::Key_Up && view_->currentIndex().row() <= 0)
        chooseEntry(entries_->rows() - 1);
    else if (key == Qt::Key_Home)
        chooseEntry(0);
    else
        return false;
    return true;
}

void RaceListPanel::chooseEntry(int row)
{
    entries_->setFocus(Qt::OtherFocusReason);
    entries_->setCurrentIndex(entries_->model()->index(row, 0));
}

void RaceListPanel::chooseRace(int row)
{
    if (row < 0 || row >= found_->rowCount())
        return;
    view_->setFocus(Qt::OtherFocusReason);
    view_->setCurrentIndex(found_->index(row, NameColumn));
}

RaceId RaceListPanel::current() const
{
    return current_;
}

void RaceListPanel::step(int rows)
{
    const QModelIndex index = indexOf(current_);
    const int row = index.isValid() ? index.row() + rows : 0;
    if (row >= 0 && row < found_->rowCount())
        view_->setCurrentIndex(found_->index(row, NameColumn));
}

void RaceListPanel::restoreCurrent()
{
    const QScopedValueRollback guard(restoring_, true);
    const QModelIndex index = indexOf(current_);
    if (!index.isValid() || entries_->chosen())
        return view_->selectionModel()->clear();
    view_->setCurrentIndex(index);
    view_->scrollTo(index);
}

int RaceListPanel::headingHeight() const
{
    return scaledHeight(QFontMetrics(labelFont(font())), 30);
}

QSize RaceListPanel::sizeHint() const
{
    return {int(240 * textScale(fontMetrics())), 400};
}

void RaceListPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& theme = tokens(this);
    painter.fillRect(rect(), theme.base);
    const QRect heading(0, entries_->geometry().bottom() + 1, width(), headingHeight());
    painter.fillRect(heading.adjusted(0, 0, 0, -1), theme.alt);
    for (const int y : {heading.top(), heading.bottom()})
        painter.fillRect(QRect(0, y, width(), 1), theme.border);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.border);
    painter.setFont(labelFont(font()));
    painter.setPen(theme.muted);
    const int names = RaceListDelegate::nameOffset(QFontMetrics(view_->font()));
    painter.drawText(QRect(Edge, heading.top(), names - 8 - Edge, heading.height()),
                     Qt::AlignRight | Qt::AlignVCenter, tr("Rd", "round, as heading of the race list"));
    painter.drawText(QRect(names, heading.top(), width() - names, heading.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("Race"));
    painter.drawText(QRect(names, heading.top(), width() - names - Edge - 1, heading.height()),
                     Qt::AlignRight | Qt::AlignVCenter, compact_ ? tr("MAE") : tr("MAE or state"));
}

} // namespace parcferme

#include "ui/window/RaceListPanel.h"

#include "tables/RaceListModel.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/window/RaceListDelegate.h"
#include "ui/window/RaceSearchModel.h"

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
      delegate_(new RaceListDelegate(this)), view_(new QListView(this))
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
    layout->setContentsMargins(0, headingHeight(), 1, 0);
    layout->addWidget(view_);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (restoring_ || !index.isValid())
                    return;
                current_ = index.data(RaceRole).toLongLong();
                Q_EMIT raceChosen(current_);
            });
}

void RaceListPanel::setRaces(std::vector<RaceOverview> races, const QDateTime& now)
{
    const QScopedValueRollback guard(restoring_, true);
    model_->setRaces(std::move(races), now);
    restoreCurrent();
}

void RaceListPanel::setSearch(const QString& text)
{
    const QScopedValueRollback guard(restoring_, true);
    found_->setSearch(text);
    restoreCurrent();
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

void RaceListPanel::setHidden(bool hidden, const QSet<RaceId>& revealed)
{
    model_->setHidden(hidden, revealed);
}

void RaceListPanel::setCompact(bool compact)
{
    compact_ = compact;
    delegate_->setCompact(compact);
    view_->viewport()->update();
    update();
}

void RaceListPanel::setCurrent(RaceId race)
{
    current_ = race;
    restoreCurrent();
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
    if (!index.isValid())
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
    const QRect heading(0, 0, width(), headingHeight());
    painter.fillRect(heading.adjusted(0, 0, 0, -1), theme.alt);
    painter.fillRect(QRect(0, heading.bottom(), width(), 1), theme.border);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.border);
    painter.setFont(labelFont(font()));
    painter.setPen(theme.muted);
    const int names = RaceListDelegate::nameOffset(QFontMetrics(view_->font()));
    painter.drawText(QRect(Edge, 0, names - 8 - Edge, heading.height()), Qt::AlignRight | Qt::AlignVCenter,
                     tr("Rd", "round, as heading of the race list"));
    painter.drawText(QRect(names, 0, width() - names, heading.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Race"));
    painter.drawText(QRect(names, 0, width() - names - Edge - 1, heading.height()),
                     Qt::AlignRight | Qt::AlignVCenter, compact_ ? tr("MAE") : tr("MAE or state"));
}

} // namespace parcferme

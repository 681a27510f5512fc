#include "ui/window/OtherSeasons.h"

#include "tables/Names.h"
#include "tables/TableModel.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int MostRows = 8; // at once; the rest is scrolled to
constexpr int Edge = 12;
constexpr int RowMargin = 4; // that the style leaves before the words of a row

} // namespace

OtherSeasons::OtherSeasons(QWidget* parent)
    : QWidget(parent), words_(new QLabel(this)), list_(new QListWidget(this))
{
    words_->setObjectName(QStringLiteral("searchWords"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setFont(labelFont(font()));
    words_->setForegroundRole(QPalette::PlaceholderText);
    words_->setContentsMargins(Edge, 6, Edge, 6);
    list_->setObjectName(QStringLiteral("otherSeasons"));
    list_->setAccessibleName(tr("Races found in other seasons"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(words_);
    auto* rows = new QHBoxLayout; // their words begin where those above do
    rows->setContentsMargins(Edge - RowMargin, 0, 0, 0);
    rows->addWidget(list_);
    layout->addLayout(rows);
    layout->addStretch(1); // right below what is found in the list, not at the window's foot
    connect(list_, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { choose(list_->row(item)); });
}

void OtherSeasons::show(int season, int here, int of, const std::vector<Race>& others)
{
    races_ = others;
    QString words = here > 0 ? tr("%1 of %2 races of %3.").arg(here).arg(of).arg(season)
                             : tr("Nothing found in %1.").arg(season);
    words += u' ' + (others.empty() ? tr("Nothing in other seasons.") : tr("In other seasons:"));
    words_->setText(words);
    list_->clear();
    for (const Race& race : others) {
        auto* item =
            new QListWidgetItem(QStringLiteral("%1 %2").arg(race.year).arg(shortRaceName(race)), list_);
        item->setToolTip(plainToolTip(placeLines(race)));
    }
    list_->setVisible(!others.empty());
    const int rows = std::min(int(others.size()), MostRows);
    const int height = std::max(1, list_->sizeHintForRow(0));
    list_->setMaximumHeight(rows * height + 2);
    list_->setMinimumHeight(std::min(rows, 2) * height); // a low window has room for no more
}

bool OtherSeasons::hasRaces() const
{
    return isVisible() && !races_.empty();
}

void OtherSeasons::enter()
{
    list_->setFocus(Qt::OtherFocusReason);
    list_->setCurrentRow(0);
}

void OtherSeasons::openFirst()
{
    choose(0);
}

QString OtherSeasons::words() const
{
    return words_->text();
}

void OtherSeasons::choose(int row)
{
    if (row >= 0 && row < int(races_.size()))
        Q_EMIT raceChosen(races_[size_t(row)].year, races_[size_t(row)].id);
}

bool OtherSeasons::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(list_->currentRow());
            return true;
        }
        if (key == Qt::Key_Up && list_->currentRow() <= 0) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parcferme

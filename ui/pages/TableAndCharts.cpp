#include "ui/pages/TableAndCharts.h"

#include "ui/base/Preferences.h"
#include "ui/pages/ChartDeck.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"
#include "ui/widgets/SegmentBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>

namespace parcferme {

namespace {

constexpr QLatin1StringView TableKey("table");

} // namespace

TableAndCharts::TableAndCharts(const QString& name, TablePanel* table, ChartDeck* deck,
                               const std::vector<View>& charts, const QStringList& givenUp,
                               const QStringList& givenUpWhenNarrow, Preferences& preferences,
                               QWidget* parent)
    : QWidget(parent), name_(name), table_(table), deck_(deck), charts_(charts), givenUp_(givenUp),
      givenUpWhenNarrow_(givenUpWhenNarrow), preferences_(preferences),
      views_(new SegmentBar(tr("View"), this)), splitter_(new QSplitter(this))
{
    std::vector<SegmentBar::Item> items = {{QString(TableKey), tr("Table")}};
    for (const View& chart : charts)
        items.push_back({chart.key, chart.title});
    views_->setItems(items);
    views_->hide();
    splitter_->addWidget(table_);
    splitter_->addWidget(deck_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
    connect(views_, &SegmentBar::chosen, this, [this](const QString& key) {
        if (key != TableKey)
            deck_->setCurrent(key);
        arrange();
    });
    connect(deck_, &ChartDeck::currentChanged, this, [this] { arrange(); });
    connect(splitter_, &QSplitter::splitterMoved, this, &TableAndCharts::keepSplitter);
    const QString kept = preferences_.windowState(QStringLiteral("chart/") + name_).toString();
    if (!kept.isEmpty())
        deck_->setCurrent(kept);
    arrange();
}

void TableAndCharts::setNarrow(bool narrow)
{
    if (narrow_ == narrow)
        return;
    narrow_ = narrow;
    arrange();
}

TablePanel* TableAndCharts::currentTable() const
{
    if (narrow_ && views_->current() != TableKey)
        return deck_->shownTable();
    if (TablePanel* shown = deck_->shownTable(); shown && shown->isAncestorOf(focusWidget()))
        return shown;
    return table_;
}

void TableAndCharts::setBarred(const QSet<QString>& columns, const QString& chart, const QString& why)
{
    views_->button(chart)->setEnabled(why.isEmpty());
    views_->button(chart)->setToolTip(why);
    deck_->setBarred(chart, why);
    if (views_->current() == chart && !why.isEmpty())
        views_->setCurrent(TableKey);
    if (std::exchange(barred_, columns) != columns)
        arrange();
}

void TableAndCharts::arrange()
{
    const bool chartOnly = narrow_ && views_->current() != TableKey;
    table_->setVisible(!chartOnly);
    deck_->setVisible(!narrow_ || chartOnly);
    deck_->setSelectorShown(!narrow_);
    table_->setToolsCompact(narrow_);
    deck_->setToolsCompact(narrow_);
    placeLead();
    if (narrow_)
        table_->view()->giveUpColumns(barred_, givenUpWhenNarrow_); // then it scrolls
    else
        table_->view()->giveUpColumns(currentChart().givenUp | barred_, givenUp_);
    preferences_.setWindowState(QStringLiteral("chart/") + name_, deck_->chosen());
    if (!narrow_)
        restoreSplitter();
    placeAcross();
    Q_EMIT arranged();
}

void TableAndCharts::setLead(const QList<QWidget*>& lead)
{
    lead_ = lead;
    placeLead();
    // Once the tools have the look, and so the width, that they are shown with.
    QMetaObject::invokeMethod(this, &TableAndCharts::fitTable, Qt::QueuedConnection);
}

void TableAndCharts::placeLead()
{
    const bool chartOnly = narrow_ && views_->current() != TableKey;
    QHBoxLayout* tools = chartOnly ? deck_->tools() : table_->tools();
    int place = 0;
    if (!lead_.isEmpty())
        tools->insertWidget(place++, lead_.front());
    if (narrow_)
        tools->insertWidget(place++, views_);
    views_->setVisible(narrow_);
    for (QWidget* widget : lead_.mid(1))
        tools->insertWidget(place++, widget);
}

void TableAndCharts::fitTable()
{
    if (!narrow_)
        restoreSplitter();
}

void TableAndCharts::setAcross(QWidget* line)
{
    across_ = line;
    line->setParent(this);
    line->installEventFilter(this);
    placeAcross();
}

void TableAndCharts::placeAcross()
{
    if (!across_)
        return;
    constexpr int Gap = 8;
    const bool shown = !across_->isHidden();
    const int wanted =
        across_->hasHeightForWidth() ? across_->heightForWidth(width()) : across_->sizeHint().height();
    const int height = std::clamp(wanted, across_->minimumHeight(), across_->maximumHeight());
    const int room = shown ? height + Gap : 0;
    table_->setRoomBelowTools(room);
    deck_->setRoomBelowTools(room);
    const int tools = table_->isVisibleTo(this) ? table_->tools()->sizeHint().height()
                                                : deck_->tools()->sizeHint().height();
    across_->setGeometry(0, tools + Gap, width(), height);
    across_->raise();
}

bool TableAndCharts::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (watched == across_ && (type == QEvent::LayoutRequest || type == QEvent::Show ||
                               type == QEvent::Hide || type == QEvent::FontChange))
        QMetaObject::invokeMethod(this, &TableAndCharts::placeAcross, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

const TableAndCharts::View& TableAndCharts::currentChart() const
{
    const auto found = std::find_if(charts_.begin(), charts_.end(),
                                    [this](const View& chart) { return chart.key == deck_->current(); });
    return found == charts_.end() ? charts_.front() : *found;
}

void TableAndCharts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!narrow_)
        restoreSplitter();
    placeAcross();
    QMetaObject::invokeMethod(this, &TableAndCharts::arranged, Qt::QueuedConnection);
}

// As the user left it; else the table and the tools over it get the width that they need, and the chart the
// rest.
void TableAndCharts::restoreSplitter()
{
    const int room = width() - splitter_->handleWidth();
    const QString key = QStringLiteral("splitter/%1-%2").arg(name_, deck_->current());
    const double kept = preferences_.windowState(key).toDouble();
    const int least = int(currentChart().leastWidth * textScale(fontMetrics()));
    const int wanted = std::max(table_->view()->idealWidth() + 2, table_->tools()->sizeHint().width());
    const int table = kept > 0 ? int(room * kept) : std::min(wanted, room - least);
    splitter_->setSizes({std::max(1, table), std::max(1, room - table)});
}

void TableAndCharts::keepSplitter()
{
    const QList<int> sizes = splitter_->sizes();
    const int sum = sizes.value(0) + sizes.value(1);
    if (sum > 0)
        preferences_.setWindowState(QStringLiteral("splitter/%1-%2").arg(name_, deck_->current()),
                                    double(sizes.value(0)) / sum);
}

} // namespace parcferme

#include "ui/pages/TableAndCharts.h"

#include "ui/app/Preferences.h"
#include "ui/pages/ChartDeck.h"
#include "ui/table/TablePanel.h"
#include "ui/widgets/SegmentBar.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace parcferme {

namespace {

constexpr QLatin1StringView TableKey("table");

} // namespace

TableAndCharts::TableAndCharts(const QString& name, TablePanel* table, ChartDeck* deck,
                               const std::vector<View>& charts, const QSet<QString>& givenUp,
                               Preferences& preferences, QWidget* parent)
    : QWidget(parent), name_(name), table_(table), deck_(deck), givenUp_(givenUp), preferences_(preferences),
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
    const QString kept = preferences_.session(QStringLiteral("chart/") + name_).toString();
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

void TableAndCharts::setGivenUpBeside(const QString& chart, const QSet<QString>& columns)
{
    givenUpBeside_.insert(chart, columns);
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

void TableAndCharts::arrange()
{
    const bool chartOnly = narrow_ && views_->current() != TableKey;
    table_->setVisible(!chartOnly);
    deck_->setVisible(!narrow_ || chartOnly);
    deck_->setSelectorShown(!narrow_);
    QHBoxLayout* tools = chartOnly ? deck_->tools() : table_->tools();
    if (narrow_)
        tools->insertWidget(0, views_);
    views_->setVisible(narrow_);
    table_->view()->giveUpColumns(narrow_ ? givenUp_ : givenUpBeside_.value(deck_->current()));
    preferences_.setSession(QStringLiteral("chart/") + name_, deck_->current());
    if (!narrow_)
        restoreSplitter();
}

void TableAndCharts::restoreSplitter()
{
    const QString key = QStringLiteral("splitter/%1-%2").arg(name_, deck_->current());
    const int share =
        preferences_.session(key, givenUpBeside_.contains(deck_->current()) ? 380 : 715).toInt();
    splitter_->setSizes({share, 1000 - share});
}

void TableAndCharts::keepSplitter()
{
    const QList<int> sizes = splitter_->sizes();
    const int sum = sizes.value(0) + sizes.value(1);
    if (sum > 0)
        preferences_.setSession(QStringLiteral("splitter/%1-%2").arg(name_, deck_->current()),
                                sizes.value(0) * 1000 / sum);
}

} // namespace parcferme

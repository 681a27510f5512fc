// The four parts of the track record: two charts, tables in tabs, bias by driver.
#include "ui/charts/ReliabilityChart.h"
#include "ui/charts/SkillChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/RecordPage.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SegmentBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace parcferme {

QWidget* RecordPage::buildCharts(const PageContext& context)
{
    skill_ = new SkillChart;
    skillDeck_ = new ChartDeck(QStringLiteral("skill"), {{QStringLiteral("skill"), tr("Skill"), skill_}},
                               context.preferences, context.dialogs);
    reliability_ = new ReliabilityChart;
    reliabilityDeck_ =
        new ChartDeck(QStringLiteral("reliability"),
                      {{QStringLiteral("reliability"), tr("Reliability"), reliability_, &reliabilityModel_}},
                      context.preferences, context.dialogs);
    events_ = new SegmentBar(tr("Event"));
    events_->setItems({{QStringLiteral("win"), tr("Win")},
                       {QStringLiteral("podium"), tr("Podium")},
                       {QStringLiteral("points"), tr("Points")},
                       {QStringLiteral("pairs"), tr("Pairs")}});
    events_->setCurrent(QStringLiteral("podium"));
    reliabilityDeck_->tools()->insertWidget(0, events_);
    connect(events_, &SegmentBar::chosen, this, &RecordPage::showReliability);
    chartPair_ = new QSplitter;
    chartPair_->setChildrenCollapsible(false);
    chartPair_->addWidget(skillDeck_);
    chartPair_->addWidget(reliabilityDeck_);
    chartPair_->setStretchFactor(0, 5);
    chartPair_->setStretchFactor(1, 3);
    chartPair_->setSizes({705, 295});
    watch(skillDeck_);
    watch(reliabilityDeck_);
    return chartPair_;
}

TablePanel* RecordPage::addTable(const QString& key, const QString& title, TableModel* model,
                                 const PageContext& context)
{
    auto* panel = new TablePanel({key, title, key}, model, context.preferences, context.dialogs);
    panel->setCsvShown(false); // one button for the page
    tableTabs_->addTab(title);
    tables_->addWidget(panel);
    panels_.push_back(panel);
    watch(panel);
    return panel;
}

QWidget* RecordPage::buildTables(const PageContext& context)
{
    tableTabs_ = new QTabBar;
    tableTabs_->setObjectName(QStringLiteral("recordTables"));
    tableTabs_->setDrawBase(false);
    tableTabs_->setExpanding(false);
    tableTabs_->setAccessibleName(tr("Tables of the record"));
    tables_ = new QStackedWidget;
    addTable(QStringLiteral("record-seasons"), tr("By season"), &seasonModel_, context);
    panels_.front()->layout()->addWidget(seasonWords());
    addTable(QStringLiteral("record-races"), tr("By race"), &racesModel_, context);
    addTable(QStringLiteral("record-scores"), tr("All scores"), &scoresModel_, context);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(tableTabs_, 0, Qt::AlignLeft);
    layout->addWidget(tables_, 1);
    connect(tableTabs_, &QTabBar::currentChanged, this, [this](int index) {
        fillRaces();
        tables_->setCurrentIndex(index);
    });
    tablePair_ = new QSplitter;
    tablePair_->setChildrenCollapsible(false);
    tablePair_->addWidget(box);
    tablePair_->addWidget(buildBias(context));
    tablePair_->setStretchFactor(0, 5);
    tablePair_->setStretchFactor(1, 3);
    tablePair_->setSizes({705, 295});
    return tablePair_;
}

QWidget* RecordPage::seasonWords()
{
    auto* words = new QLabel(
        tr("MAE: mean error in positions, lower is better. Difference: minus the grid order's, paired "
           "over races, with its 95 % interval; blue is better than the grid, orange no better, grey "
           "unclear."));
    // The table decides on the width.
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setFont(labelFont(font()));
    words->setForegroundRole(QPalette::PlaceholderText);
    return words;
}

QWidget* RecordPage::buildBias(const PageContext& context)
{
    bias_ =
        new TablePanel({QStringLiteral("record-bias"), tr("Bias by driver"), QStringLiteral("record-bias")},
                       &biasModel_, context.preferences, context.dialogs);
    bias_->setCountWords([](int rows) { return tr("%n drivers", nullptr, rows); });
    watch(bias_);
    auto* head = new QLabel(tr("Bias by driver"));
    head->setTextFormat(Qt::PlainText);
    head->setFont(strongFont(font()));
    auto* words = new QLabel(tr("hollow: under 10 races"));
    words->setTextFormat(Qt::PlainText);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto* heading = new QWidget;
    heading->setFixedHeight(tableTabs_->sizeHint().height());
    auto* line = new QHBoxLayout(heading);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(head);
    line->addWidget(words);
    line->addStretch(1);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(bias_, 1);
    return box;
}

} // namespace parcferme

#include "ui/pages/RecordPage.h"

#include "tables/Names.h"
#include "tracker/Snapshot.h"
#include "ui/app/Preferences.h"
#include "ui/charts/ReliabilityChart.h"
#include "ui/charts/SkillChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/EmptyWords.h"
#include "ui/pages/RecordNote.h"
#include "ui/pages/RecordTools.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/Session.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int RacesTab = 1;
constexpr int LeastHeight = 250; // of each of the four parts

QString seasonSpan(int from, int to)
{
    return from == to ? QString::number(from) : RecordPage::tr("%1 to %2").arg(from).arg(to);
}

} // namespace

RecordPage::RecordPage(Session& session, Preferences& preferences, FileDialogs& dialogs, QWidget* parent)
    : Page(session, parent), preferences_(preferences)
{
    tools_ = new RecordTools;
    connect(tools_, &RecordTools::kindChosen, this, &RecordPage::refresh);
    connect(tools_, &RecordTools::scopeChanged, this, &RecordPage::load);
    connect(tools_, &RecordTools::backtestAsked, this,
            [this] { Q_EMIT actionChosen(QStringLiteral("backtest")); });
    connect(tools_, &RecordTools::csvAsked, this, [this] { currentTable()->exportCsv(); });
    note_ = new Banner(Severity::Warning);
    note_->setFramed(true);
    note_->setObjectName(QStringLiteral("recordNote"));
    parts_ = new QSplitter(Qt::Vertical);
    parts_->setChildrenCollapsible(false);
    parts_->addWidget(buildCharts(preferences, dialogs));
    parts_->addWidget(buildTables(preferences, dialogs));
    parts_->setSizes({500, 500});
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // follows the focus of what is in it
    area->setWidget(parts_);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(note_);
    layout->addWidget(area, 1);
    setTools(tools_);
    setContent(page);
    connect(emptyView(), &EmptyView::chosen, this, [this](const QString& key) {
        if (key == QLatin1StringView("showRetrospective")) {
            tools_->setKind(RecordTools::Kind::Retrospective);
            refresh();
        }
    });
}

QWidget* RecordPage::buildCharts(Preferences& preferences, FileDialogs& dialogs)
{
    skill_ = new SkillChart;
    skillDeck_ = new ChartDeck(QStringLiteral("skill"), {{QStringLiteral("skill"), tr("Skill"), skill_}},
                               preferences, dialogs);
    reliability_ = new ReliabilityChart;
    reliabilityDeck_ =
        new ChartDeck(QStringLiteral("reliability"),
                      {{QStringLiteral("reliability"), tr("Reliability"), reliability_, &reliabilityModel_}},
                      preferences, dialogs);
    events_ = new SegmentBar(tr("Event"));
    events_->setItems({{QStringLiteral("win"), tr("Win")},
                       {QStringLiteral("podium"), tr("Podium")},
                       {QStringLiteral("points"), tr("Points")}});
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
                                 Preferences& preferences, FileDialogs& dialogs)
{
    auto* panel = new TablePanel({key, title, key}, model, preferences, dialogs);
    panel->setCsvShown(false); // one button for the page
    tableTabs_->addTab(title);
    tables_->addWidget(panel);
    panels_.push_back(panel);
    watch(panel);
    return panel;
}

QWidget* RecordPage::buildTables(Preferences& preferences, FileDialogs& dialogs)
{
    tableTabs_ = new QTabBar;
    tableTabs_->setDrawBase(false);
    tableTabs_->setExpanding(false);
    tableTabs_->setAccessibleName(tr("Tables of the record"));
    tables_ = new QStackedWidget;
    addTable(QStringLiteral("record-seasons"), tr("By season"), &seasonModel_, preferences, dialogs);
    panels_.front()->layout()->addWidget(seasonWords());
    addTable(QStringLiteral("record-races"), tr("By race"), &racesModel_, preferences, dialogs);
    addTable(QStringLiteral("record-scores"), tr("All scores"), &scoresModel_, preferences, dialogs);
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
    tablePair_->addWidget(buildBias(preferences, dialogs));
    tablePair_->setStretchFactor(0, 5);
    tablePair_->setStretchFactor(1, 3);
    tablePair_->setSizes({705, 295});
    return tablePair_;
}

QWidget* RecordPage::seasonWords()
{
    auto* words = new QLabel(
        tr("MAE: mean error in positions, lower is better. Difference: model minus grid order, paired "
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

QWidget* RecordPage::buildBias(Preferences& preferences, FileDialogs& dialogs)
{
    bias_ =
        new TablePanel({QStringLiteral("record-bias"), tr("Bias by driver"), QStringLiteral("record-bias")},
                       &biasModel_, preferences, dialogs);
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

void RecordPage::load()
{
    if (!tools_->hasSeasons())
        tools_->setSeasons(session().seasons());
    session().loadRecord(tools_->scope());
}

void RecordPage::refresh()
{
    if (const auto& record = session().record())
        tools_->setCounts(int(record->retrospective.races.size()), int(record->live.races.size()));
    const auto chosen = report();
    if (!chosen || chosen->races.empty())
        return showNothing();
    showReport(chosen);
    showContent();
}

std::shared_ptr<const evaluation::Report> RecordPage::report() const
{
    if (tools_->kind() == RecordTools::Kind::Backtest)
        return backtest_;
    const auto& record = session().record();
    if (!record)
        return {};
    const bool live = tools_->kind() == RecordTools::Kind::Live;
    return {record, live ? &record->live : &record->retrospective}; // lives as long as the record
}

void RecordPage::showNothing()
{
    const bool live = tools_->kind() == RecordTools::Kind::Live;
    const auto& record = session().record();
    const bool other = live && record && !record->retrospective.races.empty();
    if (tools_->isNarrowed() && !other)
        return showEmpty({QStringLiteral("table"),
                          tr("No such prediction has been judged yet."),
                          tr("Choose other seasons or another stage above."),
                          {}});
    EmptyState state{
        QStringLiteral("table"),
        live ? tr("No live prediction has been judged yet.") : tr("No prediction has been judged yet."),
        other ? tr("The retrospective record is beside it.")
              : tr("A backtest walks through the stored races and judges each forecast: it stores "
                   "nothing and takes seconds."),
        {}};
    if (other)
        state.actions.push_back(
            {QStringLiteral("showRetrospective"), tr("Show retrospective"), QStringLiteral("history"), true});
    state.actions.push_back(
        {QStringLiteral("backtest"), tr("Run backtest…"), QStringLiteral("play"), !other});
    showEmpty(state);
}

void RecordPage::showReport(const std::shared_ptr<const evaluation::Report>& report)
{
    // The page is asked anew at every turn of the session, mostly with nothing new for it.
    const bool same = report == shown_;
    const bool hiding = preferences_.hideResults();
    racesFresh_ = racesFresh_ && same && !hiding && !hid_;
    hid_ = hiding;
    shown_ = report;
    fillRaces();
    if (same)
        return;
    seasonModel_.setReport(*report);
    scoresModel_.setPeriod(report->all);
    biasModel_.setBias(report->bias, session().people());
    skill_->setReport(*report);
    showReliability();
    showNote(*report);
}

// The longest table, so only once its tab shows. How a race went is its result: with hidden results only
// those revealed are listed.
void RecordPage::fillRaces()
{
    if (!shown_ || tableTabs_->currentIndex() != RacesTab || std::exchange(racesFresh_, true))
        return;
    if (!preferences_.hideResults())
        return racesModel_.setReport(*shown_);
    evaluation::Report revealed = *shown_;
    std::erase_if(revealed.races, [this](const evaluation::JudgedRace& judged) {
        const auto& races = session().races();
        return std::none_of(races.begin(), races.end(), [&](const RaceOverview& overview) {
            return overview.race.year == judged.season && overview.race.round == judged.round &&
                   session().revealed().contains(overview.race.id);
        });
    });
    racesModel_.setReport(revealed);
}

void RecordPage::showReliability()
{
    const auto chosen = report();
    if (!chosen)
        return;
    const QString event = events_->current();
    const evaluation::Reliability& bins = event == QLatin1StringView("win")      ? chosen->win
                                          : event == QLatin1StringView("points") ? chosen->points
                                                                                 : chosen->podium;
    reliability_->setReliability(bins);
    reliabilityModel_.setReliability(bins);
}

void RecordPage::showNote(const evaluation::Report& report)
{
    const auto note = RecordNote::of(report);
    note_->setVisible(note.has_value());
    if (!note)
        return;
    note_->setSeverity(note->warning ? Severity::Warning : Severity::Info);
    note_->setText(note->lead, note->words);
}

void RecordPage::showBacktest(int from, int to, Stage stage, std::shared_ptr<const evaluation::Report> report)
{
    backtest_ = std::move(report);
    tools_->setBacktest(tr("%1, stage %2").arg(seasonSpan(from, to), stageName(toPredictorStage(stage))),
                        int(backtest_->races.size()));
    tools_->setKind(RecordTools::Kind::Backtest);
    refresh();
}

void RecordPage::setNarrow(bool narrow)
{
    // One above the other, and the page scrolls.
    const Qt::Orientation along = narrow ? Qt::Vertical : Qt::Horizontal;
    chartPair_->setOrientation(along);
    tablePair_->setOrientation(along);
    const int least = int(LeastHeight * textScale(fontMetrics()));
    for (QWidget* part : {static_cast<QWidget*>(skillDeck_), static_cast<QWidget*>(reliabilityDeck_),
                          tablePair_->widget(0), tablePair_->widget(1)})
        part->setMinimumHeight(least);
}

void RecordPage::selectDriver(const QString& driver)
{
    bias_->view()->selectDriver(driver);
}

TablePanel* RecordPage::currentTable() const
{
    if (bias_->isAncestorOf(QApplication::focusWidget()))
        return bias_;
    return panels_[size_t(tableTabs_->currentIndex())];
}

} // namespace parcferme

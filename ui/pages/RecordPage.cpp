#include "ui/pages/RecordPage.h"

#include "tables/Names.h"
#include "tracker/Snapshot.h"
#include "ui/charts/ReliabilityChart.h"
#include "ui/charts/SkillChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/LeaguePane.h"
#include "ui/pages/RecordTools.h"
#include "ui/pages/TitleOddsPane.h"
#include "ui/session/EmptyWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/LeagueSession.h"
#include "ui/session/OddsSession.h"
#include "ui/session/RecordNote.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/SegmentBar.h"

#include <QAction>
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

RecordPage::RecordPage(const PageContext& context) : Page(context)
{
    tools_ = new RecordTools(context.action(Command::Backtest), context.action(Command::ExportTable));
    tools_->setSeasons({});
    connect(tools_, &RecordTools::kindChosen, this, [this] {
        kindChosen_ = true;
        refresh();
    });
    connect(tools_, &RecordTools::scopeChanged, this, &RecordPage::load);
    note_ = new Banner(Severity::Warning);
    note_->setFramed(true);
    note_->setObjectName(QStringLiteral("recordNote"));
    parts_ = new QSplitter(Qt::Vertical);
    parts_->setChildrenCollapsible(false);
    parts_->addWidget(buildCharts(context));
    parts_->addWidget(buildTables(context));
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
    views_ = new QStackedWidget;
    views_->addWidget(page);
    setTools(tools_);
    buildTabs(context);
    setContent(views_);
    showRetrospective_ = new QAction(this);
    showRetrospective_->setObjectName(QStringLiteral("showRetrospective"));
    connect(showRetrospective_, &QAction::triggered, this, [this] {
        tools_->setKind(RecordTools::Kind::Retrospective);
        kindChosen_ = true;
        refresh();
    });
    connect(&windowModel(), &WindowModel::recordChanged, this, &Page::outdated);
    connect(&windowModel(), &WindowModel::seasonsChanged, this,
            [this] { tools_->setSeasons(windowModel().seasons()); });
    connect(&windowModel(), &WindowModel::backtestDone, this, &RecordPage::showBacktest);
    connect(&windowModel(), &WindowModel::backtestChanged, this, [this](const auto& report) {
        backtest_ = report;
        tools_->setBacktestRaces(int(report->races.size()));
        Q_EMIT outdated();
    });
}

QAction* RecordPage::actionOf(Command command) const
{
    return command == Command::ShowRetrospective ? showRetrospective_ : Page::actionOf(command);
}

void RecordPage::load()
{
    tools_->setSeasons(windowModel().seasons());
    league_->setSeasons(windowModel().seasons());
    session_->setScope(league_->scope());
    session_->setRecordScope(tools_->scope());
    windowModel().loadRecord(tools_->scope());
}

void RecordPage::refresh()
{
    if (const auto& record = windowModel().record())
        tools_->setCounts(int(record->retrospective.races.size()), int(record->live.races.size()));
    openOnWhatThereIs();
    if (tab() == Tab::League)
        return showLeague();
    if (tab() == Tab::Odds)
        return showOdds();
    views_->setCurrentIndex(0);
    const auto chosen = report();
    if (!chosen || chosen->races.empty())
        return showNothing();
    showReport(chosen);
    showContent();
}

// Until somebody chooses, the kind of which there is something to see.
void RecordPage::openOnWhatThereIs()
{
    const auto& record = windowModel().record();
    if (kindChosen_ || !record || tools_->kind() == RecordTools::Kind::Backtest)
        return;
    const bool onlyLive = record->retrospective.races.empty() && !record->live.races.empty();
    tools_->setKind(onlyLive ? RecordTools::Kind::Live : RecordTools::Kind::Retrospective);
}

std::shared_ptr<const evaluation::Report> RecordPage::report() const
{
    if (tab() == Tab::Mine)
        return session_ ? session_->record() : nullptr;
    if (tools_->kind() == RecordTools::Kind::Backtest)
        return backtest_;
    const auto& record = windowModel().record();
    if (!record)
        return {};
    const bool live = tools_->kind() == RecordTools::Kind::Live;
    return {record, live ? &record->live : &record->retrospective}; // lives as long as the record
}

void RecordPage::showNothing()
{
    if (tab() == Tab::Mine)
        return showEmpty({QStringLiteral("person"),
                          tr("No picks of yours have been judged yet."),
                          tr("Lock an order before a race; once its result is there it is judged like the "
                             "model's."),
                          {}});
    const bool live = tools_->kind() == RecordTools::Kind::Live;
    const auto& record = windowModel().record();
    if (!record)
        return showEmpty(EmptyWords::loadingRecord());
    const bool other = live && !record->retrospective.races.empty();
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
    if (windowModel().hidden().which != HiddenRaces::Which::None)
        state.sentence += u' ' + tr("Races whose results are hidden are left out.");
    if (other)
        state.offers.push_back(
            {Command::ShowRetrospective, tr("Show retrospective"), QStringLiteral("history"), true});
    state.offers.push_back({Command::Backtest, tr("Run backtest…"), QStringLiteral("play"), !other});
    showEmpty(state);
}

void RecordPage::showReport(const std::shared_ptr<const evaluation::Report>& report)
{
    // The page is refreshed with every race that is shown, mostly with nothing new for it.
    if (report == shown_)
        return fillRaces();
    shown_ = report;
    racesFresh_ = false;
    fillRaces();
    seasonModel_.setReport(*report);
    scoresModel_.setPeriod(report->all);
    biasModel_.setBias(report->bias, windowModel().people());
    skill_->setReport(*report);
    showReliability();
    showNote(*report);
    nameExports(*report);
}

// The longest table, so only once its tab shows.
void RecordPage::fillRaces()
{
    if (!shown_ || tableTabs_->currentIndex() != RacesTab || std::exchange(racesFresh_, true))
        return;
    racesModel_.setReport(*shown_);
}

void RecordPage::nameExports(const evaluation::Report& report)
{
    const int from = report.races.front().season, to = report.races.back().season;
    const QString span = from == to ? QString::number(from) : QStringLiteral("%1-%2").arg(from).arg(to);
    const QString name = tab() == Tab::Mine
                             ? QStringLiteral("my-record-%1").arg(span)
                             : QStringLiteral("track-record-%1-%2").arg(tools_->kindKey(), span);
    skillDeck_->setFileName(name);
    reliabilityDeck_->setFileName(name);
    bias_->setFileName(name + QStringLiteral("-bias"));
    const QStringList tables = {QStringLiteral("by-season"), QStringLiteral("by-race"),
                                QStringLiteral("all-scores")};
    for (int place = 0; place < tables.size(); ++place)
        panels_[size_t(place)]->setFileName(name + u'-' + tables[place]);
    // A backtest has its seasons in its words.
    const bool backtest = tab() == Tab::Model && tools_->kind() == RecordTools::Kind::Backtest;
    const QString caption = pictureCaption(
        backtest ? tools_->words() : tools_->words() + QStringLiteral(" · ") + seasonSpan(from, to));
    skillDeck_->setCaption(caption);
    reliabilityDeck_->setCaption(caption);
}

void RecordPage::showReliability()
{
    const auto chosen = report();
    if (!chosen)
        return;
    const QString event = events_->current();
    const evaluation::Reliability& bins = event == QLatin1StringView("win")      ? chosen->win
                                          : event == QLatin1StringView("points") ? chosen->points
                                          : event == QLatin1StringView("pairs")  ? chosen->pairs
                                                                                 : chosen->podium;
    reliability_->setEvent(events_->currentText());
    reliability_->setReliability(bins);
    reliabilityDeck_->setFileNameEnd(QStringLiteral("reliability"), event);
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

void RecordPage::showBacktest(int from, int to, Stage stage, Session session,
                              std::shared_ptr<const evaluation::Report> report)
{
    backtest_ = std::move(report);
    playerTabs_->setCurrentIndex(int(Tab::Model));
    const QString span = session == Session::Sprint ? tr("%1, stage %2, sprints") : tr("%1, stage %2");
    tools_->setBacktest(span.arg(seasonSpan(from, to), stageName(toPredictorStage(stage))),
                        int(backtest_->races.size()));
    tools_->setKind(RecordTools::Kind::Backtest);
    refresh();
    Q_EMIT frontWanted();
}

void RecordPage::setNarrow(bool narrow)
{
    // One above the other, and the page scrolls.
    league_->setNarrow(narrow);
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
    if (tab() == Tab::League)
        return league_->currentTable();
    if (tab() == Tab::Odds)
        return odds_->table();
    if (bias_->isAncestorOf(QApplication::focusWidget()))
        return bias_;
    return panels_[size_t(tableTabs_->currentIndex())];
}

} // namespace parcferme

#include "ui/pages/PredictionPage.h"

#include "tables/Format.h"
#include "tables/SortFilterModel.h"
#include "ui/base/Turns.h"
#include "ui/charts/GapChart.h"
#include "ui/charts/PairMatrix.h"
#include "ui/charts/PositionHeatMap.h"
#include "ui/charts/WhyChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/ComparePane.h"
#include "ui/pages/PicksPane.h"
#include "ui/pages/RowFit.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/session/EmptyWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/PickHeader.h"
#include "ui/session/PicksSession.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStackedWidget>

namespace parcferme {

PredictionPage::PredictionPage(const PageContext& context) : RacePage(context)
{
    table_ = new TablePanel({QStringLiteral("prediction"), tr("Prediction"), QStringLiteral("prediction"), 0},
                            &model_, context.preferences, context.dialogs);
    table_->setCountWords([](int rows) { return tr("%n drivers", nullptr, rows); });
    gaps_ = new GapChart;
    positions_ = new PositionHeatMap;
    why_ = new WhyChart;
    pairs_ = new PairMatrix;
    deck_ = new ChartDeck(QStringLiteral("prediction"),
                          {{QStringLiteral("gaps"), tr("Gaps"), gaps_},
                           {QStringLiteral("positions"), tr("Positions"), positions_, &positionsModel_},
                           {QStringLiteral("why"), tr("Why"), why_, &whyModel_},
                           {QStringLiteral("pairs"), tr("Pairs"), pairs_, &pairsModel_}},
                          context.preferences, context.dialogs);
    const QString positions = QStringLiteral("positions");
    const QSet<QString> noRoom = {QStringLiteral("team"),     QStringLiteral("predicted_race_time"),
                                  QStringLiteral("gap"),      QStringLiteral("uncertainty"),
                                  QStringLiteral("p_lapped"), QStringLiteral("range"),
                                  QStringLiteral("grid")};
    const QSet<QString> lessRoom = {QStringLiteral("p_points"), QStringLiteral("p_retire")};
    content_ = new TableAndCharts(QStringLiteral("prediction"), table_, deck_,
                                  {{QStringLiteral("gaps"), tr("Gaps"), 400},
                                   {positions, tr("Positions"), 500, noRoom},
                                   {QStringLiteral("why"), tr("Why"), 400},
                                   {QStringLiteral("pairs"), tr("Pairs"), 560, noRoom + lessRoom}},
                                  {QStringLiteral("team"), QStringLiteral("range"), QStringLiteral("grid"),
                                   QStringLiteral("p_lapped"), QStringLiteral("uncertainty"),
                                   QStringLiteral("predicted_race_time"), QStringLiteral("p_retire")},
                                  {QStringLiteral("team"), QStringLiteral("grid")}, context.preferences);
    content_->setContentsMargins(12, 8, 12, 12);
    buildMine(context);
    watch(table_);
    watch(deck_);
    connect(content_, &TableAndCharts::arranged, this, &PredictionPage::alignRows);
    const SortFilterModel* sorted = table_->view()->sorted();
    connect(sorted, &QAbstractItemModel::layoutChanged, this, &PredictionPage::alignRows);
    connect(sorted, &QAbstractItemModel::rowsInserted, this, &PredictionPage::alignRows);
    connect(sorted, &QAbstractItemModel::rowsRemoved, this, &PredictionPage::alignRows);
    connect(table_->view()->verticalScrollBar(), &QScrollBar::valueChanged, this, &PredictionPage::alignRows);
}

void PredictionPage::buildMine(const PageContext& context)
{
    picks_ = new PicksPane(context.preferences, context.dialogs);
    compare_ = new ComparePane(QStringLiteral("picks-compare"), context.preferences, context.dialogs);
    views_ = new QStackedWidget;
    for (QWidget* view : std::initializer_list<QWidget*>{content_, picks_, compare_})
        views_->addWidget(view);
    setContent(views_);
    watch(picks_->table());
    watch(picks_->charts());
    watch(compare_->table());
    watch(compare_->charts());
    PicksSession& session = windowModel().picksSession();
    connect(&session, &PicksSession::changed, this, &Page::outdated);
    connect(&session, &PicksSession::orderRead, picks_, &PicksPane::takeOrder);
    connect(picks_, &PicksPane::edited, &session, &PicksSession::save);
    connect(picks_, &PicksPane::orderWanted, &session, &PicksSession::readOrder);
    connect(picks_, &PicksPane::lockWanted, &windowModel(), &WindowModel::lockPicks);
    connect(picks_, &PicksPane::modelHidden, &windowModel(), &WindowModel::raceChanged);
}

// Where a gap is shown in laps.
QString PredictionPage::lapWords(const ForecastView& view)
{
    const auto lapped = [&](const PredictionEntry& entry) {
        return entry.gap && predictor::lapsDown(view.forecast, *entry.gap) > 0;
    };
    if (std::ranges::none_of(view.prediction.entries, lapped))
        return {};
    return tr("A lap is %1 s here. Lapped cars have no official time: from one lap on, the gap is counted in "
              "laps.")
        .arg(format::number(view.forecast.lapSeconds, 1));
}

void PredictionPage::refresh()
{
    if (!windowModel().raceView())
        return beginEmpty(EmptyWords::loading());
    switch (players()) {
    case PlayerView::Model:
        return refreshModel();
    case PlayerView::Mine:
        return refreshMine();
    case PlayerView::Compare:
        return refreshBoth();
    }
}

void PredictionPage::refreshMine()
{
    const auto& race = windowModel().raceView();
    const auto& picks = windowModel().picksSession().view();
    if (!picks)
        return beginEmpty(EmptyWords::loading());
    if (picks->field.empty() && !picks->mine)
        return beginEmpty(EmptyWords::noField());
    picks_->setFileName(exportFileName(race->overview.race, QStringLiteral("picks"), race->overview.session));
    picks_->charts()->setCaption(pictureCaption(race->overview.race, race->overview.session, {}));
    picks_->show(
        *picks, {*race, windowModel().shown(), windowModel().now(), windowModel().picksSession().isSaving()});
    views_->setCurrentWidget(picks_);
    beginTools(picks_->tools());
    showContent();
}

void PredictionPage::refreshBoth()
{
    const auto& race = windowModel().raceView();
    const auto& picks = windowModel().picksSession().view();
    if (!picks)
        return beginEmpty(EmptyWords::loading());
    const QStringList mine = pickedOrder(*picks);
    const ForecastView* shown = windowModel().shown();
    if (mine.isEmpty() && !shown)
        return beginEmpty(EmptyWords::nothingToCompare());
    compare_->setFileName(
        exportFileName(race->overview.race, QStringLiteral("comparison"), race->overview.session));
    compare_->charts()->setCaption(pictureCaption(race->overview.race, race->overview.session, {}));
    compare_->show({nullptr, mine, shown, gridOrder(*race), picks->field}, race->people);
    views_->setCurrentWidget(compare_);
    beginTools(compare_->content());
    showContent();
}

void PredictionPage::refreshModel()
{
    const auto& race = windowModel().raceView();
    const ForecastView* shown = windowModel().shown();
    if (!shown)
        return beginEmpty(EmptyWords::prediction(*race, windowModel().status(), windowModel().now()));
    views_->setCurrentWidget(content_);
    beginTools(content_);
    const PredictionKind kind = shown->prediction.kind;
    const QString name =
        exportFileName(race->overview.race, QStringLiteral("prediction"), race->overview.session, kind);
    table_->setFileName(name);
    deck_->setFileName(name);
    deck_->setCaption(pictureCaption(race->overview.race, race->overview.session, kind));
    model_.setForecast(*shown, race->people);
    gaps_->setForecast(*shown, race->people);
    showTimes();
    table_->setFoot(lapWords(*shown));
    positions_->setForecast(*shown, race->people);
    const bool official = !race->revisions.empty() && !windowModel().resultsHidden();
    positions_->setResult(official ? std::optional(race->revisions.back()) : std::nullopt);
    pairs_->setForecast(*shown, race->people);
    pairs_->setResult(official ? std::optional(race->revisions.back()) : std::nullopt);
    why_->setForecast(*shown, race->people);
    explain();
    showContent();
    alignRows();
    Turns::later(this, [this] { fillPositions(); });
}

// A sprint, or a race at a circuit of unknown length, has an order and no times.
void PredictionPage::showTimes()
{
    const QString why = gaps_->message();
    const QSet<QString> ofTimes = {QStringLiteral("predicted_race_time"), QStringLiteral("gap"),
                                   QStringLiteral("uncertainty"), QStringLiteral("p_lapped")};
    content_->setBarred(why.isEmpty() ? QSet<QString>() : ofTimes, QStringLiteral("gaps"), why);
}

// In a turn of its own: they have more cells than all other tables together, and are seldom looked at.
void PredictionPage::fillPositions()
{
    if (const ForecastView* shown = windowModel().shown()) {
        positionsModel_.setForecast(*shown, windowModel().raceView()->people);
        pairsModel_.setForecast(*shown, windowModel().raceView()->people);
    }
}

void PredictionPage::alignRows()
{
    RowChart* chart = gaps_;
    if (deck_->current() == QLatin1StringView("positions"))
        chart = positions_;
    else if (deck_->current() == QLatin1StringView("pairs"))
        chart = pairs_;
    fitRowsBeside(*chart, *table_->view());
}

// The reasons of the chosen driver; of the predicted winner until one is chosen.
void PredictionPage::explain()
{
    const ForecastView* shown = windowModel().shown();
    if (!shown || shown->prediction.entries.empty())
        return;
    const auto& entries = shown->prediction.entries;
    const bool known = std::any_of(entries.begin(), entries.end(),
                                   [this](const PredictionEntry& entry) { return entry.driver == driver_; });
    const QString driver = known ? driver_ : entries.front().driver;
    why_->setDriver(driver);
    deck_->setFileNameEnd(QStringLiteral("why"), driver);
    whyModel_.setDriver(*shown, driver);
}

void PredictionPage::setNarrow(bool narrow)
{
    content_->setNarrow(narrow);
    picks_->setNarrow(narrow);
    compare_->setNarrow(narrow);
}

void PredictionPage::selectDriver(const QString& driver)
{
    table_->view()->selectDriver(driver);
    deck_->selectDriver(driver);
    picks_->selectDriver(driver);
    compare_->selectDriver(driver);
    driver_ = driver;
    explain();
}

TablePanel* PredictionPage::currentTable() const
{
    if (views_->currentWidget() == picks_)
        return picks_->table();
    return views_->currentWidget() == compare_ ? compare_->currentTable() : content_->currentTable();
}

ChartDeck* PredictionPage::charts() const
{
    if (views_->currentWidget() == picks_)
        return picks_->charts();
    return views_->currentWidget() == compare_ ? compare_->charts() : deck_;
}

} // namespace parcferme

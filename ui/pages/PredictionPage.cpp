#include "ui/pages/PredictionPage.h"

#include "tables/Format.h"
#include "tables/SortFilterModel.h"
#include "ui/base/Turns.h"
#include "ui/charts/GapChart.h"
#include "ui/charts/PairMatrix.h"
#include "ui/charts/PositionHeatMap.h"
#include "ui/charts/WhyChart.h"
#include "ui/pages/ChartDeck.h"
#include "ui/pages/RowFit.h"
#include "ui/pages/TableAndCharts.h"
#include "ui/session/EmptyWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"

#include <QHeaderView>
#include <QScrollBar>

namespace parcferme {

PredictionPage::PredictionPage(const PageContext& context) : Page(context)
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
    setContent(content_);
    watch(table_);
    watch(deck_);
    connect(content_, &TableAndCharts::arranged, this, &PredictionPage::alignRows);
    const SortFilterModel* sorted = table_->view()->sorted();
    connect(sorted, &QAbstractItemModel::layoutChanged, this, &PredictionPage::alignRows);
    connect(sorted, &QAbstractItemModel::rowsInserted, this, &PredictionPage::alignRows);
    connect(sorted, &QAbstractItemModel::rowsRemoved, this, &PredictionPage::alignRows);
    connect(table_->view()->verticalScrollBar(), &QScrollBar::valueChanged, this, &PredictionPage::alignRows);
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
    const auto& race = windowModel().raceView();
    const ForecastView* shown = windowModel().shown();
    if (!race)
        return showEmpty(EmptyWords::loading());
    if (!shown)
        return showEmpty(EmptyWords::prediction(*race, windowModel().status(), windowModel().now()));
    const QString name = exportFileName(race->overview.race, QStringLiteral("prediction"));
    table_->setFileName(name);
    deck_->setFileName(name);
    model_.setForecast(*shown, race->people);
    gaps_->setForecast(*shown, race->people);
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
    whyModel_.setDriver(*shown, driver);
}

void PredictionPage::setNarrow(bool narrow)
{
    content_->setNarrow(narrow);
}

void PredictionPage::selectDriver(const QString& driver)
{
    table_->view()->selectDriver(driver);
    deck_->selectDriver(driver);
    driver_ = driver;
    explain();
}

TablePanel* PredictionPage::currentTable() const
{
    return content_->currentTable();
}

} // namespace parcferme

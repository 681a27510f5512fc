#pragma once

#include "tables/PairsModel.h"
#include "tables/PositionsModel.h"
#include "tables/PredictionModel.h"
#include "tables/WhyModel.h"
#include "ui/pages/RacePage.h"

class QStackedWidget;

namespace parcferme {

class ComparePane;
class GapChart;
class PicksPane;
class PositionHeatMap;
class TableAndCharts;
class PairMatrix;
class WhyChart;

// The forecast of the race: a table beside gaps, positions or reasons. Or one's own order, to be edited until
// it is locked; or both beside each other.
class PredictionPage : public RacePage
{
    Q_OBJECT
public:
    explicit PredictionPage(const PageContext& context);

    void refresh() override;
    void setNarrow(bool narrow) override;
    void selectDriver(const QString& driver) override;
    TablePanel* currentTable() const override;
    ChartDeck* charts() const override;

private:
    void buildMine(const PageContext& context);
    void refreshModel();
    void refreshMine();
    void refreshBoth();
    void alignRows();
    void showTimes();
    void fillPositions();
    static QString lapWords(const ForecastView& view);
    void explain();

    PredictionModel model_;
    PositionsModel positionsModel_;
    WhyModel whyModel_;
    PairsModel pairsModel_;
    QString driver_;
    TablePanel* table_;
    GapChart* gaps_;
    PositionHeatMap* positions_;
    WhyChart* why_;
    PairMatrix* pairs_;
    ChartDeck* deck_;
    TableAndCharts* content_;
    PicksPane* picks_;
    ComparePane* compare_;
    QStackedWidget* views_; // the model's, mine, both
};

} // namespace parcferme

#pragma once

#include "tables/MetricsModel.h"
#include "ui/pages/RacePage.h"

class QLabel;

namespace parcferme {

class Banner;
class ScoreChart;
class TableAndCharts;

// This race's scores beside each baseline's, who won, and what each means.
class MetricsPage : public RacePage
{
    Q_OBJECT
public:
    explicit MetricsPage(const PageContext& context);

    void refresh() override;
    void setNarrow(bool narrow) override;
    void selectDriver(const QString&) override {}
    TablePanel* currentTable() const override;
    ChartDeck* charts() const override { return deck_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const EvaluationView* evaluation() const;
    void showMeaning();
    const PickScoreView* mine() const;
    void showVerdict(double own, const std::map<std::string, evaluation::Scores>& baselines, int starters);

    MetricsModel model_;
    Banner* verdict_;
    TablePanel* table_;
    ScoreChart* scores_;
    ChartDeck* deck_;
    TableAndCharts* content_;
    QLabel* meaning_; // of the chosen score, whole where the window is not low
    bool low_ = false;
};

} // namespace parcferme

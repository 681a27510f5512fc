#pragma once

#include "tables/ResultModel.h"
#include "tracker/PickViews.h"
#include "ui/pages/RacePage.h"

class QCheckBox;
class QComboBox;

class QStackedWidget;

namespace parcferme {

class ComparePane;
class SlopeChart;
class TableAndCharts;
class VerdictLine;

// The official classification beside the prediction, by revision.
class ResultPage : public RacePage
{
    Q_OBJECT
public:
    explicit ResultPage(const PageContext& context);

    void refresh() override;
    void setNarrow(bool narrow) override;
    void selectDriver(const QString& driver) override;
    TablePanel* currentTable() const override;
    std::vector<TablePanel*> printedTables() const override;
    ChartDeck* charts() const override;

private:
    void fillRevisions();
    void showRevision();
    void showModel(const ResultRevision& revision);
    void showMine(const ResultRevision& revision);
    void showBoth(const ResultRevision& revision);
    const PickScoreView* mineAgainst(int revision) const;
    const EvaluationView* modelAgainst(int revision) const;

    Preferences& preferences_;
    ResultModel model_;
    QComboBox* revisions_;
    QCheckBox* hide_;
    VerdictLine* verdict_;
    TablePanel* table_;
    SlopeChart* slope_ = nullptr;
    ChartDeck* deck_ = nullptr;
    TableAndCharts* content_ = nullptr;
    ComparePane* compare_ = nullptr;
    QStackedWidget* views_ = nullptr; // the result beside one order, or beside all
};

} // namespace parcferme

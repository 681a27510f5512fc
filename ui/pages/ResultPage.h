#pragma once

#include "tables/ResultModel.h"
#include "ui/pages/Page.h"

class QCheckBox;
class QComboBox;

namespace parcferme {

class SlopeChart;
class TableAndCharts;
class VerdictLine;

// The official classification beside the prediction, by revision.
class ResultPage : public Page
{
    Q_OBJECT
public:
    explicit ResultPage(const PageContext& context);

    void refresh() override;
    void setNarrow(bool narrow) override;
    void selectDriver(const QString& driver) override;
    TablePanel* currentTable() const override;
    ChartDeck* charts() const override { return deck_; }

private:
    void fillRevisions();
    void showRevision();

    Preferences& preferences_;
    ResultModel model_;
    QComboBox* revisions_;
    QCheckBox* hide_;
    VerdictLine* verdict_;
    TablePanel* table_;
    SlopeChart* slope_ = nullptr;
    ChartDeck* deck_ = nullptr;
    TableAndCharts* content_ = nullptr;
};

} // namespace parcferme

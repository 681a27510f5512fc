#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// Scores, one per row: the model, each baseline, who won against the grid, and what the score means. For one
// race (who won is what the figures say) or for many (only where the 95 % interval of the difference leaves 0
// out).
class MetricsModel : public TableModel
{
    Q_OBJECT
public:
    explicit MetricsModel(QObject* parent = nullptr);
    void setEvaluation(const EvaluationView& view);
    void setPeriod(const evaluation::Period& period);
};

} // namespace parcferme

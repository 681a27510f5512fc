#pragma once

#include "tables/TableModel.h"
#include "tracker/PickViews.h"

namespace parcferme {

// Scores, one per row: the model, the user's own order, each baseline, who won against the grid, and what the
// score means. For one race (who won is what the figures say) or for many (only where the 95 % interval of
// the difference leaves 0 out).
class MetricsModel : public TableModel
{
    Q_OBJECT
public:
    explicit MetricsModel(QObject* parent = nullptr);
    void setEvaluation(const EvaluationView& view);
    // One race, with the scores of the user's own order in a column after the model's. Either may be missing.
    // verdictOnMine: else the last word is on the model.
    void setScores(const EvaluationView* model, const PickScoreView* mine, bool verdictOnMine);
    void setPeriod(const evaluation::Period& period);

private:
    void setForm(bool mine);

    bool mine_ = false;
};

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/PickViews.h"

namespace parcferme {

// One race in three rows: how good my order, the model's and the grid's were.
class PlayerScoresModel : public TableModel
{
    Q_OBJECT
public:
    explicit PlayerScoresModel(QObject* parent = nullptr);

    // What is missing is nothing.
    struct Scores
    {
        std::optional<evaluation::Scores> mine, model, grid;
    };
    void show(const Scores& scores);
    static Scores of(const PickScoreView* mine, const EvaluationView* model);
};

} // namespace parcferme

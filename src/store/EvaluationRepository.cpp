#include "store/EvaluationRepository.h"

#include "domain/Columns.h"
#include "domain/Words.h"
#include "store/ScoresTable.h"

namespace parcferme {

namespace {

ScoresTable<Evaluation> table()
{
    return {"evaluation_metrics", "prediction_id", evaluationColumns()};
}

} // namespace

Result<Evaluation> EvaluationRepository::add(const Evaluation& evaluation)
{
    return table().add(*database_, evaluation, evaluation.prediction);
}

Result<std::vector<Evaluation>> EvaluationRepository::ofSession(const SessionKey& of) const
{
    return table().select(
        *database_,
        QStringLiteral("WHERE race_id = ? AND prediction_id IN "
                       "(SELECT id FROM predictions WHERE race_id = ? AND session = ?) ORDER BY id DESC"),
        {of.race, of.race, toString(of.session)});
}

Result<std::vector<Evaluation>> EvaluationRepository::ofPrediction(PredictionId prediction) const
{
    return table().select(*database_, QStringLiteral("WHERE prediction_id = ? ORDER BY id DESC"),
                          {prediction});
}

Result<std::vector<Evaluation>> EvaluationRepository::all() const
{
    return table().select(*database_, QStringLiteral("ORDER BY id"), {});
}

} // namespace parcferme

#pragma once

#include "domain/Prediction.h"
#include "store/Database.h"

namespace parcferme {

// Predictions judged against results: added, never changed. `superseded` is derived: the same prediction has
// an evaluation of a newer revision. Errors: Database, DamagedDatabase.
class EvaluationRepository
{
public:
    explicit EvaluationRepository(Database& database) : database_(&database) {}

    // Stores it and answers it with its id. A prediction is judged once per result revision: the evaluation
    // that is there already is answered instead. Errors: Data, for an unknown prediction or one of another
    // race.
    Result<Evaluation> add(const Evaluation& evaluation);

    Result<std::vector<Evaluation>> ofSession(const SessionKey& of) const;       // newest first
    Result<std::vector<Evaluation>> ofPrediction(PredictionId prediction) const; // newest first
    Result<std::vector<Evaluation>> all() const;                                 // in order of id

private:
    Database* database_;
};

} // namespace parcferme

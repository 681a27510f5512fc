#pragma once

#include "domain/Prediction.h"
#include "evaluation/Report.h"
#include "evaluation/Scores.h"

#include <QString>

#include <optional>
#include <vector>

namespace parcferme {

// One score under the name that it has in JSON, CSV and the database.
struct ScoreField
{
    QString key; // "position_mae": a name of evaluation::scoreColumns()
    std::optional<double> value;
};

// All scores of one race, of a period, or of a stored evaluation, in the order of evaluation::scoreColumns().
std::vector<ScoreField> scoreFields(const evaluation::Scores& scores);
std::vector<ScoreField> scoreFields(const evaluation::Summary& summary);
std::vector<ScoreField> scoreFields(const Evaluation& evaluation);

// The rule of who is judged, in English, for the manual and the API.
QString scoringRule();

} // namespace parcferme

#pragma once

#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonArray>
#include <QJsonObject>

namespace parcferme {

// All columns of evaluation_metrics, with `superseded` and the baselines on the same race.
QJsonObject metricsJson(const EvaluationView& view);
QJsonArray metricsJson(const std::vector<EvaluationView>& views); // in the given order: newest first

// One row per score of one evaluation: the model beside each baseline.
Table metricsTable(const EvaluationView& view);

} // namespace parcferme

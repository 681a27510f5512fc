#pragma once

#include "tables/StandingsModel.h"

namespace parcferme {

// The columns of the standings in a form. trendTitle: of the change since the race before.
std::vector<TableModel::Column> standingsColumns(const StandingsModel::Shown& how, const QString& trendTitle);

} // namespace parcferme

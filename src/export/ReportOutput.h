#pragma once

#include "evaluation/Report.h"
#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonObject>

namespace parcferme {

// {"model", "baselines", "differences", "seasons", "races", "skill", "reliability", "bias"}: the object of
// `backtest`, and of each half of `record`. Scores are means over races; rates in [0, 1].
QJsonObject reportJson(const evaluation::Report& report);

// {"live": {...}, "retrospective": {...}}
QJsonObject recordJson(const TrackRecord& record);

// One row per season, all seasons first: model, grid and their paired difference with its 95 % interval.
Table seasonsTable(const evaluation::Report& report);
// The same for both halves, with a column `kind` in front; a half without races has no rows.
Table recordTable(const TrackRecord& record);

} // namespace parcferme

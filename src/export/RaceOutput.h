#pragma once

#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonArray>
#include <QJsonObject>

namespace parcferme {

// scheduled, window_open, frozen, evaluated_live, evaluated_retrospective, retrospective, missed,
// not_fetched, not_predicted, cancelled
QString toString(RaceState state);

// {"freeze_policy", "opens", "estimated", "closes", "open"}
QJsonObject windowJson(const FreezeWindow& window);

QJsonObject raceJson(const RaceOverview& race);
QJsonArray racesJson(const std::vector<RaceOverview>& races);
Table racesTable(const std::vector<RaceOverview>& races);

// The rows of one revision, by official position.
QJsonArray resultsJson(const ResultRevision& revision);
Table resultsTable(const ResultRevision& revision);

// {race_id, evaluation_id, ...}; evaluation_id is null when nothing was judged.
QJsonObject syncJson(const SyncOutcome& outcome);
QJsonObject seasonJson(const SeasonOutcome& outcome);

// {ok, length, replayed, not_replayed, head, picks, picks_head, problems, ...}
QJsonObject ledgerJson(const LedgerReport& report);
Table ledgerTable(const LedgerReport& report);

} // namespace parcferme

#pragma once

#include "export/Table.h"
#include "tracker/PickViews.h"

#include <QJsonObject>

namespace parcferme {

QString toString(PickState state); // none, draft, locked, late
QString toString(PlayerKind kind); // person, model, grid

// {"race_id", "session", "player", "state", "start", "freeze_window", "orders_shown", "field", "draft",
// "mine", "others", "standings"}; an order that is not shown yet is empty.
QJsonObject picksJson(const PicksView& view);
// One row per place: mine, or the draft, beside those of others that are shown.
Table picksTable(const PicksView& view);

// {"session", "races": [...], "players": [...]}
QJsonObject leagueJson(const League& league);
Table leagueTable(const League& league);

} // namespace parcferme

#pragma once

#include "export/Table.h"
#include "tracker/SeasonViews.h"

#include <QJsonObject>

namespace parcferme {

// {"season", "after", "simulations", "variance_scale", "drivers": [...], "teams": [...]}: standings after a
// round and what is expected at the end; null where nothing is.
QJsonObject seasonViewJson(const SeasonView& view);
// The same with "what_if": the condition, the simulations in which it happens, and what is expected then; its
// lists are null where that is too rare to say.
QJsonObject seasonViewJson(const SeasonView& view, const SeasonCondition& condition,
                           const season::Conditional& ifSo);

// One row per driver or team; with a condition, what is expected if so as well. ifSo may be null.
Table seasonTable(const SeasonView& view, season::Contestants side, const season::Conditional* ifSo);

QString toString(SeasonCondition::Kind kind); // wins, podium, no-points

} // namespace parcferme

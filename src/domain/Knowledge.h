#pragma once

#include "domain/Pick.h"
#include "domain/Prediction.h"
#include "domain/Race.h"

namespace parcferme {

// From when a fact is known, wherever it came from (DESIGN section 14): qualifying 3 h after its start, a
// sprint 3 h, result and grid 5 h after the race's start; a date without a time: the next day 00:00 UTC. What
// the live source has sent is known from then at the latest.

// fetchedAt: when the live source sent it; nothing for the bundled history.
QDateTime qualifyingKnownFrom(const Race& race, const std::optional<QDateTime>& fetchedAt);
// Of a race or a sprint. The first revision is the result as published; later ones are known only from when
// they came.
QDateTime resultKnownFrom(const Race& race, const ResultRevision& revision);

// The newest revision that is known at this moment, or null.
const ResultRevision* resultKnownAt(const RaceRecord& record, const QDateTime& moment,
                                    Session session = Session::Race);

// What a stored prediction is by the start as it is known now: a live one that was frozen at or after it is
// Void. A date without a time voids nothing.
PredictionKind kindByNow(PredictionKind stored, Session session, const QDateTime& createdAt,
                         const Race& race);
inline PredictionKind kindByNow(const Prediction& prediction, const Race& race)
{
    return kindByNow(prediction.kind, prediction.session, prediction.createdAt, race);
}
// The same of a pick.
PickKind kindByNow(PickKind stored, Session session, const QDateTime& createdAt, const Race& race);
inline PickKind kindByNow(const Pick& pick, const Race& race)
{
    return kindByNow(pick.kind, pick.session, pick.createdAt, race);
}

// The newest state of a session's official grid that is known at this moment, or null. A published grid is
// known from when the source sent it, and no earlier.
const OfficialGrid* gridKnownAt(const RaceRecord& record, const QDateTime& moment,
                                Session session = Session::Race);

// Name of the bundled history in ResultRevision::source.
inline constexpr auto HistorySource = "f1db";

} // namespace parcferme

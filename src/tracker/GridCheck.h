#pragma once

#include "core/Error.h"
#include "domain/Race.h"

#include <QSet>

namespace parcferme {

// Who can stand on the grid of a session: those of the race's qualifying. The sprint's grid is known before
// that: until then those of the race before. records: all races in time order.
QSet<QString> entrantsOf(const std::vector<RaceRecord>& records, const SessionKey& of);

// Whether these places may stand as the grid by hand of a session. Empty places are none and pass.
// Errors: PolicyRefused after the start; NotYet where nobody is known to be entered; Usage for a driver who
// is not entered, or a driver or place that stands twice.
Status checkGrid(const Race& race, Session session, const QSet<QString>& entered,
                 const std::vector<ManualGrid::Slot>& places, const QDateTime& now);

} // namespace parcferme

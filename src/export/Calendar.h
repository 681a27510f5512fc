#pragma once

#include "tracker/Views.h"

namespace parcferme {

// The sessions of a season as iCalendar (RFC 5545): qualifying, sprint and Grand Prix with their times in
// UTC, or the day where no time is known. Until a session has started, an alarm tells when its freeze window
// opens. The same session has the same UID in every export, so that a calendar brings it up to date.
QByteArray calendarText(const std::vector<RaceOverview>& races, const QDateTime& now);

} // namespace parcferme

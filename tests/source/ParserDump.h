#pragma once

#include "source/SourceValues.h"

#include <QByteArray>

namespace parcferme {

// Values as text, one line each, to be compared with a recorded file.
QByteArray dump(const std::vector<CalendarRace>& calendar);
QByteArray dump(const std::vector<SessionRows<QualifyingRow>>& sessions);
QByteArray dump(const std::vector<SessionRows<ResultRow>>& sessions);
QByteArray dump(const DriversAndTeams& named);
QByteArray dump(const Oddities& odd);

} // namespace parcferme

#pragma once

#include <QStringList>

namespace parcferme {

// A sentence for people where the system has no time zones, else an empty string: Qt and the C library take
// UTC for every zone then, and say nothing. `folders`: where they look.
QString missingTimeZones(const QStringList& folders = {QStringLiteral("/usr/share/zoneinfo"),
                                                       QStringLiteral("/usr/lib/zoneinfo")});

} // namespace parcferme

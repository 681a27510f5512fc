#pragma once

#include <QDateTime>

namespace parcferme {

// As notices of the tracker write a moment down: "23 Aug 2026 12:30 UTC".
inline QString utcText(const QDateTime& utc)
{
    return utc.toString(QStringLiteral("d MMM yyyy HH:mm 'UTC'"));
}

} // namespace parcferme

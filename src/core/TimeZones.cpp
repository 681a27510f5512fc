#include "core/TimeZones.h"

#include "core/Sentence.h"

#include <QFileInfo>

#include <algorithm>

namespace parcferme {

QString missingTimeZones(const QStringList& folders)
{
    const bool there = std::any_of(folders.begin(), folders.end(), [](const QString& folder) {
        return QFileInfo::exists(folder + QStringLiteral("/Europe/London"));
    });
    if (there)
        return {};
    return Sentence::tr("This system has no time zones (%1; Debian's package is tzdata): all times are UTC.")
        .arg(folders.value(0));
}

} // namespace parcferme

#include "cli/DriverList.h"

#include "core/Search.h"

namespace parcferme {

Result<QString> driverNamed(const RaceDetails& page, const QString& word)
{
    const QString key = searchKey(word);
    QStringList found;
    for (const Driver& driver : page.people.drivers)
        if (driver.id == key || searchKey(driver.code) == key)
            found.append(driver.id);
    if (found.size() == 1)
        return found.front();
    return fail(found.isEmpty() ? ErrorCode::NotFound : ErrorCode::Ambiguous,
                QStringLiteral("\"%1\" is %2 of %3 %4.")
                    .arg(word,
                         found.isEmpty() ? QStringLiteral("no driver") : QStringLiteral("several drivers"),
                         page.overview.race.name)
                    .arg(page.overview.race.year));
}

} // namespace parcferme

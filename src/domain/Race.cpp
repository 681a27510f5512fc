#include "domain/Race.h"

#include <QTimeZone>

namespace parcferme {

QString Driver::fullName() const
{
    const QString name = (givenName + QLatin1Char(' ') + familyName).trimmed();
    return name.isEmpty() ? id : name;
}

QDateTime Race::startOrDate() const
{
    return start.value_or(QDateTime(eventDate, QTime(0, 0), QTimeZone::utc()));
}

bool ResultRow::starter() const
{
    switch (classification) {
    case Classification::Classified:
    case Classification::Retired:
    case Classification::NotClassified:
    case Classification::Disqualified:
        return true;
    case Classification::DidNotStart:
    case Classification::DidNotQualify:
    case Classification::Excluded:
        return false;
    }
    return false;
}

} // namespace parcferme

#include "domain/Race.h"

#include <QTimeZone>

namespace parcferme {

QString Driver::fullName() const
{
    const QString name = (givenName + QLatin1Char(' ') + familyName).trimmed();
    return name.isEmpty() ? id : name;
}

std::optional<QDateTime> Race::startOf(Session session) const
{
    return session == Session::Sprint ? sprintStart : start;
}

QDateTime Race::startOrDate(Session session) const
{
    const QDate date = session == Session::Sprint ? sprintDate.value_or(eventDate.addDays(-1)) : eventDate;
    return startOf(session).value_or(QDateTime(date, QTime(0, 0), QTimeZone::utc()));
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

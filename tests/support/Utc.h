#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace parcferme::test {

// The moment of a text such as 2026-06-07T13:00:00Z.
inline QDateTime utc(const char* iso)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
    if (!time.isValid())
        qFatal("%s is no time.", iso);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

} // namespace parcferme::test

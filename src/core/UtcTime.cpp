#include "core/UtcTime.h"

#include <QTimeZone>

namespace parcferme {

QString toIso(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")) : QString();
}

Result<QDateTime> timeFromIso(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid() || !text.contains(QLatin1Char('T')))
        return fail(ErrorCode::Data,
                    QStringLiteral("\"%1\" is not a time like 2026-06-06T17:30:00Z.").arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toUTC();
}

Result<QDate> dateFromIso(const QString& text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || text.size() != 10)
        return fail(ErrorCode::Data, QStringLiteral("\"%1\" is not a date like 2026-06-07.").arg(text));
    return date;
}

} // namespace parcferme

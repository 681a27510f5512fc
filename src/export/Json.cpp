#include "export/Json.h"

#include "core/UtcTime.h"

namespace parcferme::json {

QJsonValue value(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue value(const std::optional<int>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue value(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue time(const QDateTime& time)
{
    return value(toIso(time));
}

QJsonValue time(const std::optional<QDateTime>& moment)
{
    return moment ? time(*moment) : QJsonValue();
}

} // namespace parcferme::json

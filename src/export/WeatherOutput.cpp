#include "export/WeatherOutput.h"

#include "export/Json.h"

#include <QJsonArray>

namespace parcferme {

namespace {

QJsonObject hourJson(const WeatherHour& hour)
{
    // A chance is a rate in [0, 1], as everywhere.
    const std::optional<double> chance =
        hour.rainChance ? std::optional(*hour.rainChance / 100) : std::nullopt;
    return {{QStringLiteral("hour"), json::time(hour.hour)},
            {QStringLiteral("rain_chance"), json::value(chance)},
            {QStringLiteral("rain_mm"), json::value(hour.rain)},
            {QStringLiteral("rain_share"), json::value(hour.rainShare)},
            {QStringLiteral("temperature"), json::value(hour.temperature)},
            {QStringLiteral("wind"), json::value(hour.wind)}};
}

} // namespace

QJsonValue weatherJson(const std::optional<Weather>& weather)
{
    if (!weather)
        return {};
    QJsonArray hours;
    for (const WeatherHour& hour : weather->hours)
        hours.append(hourJson(hour));
    return QJsonObject{{QStringLiteral("source"), weather->source},
                       {QStringLiteral("measured"), weather->source == QLatin1StringView(OpenF1Name)},
                       {QStringLiteral("fetched_at"), json::time(weather->fetchedAt)},
                       {QStringLiteral("hours"), hours}};
}

} // namespace parcferme

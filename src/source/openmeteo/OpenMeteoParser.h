#pragma once

#include "core/Error.h"
#include "domain/Weather.h"

#include <QByteArray>

namespace parcferme {

// An hourly forecast of Open-Meteo, asked for in UTC, degrees Celsius, mm and m/s; no network, no clock. A
// figure that is null or out of its range is nothing; an hour without a readable time is left out. Errors:
// Network when the bytes are no JSON object; Data when the lists are not of one length, or the times are not
// in UTC.
Result<std::vector<WeatherHour>> parseForecast(const QByteArray& answer);

} // namespace parcferme

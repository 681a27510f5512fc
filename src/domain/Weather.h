#pragma once

#include "domain/Race.h"

namespace parcferme {

// The weather at a circuit in one hour. What a source does not say is nothing.
struct WeatherHour
{
    QDateTime hour;                    // UTC: its beginning
    std::optional<double> rainChance;  // forecast only: percent
    std::optional<double> rain;        // forecast only: mm in the hour
    std::optional<double> rainShare;   // measured only: share of the readings that say rain, [0, 1]
    std::optional<double> temperature; // of the air, degrees Celsius
    std::optional<double> wind;        // m/s

    friend bool operator==(const WeatherHour&, const WeatherHour&) = default;
};

// The weather around a session, as one source said it at one time.
struct Weather
{
    SessionKey of;
    QDateTime fetchedAt;            // UTC
    QString source;                 // "open-meteo" forecasts, "openf1" has measured
    std::vector<WeatherHour> hours; // in time order
};

// Names of the sources in OfficialGrid::source and Weather::source.
inline constexpr auto OpenF1Name = "openf1";
inline constexpr auto OpenMeteoName = "open-meteo";

} // namespace parcferme

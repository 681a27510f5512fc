#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace parcferme::openf1 {

// What an answer has, row by row. A row that breaks a rule costs itself only, an ornament that cannot be read
// counts as missing. Rows that say the same are one.
template <typename Row>
struct Rows
{
    std::vector<Row> rows;
    QStringList odd;   // a sentence for each row that was left out; not more than a few
    QStringList notes; // about ornaments
};

// A session of a weekend, practice too. Its key says nothing but which one it is.
struct SessionEntry
{
    int key = 0;
    int meeting = 0;
    QString name; // "Qualifying", "Sprint Qualifying" (2023: "Sprint Shootout"), "Sprint", "Race", ...
    QDateTime start, end; // UTC
    bool cancelled = false;

    friend bool operator==(const SessionEntry&, const SessionEntry&) = default;
};

struct GridRow
{
    int session = 0; // key of the qualifying session
    int number = 0;  // of the car
    std::optional<int> position;

    friend bool operator==(const GridRow&, const GridRow&) = default;
};

struct DriverRow
{
    int session = 0;
    int number = 0;  // of the car
    QString acronym; // three letters; empty when it is not said
    QString lastName;

    friend bool operator==(const DriverRow&, const DriverRow&) = default;
};

struct WeatherReading
{
    int session = 0;
    QDateTime time;                    // UTC
    std::optional<double> temperature; // of the air, degrees Celsius
    std::optional<double> wind;        // m/s
    std::optional<bool> rain;

    friend bool operator==(const WeatherReading&, const WeatherReading&) = default;
};

// Answers of the OpenF1 API to values; no network, no clock. null is the same as missing; numbers may come as
// text; unknown fields are ignored. Errors: Network when the bytes are no JSON list.
Result<Rows<SessionEntry>> parseSessions(const QByteArray& answer);
Result<Rows<GridRow>> parseGrid(const QByteArray& answer);
Result<Rows<DriverRow>> parseDrivers(const QByteArray& answer);
Result<Rows<WeatherReading>> parseWeather(const QByteArray& answer);

} // namespace parcferme::openf1

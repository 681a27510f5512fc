#include "store/Rows.h"

#include "core/UtcTime.h"
#include "domain/Words.h"

#include <algorithm>
#include <limits>

namespace parcferme::rows {

namespace {

template <typename Row>
void sortOptional(std::vector<Row>& rows)
{
    std::ranges::stable_sort(
        rows, {}, [](const Row& row) { return row.position.value_or(std::numeric_limits<int>::max()); });
}

} // namespace

QString selectRaces()
{
    return QStringLiteral(
        "SELECT races.id, year, round, races.name, circuit, event_date, start_time, qualifying_time, "
        "sprint_time, "
        "sprint_date, laps, course_km, street_circuit, status, coalesce(circuits.locality, ''), "
        "coalesce(nullif(races.country, ''), circuits.country, ''), coalesce(circuits.timezone, ''), "
        "coalesce(circuits.name, '') FROM races LEFT JOIN circuits ON circuits.id = races.circuit ");
}

QString inTime()
{
    return QStringLiteral(" ORDER BY coalesce(start_time, event_date), round, races.id");
}

Result<Race> readRace(const Statement& row)
{
    Race race;
    race.id = row.integer(0);
    race.year = static_cast<int>(row.integer(1));
    race.round = static_cast<int>(row.integer(2));
    race.name = row.text(3);
    race.circuit = row.text(4);
    auto date = dateFromIso(row.text(5));
    auto start = readTime(row, 6);
    auto qualifying = readTime(row, 7);
    auto sprint = readTime(row, 8);
    auto status = raceStatusFromString(row.text(13));
    if (!date || !status)
        return tl::unexpected(!date ? date.error() : status.error());
    for (const auto* time : {&start, &qualifying, &sprint})
        if (!*time)
            return tl::unexpected(time->error());
    race.eventDate = *date;
    race.start = *start;
    race.qualifyingStart = *qualifying;
    race.sprintStart = *sprint;
    if (!row.isNull(9)) {
        auto sprintDate = dateFromIso(row.text(9));
        if (!sprintDate)
            return tl::unexpected(sprintDate.error());
        race.sprintDate = *sprintDate;
    }
    race.laps = row.optionalInt(10);
    race.courseKm = row.optionalReal(11);
    if (const auto street = row.optionalInt(12))
        race.streetCircuit = *street != 0;
    race.status = *status;
    race.locality = row.text(14);
    race.country = row.text(15);
    race.timezone = row.text(16);
    race.circuitName = row.text(17);
    return race;
}

QualifyingRow readQualifying(const Statement& row)
{
    return {row.text(0),        row.text(1),        row.optionalInt(2), row.optionalInt(3),
            row.optionalInt(4), row.optionalInt(5), row.optionalInt(6)};
}

void sortByPosition(std::vector<QualifyingRow>& rows)
{
    sortOptional(rows);
}

void sortByPosition(std::vector<ResultRow>& rows)
{
    std::ranges::stable_sort(rows, {}, &ResultRow::position);
}

Result<std::optional<QDateTime>> readTime(const Statement& row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    auto time = timeFromIso(row.text(column));
    if (!time)
        return tl::unexpected(time.error());
    return *time;
}

QVariant toSql(const std::optional<QDateTime>& time)
{
    return time ? QVariant(toIso(*time)) : QVariant();
}

QVariant toSql(const std::optional<QDate>& date)
{
    return date ? QVariant(date->toString(Qt::ISODate)) : QVariant();
}

} // namespace parcferme::rows

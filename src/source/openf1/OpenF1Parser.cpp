#include "source/openf1/OpenF1Parser.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "source/JsonNode.h"
#include "source/JsonText.h"

#include <algorithm>
#include <limits>

namespace parcferme::openf1 {

using namespace Qt::StringLiterals;

namespace {

constexpr int HighestKey = std::numeric_limits<int>::max();
constexpr int HighestNumber = 999;
constexpr qsizetype MostOdd = 20; // sentences about one answer

template <typename Row>
bool isThere(const std::vector<Row>& rows, const Row& row)
{
    return std::find(rows.rbegin(), rows.rend(), row) != rows.rend();
}

// A long list of readings comes twice side by side or list after list; looking through all of it for each
// would take its square.
bool isThere(const std::vector<WeatherReading>& rows, const WeatherReading& row)
{
    return !rows.empty() && rows.back() == row;
}

template <typename Row, typename ReadRow>
Result<Rows<Row>> readRows(const QByteArray& answer, ReadRow readRow)
{
    const auto document = readJson(answer);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isArray())
        return fail(ErrorCode::Data, Sentence::tr("The source's answer is no list."));
    // A list has no name; in words about it, it is called "rows".
    const QJsonObject object{{"rows"_L1, document->array()}};
    JsonNode::Findings findings;
    const JsonNode root(object, findings);
    Rows<Row> found;
    Row row;
    root.forEach(
        "rows"_L1, [&](const JsonNode& node) { row = readRow(node); },
        [&](const std::optional<Error>& breach) {
            if (!breach && !isThere(found.rows, row))
                found.rows.push_back(std::move(row));
            else if (breach && found.odd.size() < MostOdd)
                found.odd.append(breach->message);
        });
    found.notes = findings.notes();
    return found;
}

QDateTime readTime(const JsonNode& node, QLatin1StringView key)
{
    const QString text = node.requiredText(key, 40);
    const auto time = timeFromIso(text);
    if (time && time->date().year() >= 1950 && time->date().year() <= 2200)
        return time->toUTC();
    node.refuseValue(key, Sentence::tr("is no time"));
    return {};
}

int readKey(const JsonNode& row)
{
    return row.requiredInteger("session_key"_L1, 1, HighestKey);
}

int readNumber(const JsonNode& row)
{
    return row.requiredInteger("driver_number"_L1, 0, HighestNumber);
}

} // namespace

Result<Rows<SessionEntry>> parseSessions(const QByteArray& answer)
{
    return readRows<SessionEntry>(answer, [](const JsonNode& row) {
        SessionEntry session;
        session.key = readKey(row);
        session.meeting = row.requiredInteger("meeting_key"_L1, 1, HighestKey);
        session.name = row.requiredText("session_name"_L1);
        session.start = readTime(row, "date_start"_L1);
        session.end = readTime(row, "date_end"_L1);
        session.cancelled = row.flag("is_cancelled"_L1);
        return session;
    });
}

Result<Rows<GridRow>> parseGrid(const QByteArray& answer)
{
    return readRows<GridRow>(answer, [](const JsonNode& row) {
        return GridRow{readKey(row), readNumber(row), row.integer("position"_L1, 1, 99)};
    });
}

Result<Rows<DriverRow>> parseDrivers(const QByteArray& answer)
{
    return readRows<DriverRow>(answer, [](const JsonNode& row) {
        return DriverRow{readKey(row), readNumber(row), row.words("name_acronym"_L1).left(8),
                         row.words("last_name"_L1)};
    });
}

Result<Rows<WeatherReading>> parseWeather(const QByteArray& answer)
{
    return readRows<WeatherReading>(answer, [](const JsonNode& row) {
        WeatherReading reading;
        reading.session = readKey(row);
        reading.time = readTime(row, "date"_L1);
        reading.temperature = row.number("air_temperature"_L1, -60, 70);
        reading.wind = row.number("wind_speed"_L1, 0, 150);
        if (const auto rain = row.number("rainfall"_L1, 0, 1000))
            reading.rain = *rain > 0;
        return reading;
    });
}

} // namespace parcferme::openf1

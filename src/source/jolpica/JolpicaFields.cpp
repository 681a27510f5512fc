#include "source/jolpica/JolpicaFields.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "source/jolpica/TimeText.h"

#include <algorithm>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShortestLap = 20 * 1000;
constexpr int LongestLap = 3600 * 1000;

std::optional<QDate> readDate(const JsonNode& node, QLatin1StringView key)
{
    const QString text = node.text(key);
    if (text.isEmpty())
        return std::nullopt;
    const auto date = dateFromIso(text);
    if (date && date->year() >= 1850 && date->year() <= 2200)
        return *date;
    node.dropValue(key, Sentence::tr("is no date"));
    return std::nullopt;
}

template <typename DriversAndTeams>
void addById(std::vector<DriversAndTeams>& all, DriversAndTeams one)
{
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const DriversAndTeams& other) { return other.id == one.id; });
    if (!known)
        all.push_back(std::move(one));
}

} // namespace

Circuit readCircuit(const JsonNode& node)
{
    Circuit circuit;
    circuit.id = node.id("circuitId"_L1);
    circuit.name = node.words("circuitName"_L1);
    if (const auto location = node.optionalObject("Location"_L1)) {
        circuit.locality = location->words("locality"_L1);
        circuit.country = location->words("country"_L1);
        circuit.latitude = location->number("lat"_L1, -90, 90);
        circuit.longitude = location->number("long"_L1, -180, 180);
    }
    return circuit;
}

// Three letters. Other sources know a driver by it, so that anything else is worse than none.
QString readCode(const JsonNode& node)
{
    const QString code = node.text("code"_L1, 8);
    const bool letters = std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
    if (code.isEmpty() || (code.size() == 3 && letters))
        return code;
    node.dropValue("code"_L1, Sentence::tr("is no code of three letters"));
    return {};
}

Driver readDriver(const JsonNode& node)
{
    Driver driver;
    driver.id = node.id("driverId"_L1);
    driver.code = readCode(node);
    driver.givenName = node.words("givenName"_L1);
    driver.familyName = node.words("familyName"_L1);
    driver.born = readDate(node, "dateOfBirth"_L1);
    driver.nationality = node.words("nationality"_L1);
    return driver;
}

Team readTeam(const JsonNode& node)
{
    Team team;
    team.id = node.id("constructorId"_L1);
    team.name = node.words("name"_L1);
    team.nationality = node.words("nationality"_L1);
    return team;
}

SessionTime readSessionTime(const JsonNode& node)
{
    SessionTime session;
    session.date = readDate(node, "date"_L1);
    const QString time = node.text("time"_L1);
    if (!session.date || time.isEmpty())
        return session;
    const auto start = timeFromIso(session.date->toString(Qt::ISODate) + QLatin1Char('T') + time);
    if (start)
        session.start = *start;
    else
        node.dropValue("time"_L1, Sentence::tr("is no time of day"));
    return session;
}

std::optional<int> readLapTime(const JsonNode& node, QLatin1StringView key)
{
    const QString text = node.text(key);
    if (text.isEmpty())
        return std::nullopt;
    const auto millis = millisecondsFromText(text);
    if (millis && *millis >= ShortestLap && *millis <= LongestLap)
        return millis;
    node.dropValue(key, Sentence::tr("is no lap time"));
    return std::nullopt;
}

void addOnce(std::vector<Driver>& drivers, Driver driver)
{
    addById(drivers, std::move(driver));
}

void addOnce(std::vector<Team>& teams, Team team)
{
    addById(teams, std::move(team));
}

} // namespace parcferme

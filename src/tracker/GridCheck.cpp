#include "tracker/GridCheck.h"

#include "core/Search.h"
#include "core/Sentence.h"
#include "tracker/FreezeRules.h"

#include <QSet>

#include <algorithm>

namespace parcferme {

namespace {

constexpr int CarsOfATeam = 2;

bool hasFullName(const Driver& driver, const QString& key)
{
    return driver.id == key || searchKey(driver.fullName()) == key;
}

bool isCalled(const Driver& driver, const QString& key)
{
    return hasFullName(driver, key) || searchKey(driver.code) == key || searchKey(driver.familyName) == key;
}

// Letters and digits as ids of the source have them.
QString asId(const QString& name)
{
    QString id;
    for (const QChar c : searchKey(name))
        id.append(c.isLetterOrNumber() ? c : u'_');
    return id;
}

// The id that the source is likely to give him: his family name, or the whole one where that is taken.
Result<Driver> newcomer(const QString& words, const QHash<QString, Driver>& everybody)
{
    const QString name = words.simplified();
    const qsizetype space = name.indexOf(u' ');
    if (space < 0)
        return fail(ErrorCode::NotFound, Sentence::tr("\"%1\" is no driver that is known.").arg(words),
                    Sentence::tr("Somebody new needs a given name and a family name."));
    Driver driver;
    driver.givenName = name.left(space);
    driver.familyName = name.mid(space + 1);
    driver.id = asId(driver.familyName);
    if (everybody.contains(driver.id))
        driver.id = asId(name);
    return driver;
}

} // namespace

GridField gridFieldOf(const std::vector<RaceRecord>& records, const SessionKey& of)
{
    const auto put = [](GridField& field, const QString& driver, const QString& team) {
        field.drivers[driver.toStdString()] = team.toStdString();
    };
    GridField before;
    for (const RaceRecord& record : records) {
        if (record.race.id == of.race) {
            GridField field;
            field.qualified = !record.qualifying.empty();
            for (const QualifyingRow& row : record.qualifying)
                put(field, row.driver, row.team);
            return field.qualified ? field : before;
        }
        if (record.revisions.empty())
            continue;
        before.drivers.clear();
        for (const ResultRow& row : record.revisions.back().rows)
            put(before, row.driver, row.team);
    }
    return before;
}

TeamByDriver teamsOnGrid(const std::vector<ManualGrid::Slot>& places, const TeamByDriver& field,
                         const std::function<std::string(const std::string& driver)>& lastTeamOf)
{
    TeamByDriver teams;
    std::map<std::string, int> free;
    for (const auto& [driver, team] : field)
        free[team] = CarsOfATeam;
    for (const ManualGrid::Slot& place : places)
        if (const auto known = field.find(place.driver.toStdString()); known != field.end()) {
            teams.insert(*known);
            --free[known->second];
        }
    for (const ManualGrid::Slot& place : places) {
        const std::string driver = place.driver.toStdString();
        if (teams.contains(driver))
            continue;
        auto car = free.find(lastTeamOf(driver));
        if (car == free.end() || car->second <= 0)
            car = std::ranges::find_if(free, [](const auto& team) { return team.second > 0; });
        if (car == free.end())
            continue;
        teams[driver] = car->first;
        --car->second;
    }
    return teams;
}

Result<Driver> driverNamed(const QString& words, const GridField& field,
                           const QHash<QString, Driver>& everybody)
{
    const QString key = searchKey(words);
    const auto matching = [&](auto isMeant) {
        std::vector<Driver> found;
        std::ranges::copy_if(everybody, std::back_inserter(found), isMeant);
        return found;
    };
    std::vector<Driver> found = matching([&](const Driver& driver) {
        return field.drivers.contains(driver.id.toStdString()) && isCalled(driver, key);
    });
    if (found.empty() && !field.qualified)
        found = matching([&](const Driver& driver) { return hasFullName(driver, key); });
    if (found.empty() && !field.qualified)
        found = matching([&](const Driver& driver) { return isCalled(driver, key); });
    if (found.size() == 1)
        return found.front();
    if (found.size() > 1)
        return fail(ErrorCode::Ambiguous, Sentence::tr("\"%1\" is the name of several drivers.").arg(words),
                    Sentence::tr("Write the full name, or the id."));
    if (field.qualified)
        return fail(ErrorCode::NotFound, Sentence::tr("\"%1\" is no driver of this qualifying.").arg(words));
    return newcomer(words, everybody);
}

Status checkGrid(const Race& race, Session session, const GridField& field,
                 const std::vector<ManualGrid::Slot>& places, const QDateTime& now)
{
    const QString name = nameOf(race, session);
    if (now >= race.startOrDate(session))
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 has started: its grid is no longer entered by hand.").arg(name));
    if (session == Session::Race && !field.qualified && race.qualifyingStart && now < *race.qualifyingStart)
        return fail(
            ErrorCode::NotYet,
            Sentence::tr("%1: qualifying has not begun, so there is no grid to be entered.").arg(name));
    if (field.drivers.empty())
        return fail(
            ErrorCode::NotYet,
            Sentence::tr("It is not known who drives in %1, so its grid cannot be entered.").arg(name));
    const TeamByDriver teams = teamsOnGrid(places, field.drivers, [](const std::string&) { return ""; });
    QSet<QString> named;
    QSet<int> taken;
    for (const ManualGrid::Slot& place : places) {
        const std::string driver = place.driver.toStdString();
        if (field.qualified && !field.drivers.contains(driver))
            return fail(ErrorCode::Usage,
                        Sentence::tr("\"%1\" is not entered in %2.").arg(place.driver, name));
        if (!teams.contains(driver))
            return fail(ErrorCode::Usage,
                        Sentence::tr("There is no free car for %1: each team has two.").arg(place.driver),
                        Sentence::tr("Leave out whom he replaces."));
        if (named.contains(place.driver) || (place.grid > 0 && taken.contains(place.grid)))
            return fail(ErrorCode::Usage,
                        Sentence::tr("%1 or his place stands twice in the grid.").arg(place.driver));
        named.insert(place.driver);
        taken.insert(place.grid);
    }
    return {};
}

} // namespace parcferme

#include "store/RaceRepository.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "store/Rows.h"
#include "store/Transaction.h"

namespace parcferme {

namespace {

using Values = QVariantList;

Result<std::vector<Race>> readRaces(Database& database, const QString& where, const Values& values)
{
    auto rows = database.run(rows::selectRaces() + where + rows::inTime(), values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Race> races;
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto race = rows::readRace(row);
        if (!race)
            return tl::unexpected(race.error());
        races.push_back(std::move(*race));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return races;
}

// Values of a race, in the order in which insert and update name their columns.
Values calendarValues(const Race& race)
{
    std::optional<QDate> sprintDate = race.sprintDate;
    if (!sprintDate && race.sprintStart)
        sprintDate = race.sprintStart->toUTC().date();
    return {race.year,
            race.round,
            toSql(race.name),
            toSql(race.circuit),
            race.eventDate.toString(Qt::ISODate),
            rows::toSql(race.start),
            rows::toSql(race.qualifyingStart),
            rows::toSql(race.sprintStart),
            rows::toSql(sprintDate),
            toSql(race.laps),
            toSql(race.courseKm),
            toSql(race.streetCircuit),
            toSql(race.country),
            race.status == RaceStatus::Cancelled
                ? QVariant()
                : QVariant(QStringLiteral("%1/%2").arg(race.year).arg(race.round)),
            toString(race.status)};
}

// The new facts, completed by those that are stored and still hold.
Race withKnown(Race race, const Race& stored)
{
    const auto complete = [](auto& value, const auto& known) {
        if (!value)
            value = known;
    };
    if (race.eventDate == stored.eventDate) {
        complete(race.start, stored.start);
        complete(race.qualifyingStart, stored.qualifyingStart);
        complete(race.sprintStart, stored.sprintStart);
        complete(race.sprintDate, stored.sprintDate);
    }
    complete(race.laps, stored.laps);
    complete(race.courseKm, stored.courseKm);
    complete(race.streetCircuit, stored.streetCircuit);
    if (race.name.isEmpty())
        race.name = stored.name;
    if (race.country.isEmpty())
        race.country = stored.country;
    return race;
}

tl::unexpected<Error> noSuchRace(RaceId race)
{
    return fail(ErrorCode::NotFound, Sentence::tr("There is no race with the id %1.").arg(race));
}

// Runs one prepared statement per item, all of them or none.
template <typename Item, typename Bind>
Status runForEach(Database& database, const QString& sql, const std::vector<Item>& items, Bind bind)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto statement = database.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    for (const Item& item : items)
        if (Status status = statement->run(bind(item)); !status)
            return status;
    return transaction->commit();
}

// Every row of a table as a map by id.
template <typename Item, typename Read>
Result<QHash<QString, Item>> readById(Database& database, const QString& sql, Read read)
{
    auto rows = database.run(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, Item> items;
    const Status status = rows->each([&](const Statement& row) -> Status {
        Item item = read(row);
        items.insert(item.id, item);
        return {};
    });
    if (!status)
        return tl::unexpected(status.error());
    return items;
}

} // namespace

Result<std::vector<int>> RaceRepository::seasons() const
{
    auto rows = database_->run(QStringLiteral("SELECT DISTINCT year FROM races ORDER BY year DESC"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<int> years;
    const Status read = rows->each([&](const Statement& row) -> Status {
        years.push_back(static_cast<int>(row.integer(0)));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return years;
}

Result<std::vector<Race>> RaceRepository::ofYear(int year) const
{
    return readRaces(*database_, QStringLiteral("WHERE year = ?"), {year});
}

Result<std::vector<Race>> RaceRepository::all() const
{
    return readRaces(*database_, QString(), {});
}

Result<Race> RaceRepository::byId(RaceId race) const
{
    auto races = readRaces(*database_, QStringLiteral("WHERE races.id = ?"), {race});
    if (!races)
        return tl::unexpected(races.error());
    if (races->empty())
        return noSuchRace(race);
    return races->front();
}

Result<RaceId> RaceRepository::insert(const Race& race)
{
    auto done = database_->run(
        QStringLiteral(
            "INSERT INTO races (year, round, name, circuit, event_date, start_time, qualifying_time, "
            "sprint_time, sprint_date, laps, course_km, street_circuit, country, source_id, status) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        calendarValues(race));
    if (!done)
        return tl::unexpected(done.error());
    return done->insertedId();
}

Status RaceRepository::update(const Race& race)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto stored = byId(race.id);
    if (!stored)
        return tl::unexpected(stored.error());
    auto done = database_->run(
        QStringLiteral(
            "UPDATE races SET year = ?, round = ?, name = ?, circuit = ?, event_date = ?, start_time = ?, "
            "qualifying_time = ?, sprint_time = ?, sprint_date = ?, laps = ?, course_km = ?, "
            "street_circuit = ?, country = ?, source_id = ?, status = ? WHERE id = ?"),
        calendarValues(withKnown(race, *stored)) + Values{race.id});
    return done ? transaction->commit() : tl::unexpected(done.error());
}

Status RaceRepository::setStatus(RaceId race, RaceStatus status)
{
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto stored = byId(race);
    if (!stored)
        return tl::unexpected(stored.error());
    stored->status = status;
    if (Status updated = update(*stored); !updated)
        return updated;
    return transaction->commit();
}

Status RaceRepository::enrichCircuits(const std::vector<Circuit>& circuits)
{
    return runForEach(
        *database_,
        QStringLiteral("INSERT INTO circuits (id, name, locality, country, latitude, longitude, timezone) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                       "name = coalesce(nullif(excluded.name, ''), circuits.name), "
                       "locality = coalesce(nullif(excluded.locality, ''), circuits.locality), "
                       "country = coalesce(nullif(excluded.country, ''), circuits.country), "
                       "latitude = coalesce(excluded.latitude, circuits.latitude), "
                       "longitude = coalesce(excluded.longitude, circuits.longitude), "
                       "timezone = coalesce(nullif(excluded.timezone, ''), circuits.timezone)"),
        circuits, [](const Circuit& circuit) {
            return Values{toSql(circuit.id),      toSql(circuit.name),     toSql(circuit.locality),
                          toSql(circuit.country), toSql(circuit.latitude), toSql(circuit.longitude),
                          toSql(circuit.timezone)};
        });
}

Status RaceRepository::enrichDrivers(const std::vector<Driver>& drivers)
{
    return runForEach(
        *database_,
        QStringLiteral("INSERT INTO drivers (id, code, given_name, family_name, born, nationality) "
                       "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                       "code = coalesce(nullif(excluded.code, ''), drivers.code), "
                       "given_name = coalesce(nullif(excluded.given_name, ''), drivers.given_name), "
                       "family_name = coalesce(nullif(excluded.family_name, ''), drivers.family_name), "
                       "born = coalesce(excluded.born, drivers.born), "
                       "nationality = coalesce(nullif(excluded.nationality, ''), drivers.nationality)"),
        drivers, [](const Driver& driver) {
            return Values{toSql(driver.id),         toSql(driver.code),       toSql(driver.givenName),
                          toSql(driver.familyName), rows::toSql(driver.born), toSql(driver.nationality)};
        });
}

Status RaceRepository::enrichTeams(const std::vector<Team>& teams)
{
    return runForEach(
        *database_,
        QStringLiteral("INSERT INTO teams (id, name, nationality, colour) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (id) DO UPDATE SET "
                       "name = coalesce(nullif(excluded.name, ''), teams.name), "
                       "nationality = coalesce(nullif(excluded.nationality, ''), teams.nationality), "
                       "colour = coalesce(nullif(excluded.colour, ''), teams.colour)"),
        teams, [](const Team& team) {
            return Values{toSql(team.id), toSql(team.name), toSql(team.nationality), toSql(team.colour)};
        });
}

Result<QHash<QString, Circuit>> RaceRepository::circuits() const
{
    return readById<Circuit>(
        *database_,
        QStringLiteral("SELECT id, name, locality, country, latitude, longitude, timezone FROM circuits"),
        [](const Statement& row) {
            return Circuit{row.text(0),         row.text(1),         row.text(2), row.text(3),
                           row.optionalReal(4), row.optionalReal(5), row.text(6)};
        });
}

Result<QHash<QString, Driver>> RaceRepository::drivers() const
{
    return readById<Driver>(
        *database_,
        QStringLiteral("SELECT id, code, given_name, family_name, born, nationality FROM drivers"),
        [](const Statement& row) {
            Driver driver{row.text(0), row.text(1), row.text(2), row.text(3), {}, row.text(5)};
            if (!row.isNull(4))
                driver.born = QDate::fromString(row.text(4), Qt::ISODate);
            return driver;
        });
}

Result<QHash<QString, Team>> RaceRepository::teams() const
{
    return readById<Team>(
        *database_, QStringLiteral("SELECT id, name, nationality, colour FROM teams"),
        [](const Statement& row) { return Team{row.text(0), row.text(1), row.text(2), row.text(3)}; });
}

} // namespace parcferme

#include "store/HistoryMerge.h"

#include "core/UtcTime.h"
#include "domain/Knowledge.h"
#include "domain/RaceMatch.h"

namespace parcferme {

namespace {

// What is stored stays; gaps are filled where the date is the same.
Race completed(Race stored, const Race& bundled)
{
    const auto complete = [](auto& value, const auto& known) {
        if (!value)
            value = known;
    };
    if (stored.eventDate == bundled.eventDate) {
        complete(stored.start, bundled.start);
        complete(stored.qualifyingStart, bundled.qualifyingStart);
        complete(stored.sprintDate, bundled.sprintDate);
    }
    complete(stored.laps, bundled.laps);
    complete(stored.courseKm, bundled.courseKm);
    complete(stored.streetCircuit, bundled.streetCircuit);
    if (stored.status == RaceStatus::Scheduled)
        stored.status = bundled.status;
    return stored;
}

Result<RaceId> update(RaceRepository& repository, const Race& race)
{
    if (Status status = repository.update(race); !status)
        return tl::unexpected(status.error());
    return race.id;
}

} // namespace

Status HistoryMerge::run()
{
    for (const auto part :
         {&HistoryMerge::readResultRounds, &HistoryMerge::mergePeople, &HistoryMerge::mergeRaces,
          &HistoryMerge::mergeQualifying, &HistoryMerge::mergeSprints, &HistoryMerge::mergeResults})
        if (Status status = (this->*part)(); !status)
            return status;
    return execute("DROP TABLE merged_races");
}

Status HistoryMerge::execute(const char* sql, const QVariantList& values)
{
    auto done = database_.run(QLatin1StringView(sql), values);
    return done ? Status() : tl::unexpected(done.error());
}

Status HistoryMerge::readResultRounds()
{
    auto rows = database_.run(QStringLiteral(
        "SELECT DISTINCT season, round FROM bundle_entries WHERE finish_position IS NOT NULL"));
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->each([&](const Statement& row) -> Status {
        withResult_.insert({static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))});
        return {};
    });
}

// What is stored stays; gaps are filled. Without WHERE true SQLite would read ON as part of a join.
Status HistoryMerge::mergePeople()
{
    for (const char* sql :
         {"INSERT INTO circuits SELECT circuit_id, name, locality, country, latitude, longitude, "
          "coalesce(timezone, '') FROM bundle_circuits WHERE true ON CONFLICT (id) DO UPDATE SET "
          "name = coalesce(nullif(circuits.name, ''), excluded.name), "
          "locality = coalesce(nullif(circuits.locality, ''), excluded.locality), "
          "country = coalesce(nullif(circuits.country, ''), excluded.country), "
          "latitude = coalesce(circuits.latitude, excluded.latitude), "
          "longitude = coalesce(circuits.longitude, excluded.longitude), "
          "timezone = coalesce(nullif(circuits.timezone, ''), excluded.timezone)",
          "INSERT INTO drivers SELECT driver_id, coalesce(code, ''), given_name, family_name, born, "
          "coalesce(nationality, '') FROM bundle_drivers WHERE true ON CONFLICT (id) DO UPDATE SET "
          "code = coalesce(nullif(drivers.code, ''), excluded.code), "
          "given_name = coalesce(nullif(drivers.given_name, ''), excluded.given_name), "
          "family_name = coalesce(nullif(drivers.family_name, ''), excluded.family_name), "
          "born = coalesce(drivers.born, excluded.born), "
          "nationality = coalesce(nullif(drivers.nationality, ''), excluded.nationality)",
          "INSERT INTO teams SELECT team_id, name, coalesce(nationality, ''), coalesce(colour, '') "
          "FROM bundle_teams WHERE true ON CONFLICT (id) DO UPDATE SET "
          "name = coalesce(nullif(teams.name, ''), excluded.name), "
          "nationality = coalesce(nullif(teams.nationality, ''), excluded.nationality), "
          "colour = coalesce(nullif(teams.colour, ''), excluded.colour)"})
        if (Status status = execute(sql); !status)
            return status;
    return {};
}

Result<std::vector<Race>> HistoryMerge::bundledRaces()
{
    auto rows = database_.run(
        QStringLiteral("SELECT season, round, races.name, circuit_id, race_start_utc, "
                       "qualifying_start_utc, sprint_date, "
                       "scheduled_laps, course_km, street_circuit, country FROM bundle_races races "
                       "JOIN bundle_circuits USING (circuit_id) ORDER BY season, round"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Race> races;
    const Status read = rows->each([&](const Statement& row) -> Status {
        races.push_back(bundledRace(row));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return races;
}

// The build has checked every time and date of the bundle.
Race HistoryMerge::bundledRace(const Statement& row) const
{
    Race race;
    race.year = static_cast<int>(row.integer(0));
    race.round = static_cast<int>(row.integer(1));
    race.name = row.text(2);
    race.circuit = row.text(3);
    const QString start = row.text(4);
    race.eventDate = QDate::fromString(start.left(10), Qt::ISODate);
    if (const auto time = timeFromIso(start))
        race.start = *time;
    if (const auto time = timeFromIso(row.text(5)))
        race.qualifyingStart = *time;
    if (const auto date = dateFromIso(row.text(6)))
        race.sprintDate = *date;
    race.laps = row.optionalInt(7);
    race.courseKm = row.optionalReal(8);
    if (const auto street = row.optionalInt(9))
        race.streetCircuit = *street != 0;
    race.country = row.text(10);
    race.status =
        withResult_.contains({race.year, race.round}) ? RaceStatus::Completed : RaceStatus::Scheduled;
    return race;
}

Status HistoryMerge::makeMap()
{
    if (Status status = execute("DROP TABLE IF EXISTS merged_races"); !status)
        return status;
    return execute("CREATE TEMP TABLE merged_races (season BIGINT NOT NULL, round BIGINT NOT NULL, "
                   "race_id BIGINT NOT NULL, PRIMARY KEY (season, round))");
}

// Stores or completes every race, and keeps which race of the bundle is which in the database.
Status HistoryMerge::mergeRaces()
{
    RaceRepository repository(database_);
    auto bundled = bundledRaces();
    auto stored = repository.all();
    if (!bundled || !stored)
        return tl::unexpected(!bundled ? bundled.error() : stored.error());
    if (Status status = makeMap(); !status)
        return status;
    auto map = database_.prepare(
        QStringLiteral("INSERT INTO merged_races (season, round, race_id) VALUES (?, ?, ?)"));
    if (!map)
        return tl::unexpected(map.error());
    QHash<RaceId, const Race*> byId;
    for (const Race& race : *stored)
        byId.insert(race.id, &race);
    const auto matches = matchRaces(*bundled, *stored);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const Race& race = (*bundled)[i];
        auto id = matches[i] ? update(repository, completed(*byId.value(*matches[i]), race))
                             : repository.insert(race);
        if (!id)
            return tl::unexpected(id.error());
        newRaces_ += matches[i] ? 0 : 1;
        if (Status status = map->run({race.year, race.round, *id}); !status)
            return status;
    }
    return {};
}

// A session is taken from the bundle only where nothing of it is stored.

Status HistoryMerge::mergeQualifying()
{
    return execute("INSERT INTO qualifying_results (race_id, driver, team, number, position, q1_ms, q2_ms, "
                   "q3_ms) "
                   "SELECT race_id, driver_id, team_id, number, qualifying_position, q1_ms, q2_ms, q3_ms "
                   "FROM bundle_entries JOIN merged_races USING (season, round) "
                   "WHERE (qualifying_position IS NOT NULL OR q1_ms IS NOT NULL) "
                   "AND race_id NOT IN (SELECT race_id FROM qualifying_results) ORDER BY race_id, "
                   "driver_id");
}

Status HistoryMerge::mergeSprints()
{
    return execute(
        "INSERT INTO sprint_results (race_id, driver, team, number, position, classification, "
        "classified, status, laps, time, points, grid, revision, fetched_at, source) "
        "SELECT race_id, driver_id, team_id, number, sprint.finish_position, sprint.classification, "
        "CASE sprint.classification WHEN 'classified' THEN 1 ELSE 0 END, '', sprint.laps, "
        "sprint.race_time_ms / 1000.0, sprint.points, sprint.grid, 1, "
        "(SELECT value FROM bundle_meta WHERE key = 'known_at'), ? "
        "FROM bundle_sprints sprint JOIN bundle_entries USING (season, round, driver_id) "
        "JOIN merged_races USING (season, round) "
        "WHERE race_id NOT IN (SELECT race_id FROM sprint_results) "
        "ORDER BY season, round, sprint.finish_position",
        {QLatin1StringView(HistorySource).toString()});
}

Status HistoryMerge::mergeResults()
{
    auto before = racesWithResult();
    if (!before)
        return tl::unexpected(before.error());
    if (Status status =
            execute("INSERT INTO race_results (race_id, driver, team, number, position, "
                    "classification, classified, "
                    "status, laps, time, points, grid, revision, fetched_at, source) "
                    "SELECT race_id, driver_id, team_id, number, finish_position, classification, "
                    "CASE classification WHEN 'classified' THEN 1 ELSE 0 END, coalesce(status, ''), laps, "
                    "race_time_ms / 1000.0, "
                    "points, grid, 1, "
                    "(SELECT value FROM bundle_meta WHERE key = 'known_at'), ? "
                    "FROM bundle_entries JOIN merged_races USING (season, round) "
                    "WHERE finish_position IS NOT NULL AND race_id NOT IN (SELECT race_id FROM "
                    "race_results) "
                    "ORDER BY season, round, finish_position",
                    {QLatin1StringView(HistorySource).toString()});
        !status)
        return status;
    auto after = racesWithResult();
    if (!after)
        return tl::unexpected(after.error());
    newResults_ = *after - *before;
    return {};
}

Result<int> HistoryMerge::racesWithResult()
{
    auto row = database_.run(QStringLiteral("SELECT count(DISTINCT race_id) FROM race_results"));
    if (!row)
        return tl::unexpected(row.error());
    return row->next() ? Result<int>(static_cast<int>(row->integer(0)))
                       : tl::unexpected(row->status().error());
}

} // namespace parcferme

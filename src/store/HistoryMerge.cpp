#include "store/HistoryMerge.h"

#include "core/UtcTime.h"
#include "domain/Knowledge.h"
#include "domain/RaceMatch.h"
#include "store/RaceRepository.h"
#include "store/StateRepository.h"
#include "store/Transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QUrl>
#include <QVersionNumber>

namespace parcferme {

namespace {

constexpr auto EditionKey = "history_edition";

// The bundle, readable as schema "history" until the object goes.
class Attachment
{
public:
    explicit Attachment(Database& database) : database_(database) {}
    Attachment(const Attachment&) = delete;
    Attachment& operator=(const Attachment&) = delete;
    ~Attachment()
    {
        if (attached_)
            static_cast<void>(database_.run(QStringLiteral("DETACH history")));
    }

    Status attach(const QString& file)
    {
        // Immutable: the file ships with the program, may lie where nothing can be written, and is never
        // locked.
        const QString url = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) +
                            QStringLiteral("?mode=ro&immutable=1");
        auto done = database_.run(QStringLiteral("ATTACH ? AS history"), {url});
        attached_ = done.has_value();
        return done ? Status() : tl::unexpected(done.error());
    }

private:
    Database& database_;
    bool attached_ = false;
};

// The merge itself, inside one transaction and with the bundle attached.
class Merger
{
public:
    explicit Merger(Database& database) : database_(database) {}

    Status run(HistoryMerge::Report& report)
    {
        for (const auto part :
             {&Merger::readResultRounds, &Merger::people, &Merger::races, &Merger::sessions})
            if (Status status = (this->*part)(); !status)
                return status;
        report.newRaces = newRaces_;
        report.newResults = newResults_;
        return {};
    }

private:
    using Round = std::pair<int, int>; // season and round as the bundle numbers them

    Status execute(const char* sql, const QVariantList& values = {})
    {
        auto done = database_.run(QLatin1StringView(sql), values);
        return done ? Status() : tl::unexpected(done.error());
    }

    Status readResultRounds()
    {
        auto rows = database_.run(QStringLiteral(
            "SELECT DISTINCT season, round FROM history.entries WHERE finish_position IS NOT NULL"));
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->each([&](const Statement& row) -> Status {
            withResult_.insert({static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))});
            return {};
        });
    }

    // Who is stored keeps what is known of him; only gaps are filled. (WHERE true: SQLite would take ON for a
    // join.)
    Status people()
    {
        for (const char* sql :
             {"INSERT INTO main.circuits SELECT circuit_id, name, locality, country, latitude, longitude, "
              "coalesce(timezone, '') FROM history.circuits WHERE true ON CONFLICT (id) DO UPDATE SET "
              "name = coalesce(nullif(name, ''), excluded.name), "
              "locality = coalesce(nullif(locality, ''), excluded.locality), "
              "country = coalesce(nullif(country, ''), excluded.country), "
              "latitude = coalesce(latitude, excluded.latitude), "
              "longitude = coalesce(longitude, excluded.longitude), "
              "timezone = coalesce(nullif(timezone, ''), excluded.timezone)",
              "INSERT INTO main.drivers SELECT driver_id, coalesce(code, ''), given_name, family_name, born, "
              "coalesce(nationality, '') FROM history.drivers WHERE true ON CONFLICT (id) DO UPDATE SET "
              "code = coalesce(nullif(code, ''), excluded.code), "
              "given_name = coalesce(nullif(given_name, ''), excluded.given_name), "
              "family_name = coalesce(nullif(family_name, ''), excluded.family_name), "
              "born = coalesce(born, excluded.born), "
              "nationality = coalesce(nullif(nationality, ''), excluded.nationality)",
              "INSERT INTO main.teams SELECT team_id, name, coalesce(nationality, ''), coalesce(colour, '') "
              "FROM history.teams WHERE true ON CONFLICT (id) DO UPDATE SET "
              "name = coalesce(nullif(name, ''), excluded.name), "
              "nationality = coalesce(nullif(nationality, ''), excluded.nationality), "
              "colour = coalesce(nullif(colour, ''), excluded.colour)"})
            if (Status status = execute(sql); !status)
                return status;
        return {};
    }

    Result<std::vector<Race>> bundledRaces()
    {
        auto rows = database_.run(
            QStringLiteral("SELECT season, round, races.name, circuit_id, race_start_utc, "
                           "qualifying_start_utc, sprint_date, "
                           "scheduled_laps, course_km, street_circuit, country FROM history.races "
                           "JOIN history.circuits USING (circuit_id) ORDER BY season, round"));
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
    Race bundledRace(const Statement& row) const
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

    // What is stored stays; gaps are filled where the date is the same.
    static Race completed(Race stored, const Race& bundled)
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

    // Stores or completes every race, and keeps which race of the bundle is which in the database.
    Status races()
    {
        RaceRepository repository(database_);
        auto bundled = bundledRaces();
        auto stored = repository.all();
        if (!bundled || !stored)
            return tl::unexpected(!bundled ? bundled.error() : stored.error());
        if (Status status = prepareMap(); !status)
            return status;
        auto map = database_.prepare(
            QStringLiteral("INSERT INTO temp.merged_races (season, round, race_id) VALUES (?, ?, ?)"));
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

    static Result<RaceId> update(RaceRepository& repository, const Race& race)
    {
        if (Status status = repository.update(race); !status)
            return tl::unexpected(status.error());
        return race.id;
    }

    Status prepareMap()
    {
        if (Status status = execute("DROP TABLE IF EXISTS temp.merged_races"); !status)
            return status;
        return execute("CREATE TEMP TABLE merged_races (season INTEGER NOT NULL, round INTEGER NOT NULL, "
                       "race_id INTEGER NOT NULL, PRIMARY KEY (season, round)) STRICT, WITHOUT ROWID");
    }

    // A session is taken from the bundle only where nothing of it is stored.
    Status sessions()
    {
        if (Status status = execute(
                "INSERT INTO main.qualifying_results (race_id, driver, team, number, position, q1_ms, q2_ms, "
                "q3_ms) "
                "SELECT race_id, driver_id, team_id, number, qualifying_position, q1_ms, q2_ms, q3_ms "
                "FROM history.entries JOIN temp.merged_races USING (season, round) "
                "WHERE (qualifying_position IS NOT NULL OR q1_ms IS NOT NULL) "
                "AND race_id NOT IN (SELECT race_id FROM main.qualifying_results) ORDER BY race_id, "
                "driver_id");
            !status)
            return status;
        if (Status status = execute(
                "INSERT INTO main.sprint_results (race_id, driver, team, position) "
                "SELECT race_id, driver_id, team_id, sprint_position "
                "FROM history.entries JOIN temp.merged_races USING (season, round) "
                "WHERE sprint_position IS NOT NULL "
                "AND race_id NOT IN (SELECT race_id FROM main.sprint_results) ORDER BY race_id, driver_id");
            !status)
            return status;
        auto before = racesWithResult();
        if (!before)
            return tl::unexpected(before.error());
        if (Status status =
                execute("INSERT INTO main.race_results (race_id, driver, team, number, position, "
                        "classification, classified, "
                        "status, laps, time, points, grid, revision, fetched_at, source) "
                        "SELECT race_id, driver_id, team_id, number, finish_position, classification, "
                        "classification = 'classified', coalesce(status, ''), laps, race_time_ms / 1000.0, "
                        "points, grid, 1, "
                        "(SELECT value FROM history.meta WHERE key = 'known_at'), ? "
                        "FROM history.entries JOIN temp.merged_races USING (season, round) "
                        "WHERE finish_position IS NOT NULL AND race_id NOT IN (SELECT race_id FROM "
                        "main.race_results) "
                        "ORDER BY season, round, finish_position",
                        {QLatin1StringView(HistorySource).toString()});
            !status)
            return status;
        auto after = racesWithResult();
        if (!after)
            return tl::unexpected(after.error());
        newResults_ = *after - *before;
        return execute("DROP TABLE temp.merged_races");
    }

    Result<int> racesWithResult()
    {
        auto row = database_.run(QStringLiteral("SELECT count(DISTINCT race_id) FROM main.race_results"));
        if (!row)
            return tl::unexpected(row.error());
        return row->next() ? Result<int>(static_cast<int>(row->integer(0)))
                           : tl::unexpected(row->status().error());
    }

    Database& database_;
    QSet<Round> withResult_;
    int newRaces_ = 0;
    int newResults_ = 0;
};

tl::unexpected<Error> damagedBundle(const QString& bundle, const Error& why)
{
    return fail(
        ErrorCode::DamagedDatabase,
        QStringLiteral("The bundled history %1 is damaged (%2).")
            .arg(QDir::toNativeSeparators(bundle), why.message.simplified()),
        QStringLiteral("Nothing was changed; what is stored stays usable. Install the program again."));
}

Result<QString> bundleEdition(Database& database)
{
    auto row = database.run(QStringLiteral("SELECT value FROM history.meta WHERE key = 'edition'"));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->text(0);
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return fail(ErrorCode::Data, QStringLiteral("it says no edition"));
}

Status checkBundle(Database& database)
{
    auto row = database.run(QStringLiteral("PRAGMA history.quick_check(1)"));
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return row->status();
    return row->text(0) == QLatin1StringView("ok") ? Status() : fail(ErrorCode::Data, row->text(0));
}

// Is this edition newer than the one in the database?
Result<bool> isNewer(Database& database, const QString& edition)
{
    auto merged = StateRepository(database).value(QLatin1StringView(EditionKey));
    if (!merged)
        return tl::unexpected(merged.error());
    return !*merged || QVersionNumber::fromString(edition) > QVersionNumber::fromString(**merged);
}

} // namespace

Result<HistoryMerge::Report> HistoryMerge::mergeIfNewer(const QString& bundle)
{
    // SQLite would make a file that is missing.
    if (bundle.isEmpty() || !QFileInfo(bundle).isFile())
        return fail(
            ErrorCode::Io,
            QStringLiteral("The bundled history %1 is missing.")
                .arg(bundle.isEmpty() ? QStringLiteral("history.sqlite") : QDir::toNativeSeparators(bundle)),
            QStringLiteral(
                "The program works with what is stored. Install it again to have the past seasons."));
    Attachment attachment(*database_);
    if (Status status = attachment.attach(bundle); !status)
        return damagedBundle(bundle, status.error());
    auto edition = bundleEdition(*database_);
    if (!edition)
        return damagedBundle(bundle, edition.error());
    Report report{*edition};
    if (auto newer = isNewer(*database_, *edition); !newer || !*newer)
        return newer ? Result<Report>(report) : tl::unexpected(newer.error());
    if (Status status = checkBundle(*database_); !status)
        return damagedBundle(bundle, status.error());
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Asked again under the lock: another program may have merged meanwhile.
    if (auto newer = isNewer(*database_, *edition); !newer || !*newer)
        return newer ? Result<Report>(report) : tl::unexpected(newer.error());
    if (Status status = Merger(*database_).run(report); !status)
        return tl::unexpected(status.error());
    if (Status status = StateRepository(*database_).set(QLatin1StringView(EditionKey), *edition); !status)
        return tl::unexpected(status.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    report.merged = true;
    return report;
}

} // namespace parcferme

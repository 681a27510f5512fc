#include "LaterFacts.h"

#include "core/UtcTime.h"
#include "domain/Knowledge.h"

namespace parcferme {

void LaterFacts::unlock(Database& database)
{
    auto triggers = database.run(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
    QStringList names;
    while (triggers->next())
        names.append(triggers->text(0));
    for (const QString& name : names)
        if (!database.run(QStringLiteral("DROP TRIGGER ") + name))
            qFatal("The trigger %s stays.", qPrintable(name));
}

int LaterFacts::spoil(Database& database, const std::vector<RaceRecord>& records)
{
    database_ = &database;
    changed_ = 0;
    for (const RaceRecord& record : records) {
        const RaceId race = record.race.id;
        const bool qualifyingCounts =
            qualifyingKnownFrom(record.race, record.qualifyingFetchedAt) <= moment_ ||
            (retrospective_ && race == asked_);
        if (!qualifyingCounts)
            spoilQualifying(race);
        const bool inRetrospect = retrospective_ && race == asked_;
        for (const Session session : {Session::Race, Session::Sprint})
            for (const ResultRevision& revision : record.revisionsOf(session))
                if (resultKnownFrom(record.race, revision) > moment_)
                    spoilResult(revision, inRetrospect && &revision == &record.revisions.back());
        if (const ResultRevision* known = resultKnownAt(record, moment_))
            if (random_.bounded(20) == 0 && !inRetrospect)
                correctLater(record.race, *known);
        if (record.race.startOrDate() > moment_ && race != asked_)
            spoilRace(record.race);
    }
    addGridByHand(asked_);
    spoilPublishedGrids(asked_);
    spoilWeather(asked_);
    addToLedger();
    run("INSERT OR REPLACE INTO program_state VALUES ('last_server_time', '2199-01-01T00:00:00Z'), "
        "('spoiled', 'yes')");
    return changed_;
}

// Renamed, moved to another season's laps and course, cancelled.
void LaterFacts::spoilRace(const Race& race)
{
    run("UPDATE races SET name = 'Spoiled ' || name, laps = 3, course_km = 1.5, country = 'Nowhere', "
        "street_circuit = 1, status = ? WHERE id = ?",
        {QStringLiteral("cancelled"), race.id});
}

void LaterFacts::spoilQualifying(RaceId race)
{
    run("UPDATE qualifying_results SET team = 'spoiled', position = 1 + abs(random()) % 22, "
        "q1_ms = 60000 + abs(random()) % 30000, q2_ms = NULL, q3_ms = 59000 + abs(random()) % 30000 "
        "WHERE race_id = ?",
        {race});
    run("DELETE FROM qualifying_results WHERE race_id = ? AND driver LIKE '%a%'", {race});
}

void LaterFacts::spoilResult(const ResultRevision& result, bool gridCounts)
{
    const QByteArray table(result.of.session == Session::Sprint ? "sprint_results" : "race_results");
    const QVariantList key = {result.of.race, result.revision};
    // Positions are unique at every step, hence the detour over thousands.
    run("UPDATE " + table + " SET position = position + 1000 WHERE race_id = ? AND revision = ?", key);
    run("UPDATE " + table +
            " SET position = 1101 - (position - 1000), time = 1000 + abs(random()) % 9000, "
            "laps = abs(random()) % 70, points = abs(random()) % 26, status = 'Spoiled', "
            "classification = 'did_not_start', classified = 0 WHERE race_id = ? AND revision = ?",
        key);
    // In retrospect the grid of the race counts, and with it who stands on it for which team.
    if (gridCounts)
        return;
    run("UPDATE " + table +
            " SET grid = abs(random()) % 22, team = 'spoiled', driver = 'spoiled_' || driver "
            "WHERE race_id = ? AND revision = ?",
        key);
}

// The stewards turn a known result upside down, later.
void LaterFacts::correctLater(const Race& race, const ResultRevision& known)
{
    run("INSERT INTO race_results (race_id, driver, team, number, position, classification, classified, "
        "status, "
        "laps, time, points, grid, revision, fetched_at, source) "
        "SELECT race_id, driver, team, number, 100 - position, classification, classified, status, laps, "
        "time, "
        "points, 1, revision + 1, ?, 'jolpica' FROM race_results WHERE race_id = ? AND revision = ?",
        {toIso(std::max(moment_, known.fetchedAt).addSecs(1 + random_.bounded(86400))), race.id,
         known.revision});
}

void LaterFacts::addGridByHand(RaceId race)
{
    run("INSERT OR REPLACE INTO manual_grids SELECT race_id, 'race', driver, row_number() OVER (ORDER BY "
        "driver), ? "
        "FROM qualifying_results WHERE race_id = ?",
        {toIso(moment_.addSecs(1)), race});
}

// States that come later are others, and there is one more.
void LaterFacts::spoilPublishedGrids(RaceId race)
{
    const QString later = toIso(moment_.addSecs(1));
    run("UPDATE starting_grids SET driver = 'spoiled_' || driver WHERE fetched_at >= ?", {later});
    run("INSERT INTO starting_grids (race_id, session, driver, position, source, fetched_at) "
        "SELECT race_id, 'race', driver, row_number() OVER (ORDER BY driver DESC), 'openf1', ? "
        "FROM qualifying_results WHERE race_id = ?",
        {later, race});
}

// Shown, and no input: even the weather that is known changes nothing.
void LaterFacts::spoilWeather(RaceId race)
{
    run("INSERT INTO weather (race_id, session, hour, rain_chance, rain, temperature, wind, source, "
        "fetched_at) "
        "VALUES (?, 'race', '2026-06-07T13:00:00Z', 100, 50, -5, 40, 'open-meteo', ?)",
        {race, toIso(moment_.addSecs(-1))});
}

// A prediction and its evaluation, as if they had been made later.
void LaterFacts::addToLedger()
{
    const QString later = toIso(moment_.addDays(1));
    run("INSERT INTO predictions SELECT 1, id, 'live', ?, 'post_qualifying', ?, 'Q', 'spoiled', '', "
        "'HIGH', "
        "1, 1, 0, 'frozen', 'spoiled', '{}', printf('%064d', 0), printf('%064d', 1), 1, 'race' FROM races "
        "WHERE id = "
        "?",
        {later, later, asked_});
    run("INSERT INTO prediction_entries SELECT 1001, 1, 'spoiled', 'spoiled', 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, "
        "1, 1, 0");
    run("INSERT INTO evaluation_metrics (race_id, prediction_id, result_revision, created_at, starters, "
        "position_mae, winner_correct, podium_accuracy, podium_exact_order, points_overlap, "
        "confidence_score, "
        "calibration_error, baselines) SELECT ?, 1, 1, ?, 20, 0, 1, 1, 1, 1, 1, 0, '{}'",
        {asked_, later});
}

void LaterFacts::run(const QByteArray& sql, const QVariantList& values)
{
    auto done = database_->run(QString::fromLatin1(sql), values);
    if (!done)
        qFatal("%s: %s", sql.constData(), qPrintable(done.error().text()));
    changed_ += done->changedRows();
}

} // namespace parcferme

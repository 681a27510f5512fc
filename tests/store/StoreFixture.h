#pragma once

#include "core/CanonicalJson.h"
#include "core/UtcTime.h"
#include "domain/Prediction.h"
#include "store/Database.h"
#include "store/LedgerJson.h"
#include "store/PredictionRepository.h"
#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "support/Files.h"
#include "support/TestDatabase.h"
#include "support/Utc.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

// For a Result or Status that has to be fine: fails the test with the error's words.
#define MUST(...)                                                                                            \
    do {                                                                                                     \
        const auto& must_ = (__VA_ARGS__);                                                                   \
        QVERIFY2(must_.has_value(), must_ ? "" : qPrintable(must_.error().text()));                          \
    } while (false)

namespace parcferme::test {

// A SQLite file.
inline DatabaseLocation at(const QString& file)
{
    DatabaseLocation location;
    location.sqliteFile = file;
    return location;
}

// What only a file has.
#define ON_FILES_ONLY()                                                                                      \
    do {                                                                                                     \
        if (parcferme::test::onServer())                                                                     \
            QSKIP("of SQLite's files");                                                                      \
    } while (false)

// A fresh database that goes with the object: a file, or one of the test server's.
class Store
{
public:
    Store() : location(place.location()), file(location.sqliteFile) { reopen(); }

    void reopen()
    {
        database.reset();
        auto opened = Database::open(location);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        database = std::move(*opened);
    }

    // The single value that a query answers.
    QVariant value(const QString& sql, const QVariantList& values = {})
    {
        auto row = database->run(sql, values);
        return row && row->next() ? row->value(0) : QVariant();
    }

    TestDatabase place;
    DatabaseLocation location;
    QString file;         // empty on a server
    QTemporaryDir folder; // for what a test puts beside it
    std::unique_ptr<Database> database;
};

inline Race monaco(int year = 2026)
{
    Race race;
    race.year = year;
    race.round = 6;
    race.name = QStringLiteral("Monaco Grand Prix");
    race.circuit = QStringLiteral("monaco");
    race.eventDate = QDate(year, 6, 7);
    race.start = QDateTime(race.eventDate, QTime(13, 0), QTimeZone::utc());
    race.qualifyingStart = race.start->addDays(-1);
    race.laps = 78;
    race.courseKm = 3.337;
    race.streetCircuit = true;
    return race;
}

inline PredictionEntry entry(const QString& driver, int position)
{
    PredictionEntry e;
    e.driver = driver;
    e.team = QStringLiteral("ferrari");
    e.predictedPosition = position;
    const double gap = 7.25 * (position - 1) / 3;
    e.gap = gap;
    e.predictedRaceTime = 5400.1 + gap;
    e.uncertainty = 0.1 * position;
    e.gapLow = gap / 2;
    e.gapHigh = gap * 2;
    e.pLapped = 0.03 * position;
    e.pWin = 0.7 / position;
    e.pPodium = 0.9 / position;
    e.pPoints = 1;
    e.pRetire = 1.0 / 7;
    e.positionLow = position;
    e.positionHigh = position + 3;
    return e;
}

// A draft of three drivers with the snapshot that belongs to it.
inline Prediction draft(RaceId race, PredictionKind kind = PredictionKind::Live, double confidence = 0.77,
                        int format = NewestFormat)
{
    Prediction p;
    p.race = race;
    p.kind = kind;
    p.createdAt = utc("2026-06-06T17:12:03Z");
    p.snapshotTs = p.createdAt;
    p.sessionType = QStringLiteral("Q");
    p.fastf1Version = QStringLiteral("parcferme/1.0.0 jolpica");
    p.cachePath = QStringLiteral("/home/fan/.cache/parcferme");
    p.confidenceLevel = ConfidenceLevel::High;
    p.confidenceScore = confidence;
    p.featureCoverage = 1;
    p.modelVersion = QStringLiteral("1");
    p.format = format;
    p.entries = {entry(QStringLiteral("leclerc"), 1), entry(QStringLiteral("hamilton"), 2),
                 entry(QStringLiteral("p\u00e9rez"), 3)};
    if (format < 2)
        for (PredictionEntry& each : p.entries)
            each.pLapped.reset();
    p.snapshot = canonicalJson(QJsonObject{{QStringLiteral("prediction"), columnsJson(p)},
                                           {QStringLiteral("stage"), QStringLiteral("qualifying")},
                                           {QStringLiteral("weights"), 0.1}})
                     .value();
    return p;
}

// Keys of the program's own notes, in order.
inline QStringList stateKeys(Database& database)
{
    auto rows = database.run(QStringLiteral("SELECT key FROM program_state ORDER BY key"));
    QStringList keys;
    while (rows && rows->next())
        keys.append(rows->text(0));
    return keys;
}

inline ResultRow resultRow(const QString& driver, int position)
{
    ResultRow row;
    row.driver = driver;
    row.team = QStringLiteral("ferrari");
    row.number = 16;
    row.position = position;
    row.status = QStringLiteral("Finished");
    row.laps = 78;
    row.time = 5400.125 + position;
    row.points = 26 - position;
    row.grid = position;
    return row;
}

// Of the race's first prediction and first revision.
inline Evaluation judged(RaceId race)
{
    Evaluation e;
    e.race = race;
    e.prediction = 1;
    e.resultRevision = 1;
    e.createdAt = utc("2026-06-07T18:00:01Z");
    e.starters = 20;
    e.positionMae = 10.0 / 3;
    e.timeMaeSeconds = 12.3456789;
    e.winnerCorrect = true;
    e.podiumAccuracy = 2.0 / 3;
    e.spearman = -0.1;
    e.confidenceScore = 0.77;
    e.calibrationError = 0.1 + 0.2;
    e.baselines = "{}";
    return e;
}

} // namespace parcferme::test

#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace parcferme {

// The database's key of a race. Never a round: rounds are renumbered when a race is cancelled.
using RaceId = qint64;

// Ids of drivers, teams and circuits are those of the source ("max_verstappen", "red_bull", "monaco").

struct Circuit
{
    QString id;
    QString name;
    QString locality;
    QString country;
    std::optional<double> latitude, longitude; // degrees
    QString timezone;                          // IANA name; empty when unknown
};

struct Driver
{
    QString id;
    QString code; // three letters; not unique, may be empty
    QString givenName;
    QString familyName;
    std::optional<QDate> born;
    QString nationality;

    QString fullName() const; // the id when no name is known
};

struct Team
{
    QString id;
    QString name;
    QString nationality;
    QString colour; // "#rrggbb", empty when unknown
};

enum class RaceStatus { Scheduled, Completed, Cancelled };

// One Grand Prix of one season, identified by season + circuit + date.
struct Race
{
    RaceId id = 0; // 0: not stored yet
    int year = 0;
    int round = 0;
    QString name;
    QString circuit;                // id
    QDate eventDate;                // UTC date of the start
    std::optional<QDateTime> start; // UTC; nothing when only the date is known
    std::optional<QDateTime> qualifyingStart;
    std::optional<QDateTime> sprintStart;
    std::optional<QDate> sprintDate; // known without a time for some seasons
    std::optional<int> laps;         // as planned
    std::optional<double> courseKm;
    std::optional<bool> streetCircuit;
    QString circuitName; // for people; empty when unknown
    QString locality;    // of the circuit, for people
    QString country;
    QString timezone; // of the circuit, IANA; empty when unknown
    RaceStatus status = RaceStatus::Scheduled;

    // The scheduled start; 00:00 UTC of the date where no time is known.
    QDateTime startOrDate() const;
};

// One driver's row of a qualifying classification.
struct QualifyingRow
{
    QString driver;
    QString team;
    std::optional<int> number;
    std::optional<int> position;
    std::optional<int> q1, q2, q3; // milliseconds
};

// One driver's row of a sprint classification.
struct SprintRow
{
    QString driver;
    QString team;
    std::optional<int> position;
    std::optional<double> points;
};

// How a driver's race ended, after the official classification.
enum class Classification {
    Classified,
    Retired,
    NotClassified,
    Disqualified,
    DidNotStart,
    DidNotQualify,
    Excluded,
};

// One driver's row of a race's official classification.
struct ResultRow
{
    QString driver;
    QString team;
    std::optional<int> number;
    int position = 0; // official order 1..n, non-starters included
    Classification classification = Classification::Classified;
    QString status;             // the source's words
    std::optional<int> laps;    // run
    std::optional<double> time; // seconds in total; nothing off the lead lap
    double points = 0;
    std::optional<int> grid; // 0: pit lane or none

    bool classified() const { return classification == Classification::Classified; }
    // A starter is in the classification, retired or not; DNS, DNQ and excluded are none.
    bool starter() const;
};

// One version of a race's official result.
struct ResultRevision
{
    RaceId race = 0;
    int revision = 0; // 1, 2, ...
    QDateTime fetchedAt;
    QString source;              // "f1db" for the bundled history, "jolpica"
    std::vector<ResultRow> rows; // by position
};

// The starting grid as a user typed it in before the source had it.
struct ManualGrid
{
    RaceId race = 0;
    QDateTime enteredAt;
    struct Slot
    {
        QString driver;
        int grid = 0; // 1..n; 0: pit lane
    };
    std::vector<Slot> places;
};

// Everything stored about one race that a forecast may learn from, with the moment each part came in.
struct RaceRecord
{
    Race race;
    std::vector<QualifyingRow> qualifying;        // by position, unplaced last
    std::optional<QDateTime> qualifyingFetchedAt; // nothing: from the bundled history
    std::vector<SprintRow> sprint;
    std::optional<QDateTime> sprintFetchedAt;
    std::vector<ResultRevision> revisions; // oldest first
};

} // namespace parcferme

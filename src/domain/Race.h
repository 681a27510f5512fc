#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace parcferme {

// The database's key of a race. Never a round: rounds are renumbered when a race is cancelled.
using RaceId = qint64;

// What is predicted, frozen, synced and judged of a weekend.
enum class Session { Race, Sprint };

// The address of all that: a race and one of its sessions. A race alone means its Grand Prix.
struct SessionKey
{
    RaceId race = 0;
    Session session = Session::Race;

    // Not explicit: most of what is asked for is the Grand Prix.
    SessionKey(RaceId race = 0, Session session = Session::Race) : race(race), session(session) {}

    friend bool operator==(const SessionKey&, const SessionKey&) = default;
    friend auto operator<=>(const SessionKey&, const SessionKey&) = default;
};

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

    // The scheduled start of a session; nothing when only the date is known.
    std::optional<QDateTime> startOf(Session session) const;
    // The same; 00:00 UTC of the date where no time is known. Of a sprint that is not planned, the day
    // before.
    QDateTime startOrDate(Session session = Session::Race) const;
    bool hasSprint() const { return sprintStart || sprintDate; }
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

// One driver's row of the official classification of a race or a sprint.
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

// One version of the official result of a session.
struct ResultRevision
{
    SessionKey of;
    int revision = 0; // 1, 2, ...
    QDateTime fetchedAt;
    QString source;              // "f1db" for the bundled history, "jolpica"
    std::vector<ResultRow> rows; // by position
};

// The starting grid as a user typed it in before the source had it.
struct ManualGrid
{
    SessionKey of;
    QDateTime enteredAt;
    struct Slot
    {
        QString driver;
        int grid = 0; // 1..n; 0: pit lane
    };
    std::vector<Slot> places;
};

// One place of a published starting grid.
struct GridPlace
{
    QString driver;
    int position = 0; // 1..n; 0: pit lane

    friend bool operator==(const GridPlace&, const GridPlace&) = default;
};

// The starting grid of a session as it was published before the start, penalties included: one state of it,
// since a penalty makes another.
struct OfficialGrid
{
    SessionKey of;
    QDateTime fetchedAt;           // UTC: when this state was first seen, and so from when it is known
    QString source;                // "openf1"
    std::vector<GridPlace> places; // by position, pit lane last
};

// Everything stored about one race that a forecast may learn from, with the moment each part came in.
struct RaceRecord
{
    Race race;
    std::vector<QualifyingRow> qualifying;        // by position, unplaced last
    std::optional<QDateTime> qualifyingFetchedAt; // nothing: from the bundled history
    // Of the race and of the sprint, oldest first.
    std::vector<ResultRevision> revisions;
    std::vector<ResultRevision> sprintRevisions;
    std::vector<OfficialGrid> grids = {}; // of both sessions, every state that was seen, oldest first

    const std::vector<ResultRevision>& revisionsOf(Session session) const
    {
        return session == Session::Sprint ? sprintRevisions : revisions;
    }
};

} // namespace parcferme

#pragma once

#include "domain/Race.h"
#include "domain/Weather.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace parcferme {

// What a source says about one race of its calendar. The id of `race` is 0: which stored race it is, the
// tracker finds out.
struct CalendarRace
{
    Race race;
    Circuit circuit;
};

// Rows of one session of one race.
template <typename Row>
struct SessionRows
{
    int season = 0;
    int round = 0; // as numbered now
    QString circuit;
    QDate date;
    std::vector<Row> rows;
    // Of a result: drivers whose points the source did not say. Their rows have 0, which is no fact.
    QStringList withoutPoints = {};
};

// A race of which an answer cannot be used, for a reason that is said as a sentence.
struct RefusedRace
{
    int season = 0;
    int round = 0; // 0: the answer does not say it readably
    QString why;
};

// What was odd in an answer, and what was done about it.
struct Oddities
{
    QStringList notes;                // fields left out, places put in order: the rest was used
    std::vector<RefusedRace> refused; // nothing of these was used

    bool whole() const { return refused.empty(); }
};

// Somebody who may stand on the grid of a race, as our facts know him.
struct Starter
{
    QString driver;
    int number = 0;     // of the car, in that race
    QString code;       // three letters; may be empty
    QString familyName; // may be empty
};

// What a source has of a starting grid.
struct GridState
{
    std::vector<GridPlace> places; // whole, by position; empty: nothing is published, or nothing that counts
    QString refusal;               // why what is published does not count, for people; else empty
    QString note;                  // what is odd about a grid that counts, for people; else empty
};

// Everybody an answer named, for the tables of drivers and teams. No id twice.
struct DriversAndTeams
{
    std::vector<Driver> drivers;
    std::vector<Team> teams;
};

} // namespace parcferme

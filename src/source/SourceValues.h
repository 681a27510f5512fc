#pragma once

#include "domain/Race.h"

#include <QDate>
#include <QString>

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
};

// Everybody an answer named, for the tables of drivers and teams. No id twice.
struct Named
{
    std::vector<Driver> drivers;
    std::vector<Team> teams;
};

} // namespace parcferme

#pragma once

#include "domain/Race.h"

#include <QDate>
#include <QString>

#include <vector>

namespace parcferme {

// What a source says about one race of its calendar. id of `race` is 0: matching to a stored race is the
// tracker's.
struct CalendarRace
{
    Race race;
    Circuit circuit;
};

// Rows of one session of one race, with whoever they name.
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

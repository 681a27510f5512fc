#pragma once

#include "domain/Race.h"
#include "season/Outlook.h"
#include "season/Standings.h"
#include "season/WhatIf.h"
#include "tracker/Views.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What the window, the command line and the API see of a season: plain values, safe to hand between threads.
namespace parcferme {

// What is expected of the rest of a season. Computed, never frozen.
struct SeasonForecast
{
    season::SeasonOutlook outlook;
    double scale = 1; // of the variances that it was simulated with: 1.5 from 2026 on
    // To the end, by place in outlook.drivers and outlook.teams.
    std::vector<std::vector<season::PathPoint>> driverPaths, teamPaths;
    std::vector<season::Starter> lineup; // by driver id
};

// Points of everybody after a round, by id.
struct SeasonPoints
{
    int round = 0;
    std::map<std::string, double> drivers, teams;
};

// A season as it stood after one of its rounds; nothing later is in it but the calendar.
struct SeasonView
{
    int year = 0;
    std::vector<Race> calendar;      // by round, without those cancelled
    std::vector<int> rounds;         // with a stored result, ascending
    std::vector<SessionKey> missing; // over by the clock, and no result is stored: counted as still to come
    int after = 0;                   // the round; 0: before the first
    std::vector<season::Event> left; // after it, in the order in which it is run
    season::Standings drivers,
        teams;                       // ids of teams run on through changes of name, Standing::team names them
    std::vector<SeasonPoints> soFar; // from before the first round (0) to `after`
    People people;                   // of these, with the car numbers of the newest race
    bool newRules = false;           // of the cars, against the season before
    // Nothing where nothing is left, or where the model had too little to learn from (before 2008).
    std::shared_ptr<const SeasonForecast> forecast;

    bool isOver() const { return after > 0 && left.empty(); }
    bool isRetrospect() const { return isOver() || after != (rounds.empty() ? 0 : rounds.back()); }
    // Of the last weekend only the sprint has been run: its Grand Prix is the next.
    bool endsWithSprint() const
    {
        return std::ranges::any_of(left, [this](const season::Event& event) {
            return event.round == after && event.session == season::Session::Race;
        });
    }
    // Not one that was run before and is not fetched.
    bool isToCome(const season::Event& event) const
    {
        return event.round > after || (event.round == after && event.session == season::Session::Race);
    }
    // Of a driver or team, to the end; empty where nothing is expected of it.
    std::vector<season::PathPoint> pathOf(season::Contestants side, const std::string& id) const;
    const Race* race(int round) const
    {
        for (const Race& race : calendar)
            if (race.round == round)
                return &race;
        return nullptr;
    }
};

// One condition on the rest of a season.
struct SeasonCondition
{
    enum class Kind { Wins, OnThePodium, DoesNotScore };

    QString driver; // id
    Kind kind = Kind::Wins;
    int round = 0;
    Session session = Session::Race;

    friend bool operator==(const SeasonCondition&, const SeasonCondition&) = default;
};

} // namespace parcferme

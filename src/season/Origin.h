#pragma once

#include "season/Facts.h"
#include "season/Standings.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parcferme::season {

// A driver of the lineup, with what the predictor expects of him in each race to come: a forecast of stage
// `nothing` of the next race, at a circuit without a record, made on a copy of what was learnt up to the
// round.
struct Starter
{
    std::string driver; // id of the source
    std::string team;   // the id its ratings run on under, as teams are drawn in the order of these
    double mu = 0;      // latent strength, higher is better
    double pRetire = 0; // chance not to be classified in a Grand Prix; half of it in a sprint
};

// What a driver or team has before the simulation starts.
struct SoFar
{
    std::string id;       // a team's as in Starter::team
    double points = 0;    // official, of races and sprints
    int wins = 0;         // of Grands Prix
    bool shutOut = false; // cannot be champion
};

// What is known after a round.
struct Origin
{
    int season = 0;
    int round = 0;               // 0 = before the first
    double sigma = 0;            // of a race around mu
    std::vector<Starter> lineup; // starters of the last race run (round 0: field of the first), in any order
    // Whoever is missing here has nothing; who is here but not in the lineup keeps what he has.
    std::vector<SoFar> drivers;
    std::vector<SoFar> teams;
};

// Points and wins of a table, as the simulation takes them.
std::vector<SoFar> soFar(const Standings& standings);

struct SimulationSettings
{
    int count = 10000;
    std::uint64_t seed = 1;
    double scale = 1; // of all six variances; 1.5 makes the ranges wide enough for 2022 on
};

// What keeps these from being simulated, in words for a developer; empty when nothing does.
std::vector<std::string> breaches(const Origin& origin, std::span<const Event> left,
                                  const SimulationSettings& settings);

} // namespace parcferme::season

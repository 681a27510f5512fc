#pragma once

#include "evaluation/Scores.h"

#include <map>
#include <string>
#include <vector>

namespace parcferme::evaluation {

// One starter, judged.
struct JudgedDriver
{
    std::string driver;
    std::string team;
    int predicted = 0; // among the starters, closed up
    int official = 0;
    bool classified = false;
    double pWin = 0;
    double pPodium = 0;
    double pPoints = 0;
    int low80 = 0; // 80 % interval, among the starters
    int high80 = 0;
    // Chances to end ahead of each who follows in the list; none of a forecast without strengths.
    std::vector<double> ahead = {}; // NOLINT(readability-redundant-member-init)

    bool insideInterval80() const { return low80 <= official && official <= high80; }
    bool operator==(const JudgedDriver&) const = default;
};

// A forecast held against the official result, and the baselines on the same race.
struct JudgedRace
{
    int season = 0;
    int round = 0;
    std::string name;
    Scores model;
    std::map<std::string, Scores> baselines; // "grid", "qualifying" (not of a sprint), "form"
    double confidence = 0;                   // as forecast
    double calibrationError = 0;             // confidence minus the realised share of pairs
    int notForecast = 0;                     // starters that the forecast did not have; they are left out
    std::vector<JudgedDriver> drivers;       // by driver id
    std::vector<std::string> order;          // the whole forecast field, best predicted first
    std::map<std::string, double> pWin;      // the whole forecast field
};

} // namespace parcferme::evaluation

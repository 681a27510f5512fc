#pragma once

#include "evaluation/Bootstrap.h"
#include "evaluation/Calibration.h"
#include "evaluation/JudgedRace.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parcferme::evaluation {

// Means over races; of a score that exists in no race the mean is empty.
struct Summary
{
    int races = 0;
    std::optional<double> positionMae;
    std::optional<double> positionMaeClassified;
    std::optional<double> timeMaeSeconds;
    std::optional<double> timeMaeSecondsNotStopped;
    std::optional<double> gapMaeSeconds;
    std::optional<double> gapDistanceSeconds;
    std::optional<double> gapCoverage80;
    std::optional<double> lappedBrier;
    std::optional<double> winnerCorrect;
    std::optional<double> podiumAccuracy;
    std::optional<double> podiumExact;
    std::optional<double> pointsOverlap;
    std::optional<double> spearman;
    std::optional<double> kendall;
    std::optional<double> winnerLogLoss;
    std::optional<double> winBrier;
    std::optional<double> podiumBrier;
    std::optional<double> pointsBrier;
    std::optional<double> rps;
    std::optional<double> teammatesLogLoss;
    std::optional<double> coverage50;
    std::optional<double> coverage80;
    std::optional<double> coverage90;
    std::optional<double> concordance;
};

// One score: its name in files and JSON, and where it stands for a race and for a period.
struct ScoreColumn
{
    const char* name;
    std::optional<double> (*of)(const Scores&);
    bool (*set)(Scores&, std::optional<double>); // false: this score always exists and was given none
    std::optional<double> Summary::* mean;
};

// All scores, in the order to show them.
std::span<const ScoreColumn> scoreColumns();

// By the name of a score column; only scores that both sides have.
using Differences = std::map<std::string, Interval>;

// One season, or all of them.
struct Period
{
    std::optional<int> season; // none: all
    Summary model;
    std::map<std::string, Summary> baselines;
    std::map<std::string, Differences> differences; // by baseline: model minus baseline, paired by race
    std::optional<Interval> skill;                  // 1 - RPS / RPS of grid climatology
    std::optional<Interval> calibrationError;       // mean of confidence minus realised share
};

// Skill against grid climatology over the races up to this one, with its 95 % bootstrap band.
struct SkillPoint
{
    int season = 0;
    int round = 0;
    int races = 0; // this one included; the first eight are not part of the series
    double skill = 0;
    double low = 0;
    double high = 0;
};

// Mean of predicted minus official position: above 0 he finishes ahead of his predictions.
struct DriverBias
{
    std::string driver;
    std::string team; // of his last judged race
    int races = 0;
    double bias = 0;
};

struct Report
{
    Period all;
    std::vector<Period> seasons;
    Reliability win;
    Reliability podium;
    Reliability points;
    Reliability pairs; // of two drivers, the one who is given more, to end ahead
    std::vector<SkillPoint> skill;
    std::vector<DriverBias> bias; // by driver id
    std::vector<JudgedRace> races;
};

// The record of these races, in time order; serves backtests and stored evaluations alike.
Report summarise(std::vector<JudgedRace> races);

} // namespace parcferme::evaluation

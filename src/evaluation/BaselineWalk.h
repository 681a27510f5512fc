#pragma once

#include "predictor/Facts.h"

#include <Eigen/Core>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace parcferme::evaluation {

// What the baselines say of a race; everything in the order of `drivers`.
struct BaselineForecasts
{
    std::vector<std::string> drivers; // starters, by driver id
    std::vector<int> grid;            // predicted positions 1..n
    std::vector<int> qualifying;
    std::vector<int> form;
    Eigen::MatrixXd climatology; // chance of each position, by starting slot
};

// The baselines, walked forward: they know earlier races only. Grid order, its climatology (finishes by
// starting slot, this season and the four before), qualifying order, and form (mean of the last five
// finishes, 15 with none).
class BaselineWalk
{
public:
    // Adds a race to the past, in time order; one without a result is ignored.
    void learn(const predictor::RaceFacts& race);

    // The baselines of the next race for its starters; only those in `among` count (the forecast field).
    BaselineForecasts forecast(const predictor::RaceFacts& race, const std::set<std::string>& among) const;

private:
    struct PastRace
    {
        int season = 0;
        std::vector<int> finish; // by starting slot
    };

    // Chance of each finish by starting slot, in a field of n.
    Eigen::MatrixXd climatology(int season, int n) const;

    std::vector<PastRace> past_;
    std::map<std::string, std::vector<int>> finishes_; // by driver, oldest first
};

} // namespace parcferme::evaluation

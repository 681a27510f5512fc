#pragma once

#include <Eigen/Core>

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace parcferme::predictor {

// How one rating moves and learns. Variances but for the means and `keep`.
struct RatingConstants
{
    double noise;      // of one observation
    double stepDriver; // added per race
    double stepTeam;
    double winterDriver; // added at the start of a season
    double winterTeam;
    double regulation;    // added to teams too, times the size of the regulation change
    double keep;          // share of a team's distance to the mean that survives a winter
    double newDriverMean; // of who was never seen
    double newDriverVariance;
    double newTeamMean;
    double newTeamVariance;
};

extern const RatingConstants QualifyingRating;
extern const RatingConstants OrderRating;
extern const RatingConstants PaceRating;

// Size of the regulation change at the start of this season, 0 for most.
double regulationChange(int season);

// Who a rating is of: the strength of an entrant is his own plus his team's.
struct Entrant
{
    std::string driver;
    std::string lineage;
};

// One value per entrant, higher is better; empty = not observed.
using Observations = std::vector<std::optional<double>>;

// A Kalman filter over the strengths of all drivers and teams ever seen.
class Rating
{
public:
    explicit Rating(const RatingConstants& constants);

    // Moves the state to the next race; once per race.
    void advance(int season, const std::vector<Entrant>& field);

    // Driver plus team, against the mean of the field.
    std::vector<double> strengths(const std::vector<Entrant>& field) const;

    // Whether the driver or the team was never observed.
    bool isUnseen(const Entrant& entrant) const;

    // Learns from one race; fewer than three observations say nothing. noise: variance of one, the rating's
    // own when none.
    void update(const std::vector<Entrant>& field, const Observations& observed,
                std::optional<double> noise = std::nullopt);

private:
    using Slots = std::unordered_map<std::string, Eigen::Index>;

    void addUnknown(const std::vector<Entrant>& field);
    void winter(int season, const std::vector<Entrant>& field);
    double meanOf(const Slots& slots, const std::string& id, double unknown) const;

    RatingConstants constants_;
    std::optional<int> season_;
    Slots drivers_;
    Slots teams_;
    std::set<std::string> seenDrivers_;
    std::set<std::string> seenTeams_;
    Eigen::VectorXd mean_;
    Eigen::VectorXd isTeam_; // 1 for a team, 0 for a driver
    Eigen::MatrixXd covariance_;
};

} // namespace parcferme::predictor

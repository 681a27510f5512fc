#include "predictor/Rating.h"

#include "predictor/Numerics.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

// Variance of a shift common to the whole field: so large that only differences inform.
constexpr double CommonShift = 25.0;
// Surprises are cut at this many standard deviations.
constexpr double SurpriseLimit = 2.5;

} // namespace

const RatingConstants QualifyingRating = {.noise = .12,
                                          .stepDriver = .001,
                                          .stepTeam = .005,
                                          .winterDriver = .075,
                                          .winterTeam = .15,
                                          .regulation = .6,
                                          .keep = .7,
                                          .newDriverMean = -.35,
                                          .newDriverVariance = .15,
                                          .newTeamMean = -.6,
                                          .newTeamVariance = .8};

const RatingConstants OrderRating = {.noise = .5,
                                     .stepDriver = .0008,
                                     .stepTeam = .0032,
                                     .winterDriver = .02,
                                     .winterTeam = .12,
                                     .regulation = .4,
                                     .keep = .95,
                                     .newDriverMean = -.2,
                                     .newDriverVariance = .08,
                                     .newTeamMean = -.4,
                                     .newTeamVariance = .5};

const RatingConstants PaceRating = {.noise = .12,
                                    .stepDriver = .002,
                                    .stepTeam = .010,
                                    .winterDriver = .075,
                                    .winterTeam = .375,
                                    .regulation = 1.25,
                                    .keep = .7,
                                    .newDriverMean = -.2,
                                    .newDriverVariance = .08,
                                    .newTeamMean = -.5,
                                    .newTeamVariance = .6};

double regulationChange(int season)
{
    switch (season) {
    case 2009:
    case 2014:
    case 2022:
    case 2026:
        return 1.0;
    case 2017:
        return 0.5;
    default:
        return 0.0;
    }
}

Rating::Rating(const RatingConstants& constants) : constants_(constants) {}

void Rating::addUnknown(const std::vector<Entrant>& field)
{
    const Eigen::Index known = mean_.size();
    Eigen::Index size = known;
    for (const Entrant& entrant : field) {
        size += drivers_.try_emplace(entrant.driver, size).second ? 1 : 0;
        size += teams_.try_emplace(entrant.lineage, size).second ? 1 : 0;
    }
    if (size == known)
        return;
    mean_.conservativeResize(size);
    isTeam_.conservativeResize(size);
    covariance_.conservativeResize(size, size);
    covariance_.rightCols(size - known).setZero();
    covariance_.bottomRows(size - known).setZero();
    const auto begin = [&](Eigen::Index slot, bool team, double mean, double variance) {
        if (slot < known)
            return;
        isTeam_[slot] = team ? 1 : 0;
        mean_[slot] = mean;
        covariance_(slot, slot) = variance;
    };
    for (const Entrant& entrant : field) {
        begin(drivers_.at(entrant.driver), false, constants_.newDriverMean, constants_.newDriverVariance);
        begin(teams_.at(entrant.lineage), true, constants_.newTeamMean, constants_.newTeamVariance);
    }
}

void Rating::winter(int season, const std::vector<Entrant>& field)
{
    std::set<std::string> lineages;
    for (const Entrant& entrant : field)
        lineages.insert(entrant.lineage);
    double centre = 0;
    for (const std::string& lineage : lineages)
        centre += mean_[teams_.at(lineage)];
    centre /= static_cast<double>(lineages.size());

    const double regulation = regulationChange(season);
    const double keep = std::pow(constants_.keep, 1 + regulation);
    const Eigen::VectorXd scale = (1 - isTeam_.array() * (1 - keep)).matrix();
    mean_ = (mean_.array() + isTeam_.array() * (keep - 1) * (mean_.array() - centre)).matrix();
    covariance_ = (scale * scale.transpose()).cwiseProduct(covariance_).eval();
    const double team = constants_.winterTeam + regulation * constants_.regulation;
    covariance_.diagonal().array() +=
        constants_.winterDriver + isTeam_.array() * (team - constants_.winterDriver);
}

void Rating::advance(int season, const std::vector<Entrant>& field)
{
    if (field.empty())
        return;
    addUnknown(field);
    covariance_.diagonal().array() +=
        constants_.stepDriver + isTeam_.array() * (constants_.stepTeam - constants_.stepDriver);
    if (season_ && *season_ != season)
        winter(season, field);
    season_ = season;
}

double Rating::meanOf(const Slots& slots, const std::string& id, double unknown) const
{
    const auto slot = slots.find(id);
    return slot == slots.end() ? unknown : mean_[slot->second];
}

std::vector<double> Rating::strengths(const std::vector<Entrant>& field) const
{
    std::vector<double> strengths;
    strengths.reserve(field.size());
    double sum = 0;
    for (const Entrant& entrant : field) {
        strengths.push_back(meanOf(drivers_, entrant.driver, constants_.newDriverMean) +
                            meanOf(teams_, entrant.lineage, constants_.newTeamMean));
        sum += strengths.back();
    }
    for (double& strength : strengths)
        strength -= sum / static_cast<double>(field.size());
    return strengths;
}

bool Rating::isUnseen(const Entrant& entrant) const
{
    return !seenDrivers_.contains(entrant.driver) || !seenTeams_.contains(entrant.lineage);
}

void Rating::update(const std::vector<Entrant>& field, const Observations& observed,
                    std::optional<double> noise)
{
    const double variance = noise.value_or(constants_.noise);
    std::vector<Eigen::Index> driver;
    std::vector<Eigen::Index> team;
    std::vector<double> surprise;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (!observed[k])
            continue;
        driver.push_back(drivers_.at(field[k].driver));
        team.push_back(teams_.at(field[k].lineage));
        surprise.push_back(*observed[k] - (mean_[driver.back()] + mean_[team.back()]));
    }
    if (surprise.size() < 3)
        return;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (observed[k]) {
            seenDrivers_.insert(field[k].driver);
            seenTeams_.insert(field[k].lineage);
        }
    }
    const Eigen::MatrixXd toField = covariance_(Eigen::all, driver) + covariance_(Eigen::all, team);
    const Eigen::MatrixXd spread = toField(driver, Eigen::all) + toField(team, Eigen::all);
    const double middle = median(surprise);
    Eigen::VectorXd step(spread.rows());
    for (Eigen::Index k = 0; k < step.size(); ++k) {
        const double limit = SurpriseLimit * std::sqrt(spread(k, k) + variance);
        step[k] = std::clamp(surprise[static_cast<std::size_t>(k)] - middle, -limit, limit);
    }
    Eigen::MatrixXd total = (spread.array() + CommonShift).matrix();
    total.diagonal().array() += variance;
    const Eigen::LLT<Eigen::MatrixXd> factor(total);
    mean_ += toField * factor.solve(step);
    // P - P H' S^-1 H P as one symmetric update: with S = L L', it is P - W W', W = P H' L'^-1.
    const Eigen::MatrixXd root = factor.matrixL().solve(toField.transpose()).transpose();
    covariance_.selfadjointView<Eigen::Lower>().rankUpdate(root, -1.0);
    covariance_.triangularView<Eigen::StrictlyUpper>() = covariance_.transpose();
}

} // namespace parcferme::predictor

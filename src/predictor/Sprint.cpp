#include "predictor/Sprint.h"

namespace parcferme::predictor {

namespace {

constexpr double shareOfStrength = .8;
constexpr double gridScoreWeight = .25;
constexpr double shareOfSigma = .85;
constexpr double shareOfRetirement = .5;

} // namespace

StrengthParameters sprintStrength(const StrengthParameters& race, Stage stage)
{
    if (stage != Stage::Grid)
        return race;
    StrengthParameters sprint = race;
    for (double& weight : sprint.weights)
        weight *= shareOfStrength;
    sprint.weights[0] += gridScoreWeight; // of the input grid_score
    sprint.sigma *= shareOfSigma;
    return sprint;
}

double sprintRetirement(double race)
{
    return shareOfRetirement * race;
}

} // namespace parcferme::predictor

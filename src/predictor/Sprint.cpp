#include "predictor/Sprint.h"

namespace parcferme::predictor {

namespace {

constexpr double ShareOfStrength = .8;
constexpr double GridScoreWeight = .25;
constexpr double ShareOfSigma = .85;
constexpr double ShareOfRetirement = .5;

} // namespace

StrengthParameters sprintStrength(const StrengthParameters& race, Stage stage)
{
    if (stage != Stage::Grid)
        return race;
    StrengthParameters sprint = race;
    for (double& weight : sprint.weights)
        weight *= ShareOfStrength;
    sprint.weights[0] += GridScoreWeight; // of the input grid_score
    sprint.sigma *= ShareOfSigma;
    return sprint;
}

double sprintRetirement(double race)
{
    return ShareOfRetirement * race;
}

} // namespace parcferme::predictor

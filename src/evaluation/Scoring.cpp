#include "evaluation/Scoring.h"

#include "predictor/Positions.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace parcferme::evaluation {

namespace {

constexpr double SmallestChance = 1e-6;

using Positions = std::vector<int>;

// Size of what both put among the first `count`, as a share of it.
double overlap(const Positions& predicted, const Positions& official, int count)
{
    int both = 0;
    for (std::size_t k = 0; k < predicted.size(); ++k)
        both += predicted[k] <= count && official[k] <= count ? 1 : 0;
    return both / static_cast<double>(count);
}

// 1 when the first `count` are predicted in their exact order.
double exact(const Positions& predicted, const Positions& official, int count)
{
    for (std::size_t k = 0; k < predicted.size(); ++k) {
        if (predicted[k] <= count && official[k] != predicted[k])
            return 0;
    }
    return 1;
}

// Of two permutations.
double spearman(const Positions& predicted, const Positions& official)
{
    const auto n = static_cast<double>(predicted.size());
    double squares = 0;
    for (std::size_t k = 0; k < predicted.size(); ++k)
        squares += std::pow(predicted[k] - official[k], 2);
    return 1 - 6 * squares / (n * (n * n - 1));
}

double concordance(const Positions& predicted, const Positions& official)
{
    int right = 0;
    int pairs = 0;
    for (std::size_t a = 0; a < predicted.size(); ++a) {
        for (std::size_t b = a + 1; b < predicted.size(); ++b) {
            right += (predicted[a] < predicted[b]) == (official[a] < official[b]) ? 1 : 0;
            ++pairs;
        }
    }
    return right / static_cast<double>(pairs);
}

double brier(const Eigen::VectorXd& chance, const Positions& official, int last)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < chance.size(); ++i) {
        const double happened = official[static_cast<std::size_t>(i)] <= last ? 1 : 0;
        sum += std::pow(chance[i] - happened, 2);
    }
    return sum / static_cast<double>(chance.size());
}

// Chances to be among the first 1, 3 and 10.
void scoreFirstPlaces(Scores& scores, const Eigen::VectorXd& win, const Eigen::VectorXd& podium,
                      const Eigen::VectorXd& points, const Positions& official)
{
    const auto winner = std::ranges::find(official, 1) - official.begin();
    scores.winnerLogLoss = logLoss(win[winner]);
    scores.winBrier = brier(win, official, 1);
    scores.podiumBrier = brier(podium, official, 3);
    scores.pointsBrier = brier(points, official, 10);
}

double rankedProbability(const Eigen::MatrixXd& positions, const Positions& official)
{
    const Eigen::Index n = positions.rows();
    double sum = 0;
    for (Eigen::Index i = 0; i < n; ++i) {
        double below = 0;
        for (Eigen::Index k = 0; k + 1 < n; ++k) {
            below += positions(i, k);
            const double happened = official[static_cast<std::size_t>(i)] <= k + 1 ? 1 : 0;
            sum += (below - happened) * (below - happened);
        }
    }
    return sum / static_cast<double>(n * (n - 1));
}

double coverage(const Eigen::MatrixXd& positions, const Positions& official, double level)
{
    int inside = 0;
    for (Eigen::Index i = 0; i < positions.rows(); ++i) {
        const auto [low, high] = predictor::shortestInterval(positions.row(i).transpose(), level);
        const int position = official[static_cast<std::size_t>(i)];
        inside += low <= position && position <= high ? 1 : 0;
    }
    return inside / static_cast<double>(positions.rows());
}

} // namespace

double logLoss(double chance)
{
    return -std::log(std::max(chance, SmallestChance));
}

Chances chancesOf(const Eigen::VectorXd& positions)
{
    return {.win = positions[0],
            .podium = positions.head(std::min<Eigen::Index>(3, positions.size())).sum(),
            .points = positions.head(std::min<Eigen::Index>(10, positions.size())).sum()};
}

Scores scoreOrder(const std::vector<int>& predicted, const std::vector<int>& official,
                  const std::vector<bool>& classified)
{
    Scores scores;
    const int n = static_cast<int>(predicted.size());
    scores.starters = n;
    double all = 0;
    double amongClassified = 0;
    int classifiedCars = 0;
    for (std::size_t k = 0; k < predicted.size(); ++k) {
        const int error = std::abs(predicted[k] - official[k]);
        all += error;
        amongClassified += classified[k] ? error : 0;
        classifiedCars += classified[k] ? 1 : 0;
    }
    scores.positionMae = all / n;
    if (classifiedCars > 0)
        scores.positionMaeClassified = amongClassified / classifiedCars;
    scores.winnerCorrect = exact(predicted, official, 1);
    scores.podiumAccuracy = overlap(predicted, official, 3);
    scores.podiumExact = exact(predicted, official, 3);
    scores.pointsOverlap = overlap(predicted, official, 10);
    scores.spearman = spearman(predicted, official);
    scores.concordance = concordance(predicted, official);
    scores.kendall = 2 * *scores.concordance - 1; // no ties
    return scores;
}

void scoreChances(Scores& scores, const std::vector<Chances>& chances, const std::vector<int>& official)
{
    const auto n = static_cast<Eigen::Index>(chances.size());
    Eigen::MatrixXd all(n, 3);
    for (Eigen::Index i = 0; i < n; ++i) {
        const Chances& own = chances[static_cast<std::size_t>(i)];
        all.row(i) << own.win, own.podium, own.points;
    }
    scoreFirstPlaces(scores, all.col(0), all.col(1), all.col(2), official);
}

void scoreProbabilities(Scores& scores, const Eigen::MatrixXd& positions, const std::vector<int>& official)
{
    const auto firstPlaces = [&](Eigen::Index count) -> Eigen::VectorXd {
        return positions.leftCols(std::min(count, positions.cols())).rowwise().sum();
    };
    scoreFirstPlaces(scores, firstPlaces(1), firstPlaces(3), firstPlaces(10), official);
    scores.rps = rankedProbability(positions, official);
    scores.coverage50 = coverage(positions, official, .5);
    scores.coverage80 = coverage(positions, official, .8);
    scores.coverage90 = coverage(positions, official, .9);
}

} // namespace parcferme::evaluation

#include "predictor/Positions.h"

#include "predictor/Numerics.h"

#include <algorithm>
#include <cmath>

namespace parcferme::predictor {

namespace {

constexpr int NodeCount = 65;
constexpr double NodeStep = 0.25;
// Sums of probabilities are good to this.
constexpr double Slack = 1e-9;

using NodeArray = Eigen::Array<double, NodeCount, 1>;

// The mean over a standard normal by the trapezoid rule: for functions this smooth, and tails this thin, it
// is exact to rounding.
struct NormalNodes
{
    NodeArray z;
    NodeArray weight;

    NormalNodes()
    {
        constexpr int middle = NodeCount / 2;
        for (int k = 0; k < NodeCount; ++k) {
            z[k] = NodeStep * (k - middle);
            weight[k] = std::exp(-z[k] * z[k] / 2);
        }
        weight /= weight.sum();
    }
};

const NormalNodes& nodes()
{
    static const NormalNodes shared;
    return shared;
}

// Chance of each number of others ahead of driver i at the flag, when he finishes.
Eigen::VectorXd finishing(Eigen::Index i, const Eigen::VectorXd& mu, double sigma,
                          const Eigen::VectorXd& pRetire)
{
    const Eigen::Index n = mu.size();
    Eigen::Array<double, NodeCount, Eigen::Dynamic> count(NodeCount, n);
    count.setZero();
    count.col(0).setOnes();
    Eigen::Index most = 0; // that can be ahead so far
    for (Eigen::Index j = 0; j < n; ++j) {
        if (j == i)
            continue;
        const double lead = (mu[j] - mu[i]) / sigma;
        const NodeArray ahead =
            (1 - pRetire[j]) * (lead - nodes().z).unaryExpr([](double x) { return normalCdf(x); });
        const NodeArray behind = 1 - ahead;
        ++most;
        for (Eigen::Index k = most; k > 0; --k)
            count.col(k) = count.col(k) * behind + count.col(k - 1) * ahead;
        count.col(0) *= behind;
    }
    return (nodes().weight.matrix().transpose() * count.matrix()).transpose();
}

// Chance of each number of others to drop out.
Eigen::VectorXd othersOut(Eigen::Index i, const Eigen::VectorXd& pRetire)
{
    Eigen::VectorXd out = Eigen::VectorXd::Zero(pRetire.size());
    out[0] = 1;
    for (Eigen::Index j = 0; j < pRetire.size(); ++j) {
        if (j == i)
            continue;
        for (Eigen::Index k = pRetire.size() - 1; k > 0; --k)
            out[k] = out[k] * (1 - pRetire[j]) + out[k - 1] * pRetire[j];
        out[0] *= 1 - pRetire[j];
    }
    return out;
}

} // namespace

Eigen::MatrixXd positionMatrix(const Eigen::VectorXd& mu, double sigma, const Eigen::VectorXd& pRetire)
{
    const Eigen::Index n = mu.size();
    Eigen::MatrixXd positions(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        Eigen::VectorXd own = (1 - pRetire[i]) * finishing(i, mu, sigma, pRetire);
        const Eigen::VectorXd out = othersOut(i, pRetire);
        for (Eigen::Index others = 0; others < n; ++others)
            own.tail(others + 1).array() += pRetire[i] * out[others] / static_cast<double>(others + 1);
        positions.row(i) = own.transpose();
    }
    return positions;
}

std::pair<int, int> shortestInterval(const Eigen::VectorXd& positions, double level)
{
    const Eigen::Index n = positions.size();
    Eigen::VectorXd below(n + 1);
    below[0] = 0;
    for (Eigen::Index k = 0; k < n; ++k)
        below[k + 1] = below[k] + positions[k];
    for (Eigen::Index width = 1; width <= n; ++width) {
        const Eigen::VectorXd mass = below.tail(n + 1 - width) - below.head(n + 1 - width);
        const double most = mass.maxCoeff();
        if (most < level - Slack)
            continue;
        Eigen::Index first = 0;
        while (mass[first] <= most - Slack)
            ++first;
        return {static_cast<int>(first) + 1, static_cast<int>(first + width)};
    }
    return {1, static_cast<int>(n)};
}

double pairChance(const PairMember& a, const PairMember& b, double sigma, double correlation)
{
    const double ahead = normalCdf((a.mu - b.mu) / (sigma * std::sqrt(2 * (1 - correlation))));
    return (1 - a.pRetire) * (1 - b.pRetire) * ahead + (1 - a.pRetire) * b.pRetire +
           a.pRetire * b.pRetire / 2;
}

double pairConfidence(const Eigen::VectorXd& mu, double sigma, const Eigen::VectorXd& pRetire,
                      const std::vector<int>& order)
{
    const std::size_t n = order.size();
    if (n < 2)
        return 0;
    double sum = 0;
    for (std::size_t first = 0; first + 1 < n; ++first) {
        for (std::size_t second = first + 1; second < n; ++second) {
            const int a = order[first];
            const int b = order[second];
            sum += pairChance({mu[a], pRetire[a]}, {mu[b], pRetire[b]}, sigma, 0);
        }
    }
    return sum / (static_cast<double>(n * (n - 1)) / 2);
}

} // namespace parcferme::predictor

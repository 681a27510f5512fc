#include "predictor/CensoredRegression.h"

#include "predictor/Numerics.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace parcferme::predictor {

namespace {

constexpr double Ridge = 1e-3;
constexpr int MostSteps = 50;
constexpr double SmallestStep = 1e-9;
constexpr double SmallestShare = 1e-8;
// A likelihood may fall by rounding.
constexpr double Slack = 1e-12;
// Of a probability whose logarithm is taken.
constexpr double SmallestChance = 1e-300;
// Where the first guess fits to the last digit.
constexpr double SmallestDeviation = 1e-6;

using Eigen::ArrayXd;
using Eigen::MatrixXd;
using Eigen::VectorXd;

ArrayXd cdf(const ArrayXd& x)
{
    return x.unaryExpr([](double v) { return normalCdf(v); });
}

ArrayXd density(const ArrayXd& x)
{
    return (-x.square() / 2).exp() / std::sqrt(2 * std::numbers::pi);
}

// Gradient, and minus the second derivatives, which are positive definite.
struct Slope
{
    VectorXd gradient;
    MatrixXd curvature;
};

// The logarithm of the likelihood in g = coefficients / deviation and h = 1 / deviation, where it is concave.
// A point holds g, and h as its last element.
class LogLikelihood
{
public:
    explicit LogLikelihood(const CensoredData& data)
    {
        std::vector<Eigen::Index> exact;
        std::vector<Eigen::Index> between;
        for (Eigen::Index k = 0; k < data.low.size(); ++k)
            (data.low[k] == data.high[k] ? exact : between).push_back(k);
        exactInputs_ = data.inputs(exact, Eigen::all);
        exactValues_ = data.low(exact);
        exactWeights_ = data.weights(exact);
        inputs_ = data.inputs(between, Eigen::all);
        low_ = data.low(between);
        high_ = data.high(between);
        weights_ = data.weights(between);
    }

    double at(const VectorXd& point) const
    {
        const Eigen::Index m = point.size() - 1;
        const double h = point[m];
        if (!(h > 0))
            return -std::numeric_limits<double>::infinity();
        const VectorXd g = point.head(m);
        const ArrayXd misses = h * exactValues_ - (exactInputs_ * g).array();
        const ArrayXd middle = (inputs_ * g).array();
        const ArrayXd chance = cdf(middle - h * low_) - cdf(middle - h * high_);
        return (exactWeights_ * (std::log(h) - misses.square() / 2)).sum() +
               (weights_ * chance.max(SmallestChance).log()).sum() - Ridge / 2 * g.squaredNorm();
    }

    Slope slopeAt(const VectorXd& point) const
    {
        const Eigen::Index m = point.size() - 1;
        Slope slope{VectorXd::Zero(m + 1), MatrixXd::Zero(m + 1, m + 1)};
        addExact(point, slope);
        addBetween(point, slope);
        slope.gradient.head(m) -= Ridge * point.head(m);
        slope.curvature.diagonal().head(m).array() += Ridge;
        return slope;
    }

private:
    void addExact(const VectorXd& point, Slope& slope) const
    {
        const Eigen::Index m = point.size() - 1;
        const double h = point[m];
        MatrixXd inputs(exactValues_.size(), m + 1);
        inputs << exactInputs_, -exactValues_.matrix();
        const VectorXd misses = -inputs * point;
        const MatrixXd weighted = inputs.array().colwise() * exactWeights_;
        slope.gradient += weighted.transpose() * misses;
        slope.curvature += weighted.transpose() * inputs;
        slope.gradient[m] += exactWeights_.sum() / h;
        slope.curvature(m, m) += exactWeights_.sum() / (h * h);
    }

    void addBetween(const VectorXd& point, Slope& slope) const
    {
        const Eigen::Index m = point.size() - 1;
        const double h = point[m];
        const ArrayXd middle = (inputs_ * point.head(m)).array();
        const ArrayXd zLow = h * low_ - middle;
        const ArrayXd zHigh = h * high_ - middle;
        const ArrayXd chance = (cdf(-zLow) - cdf(-zHigh)).max(SmallestChance);
        const ArrayXd atLow = density(zLow) / chance;
        const ArrayXd atHigh = density(zHigh) / chance;
        // First and minus second derivatives of log chance by the middle and by h.
        const ArrayXd byMiddle = atLow - atHigh;
        const ArrayXd byH = high_ * atHigh - low_ * atLow;
        const ArrayXd twiceMiddle = byMiddle.square() - (zLow * atLow - zHigh * atHigh);
        const ArrayXd mixed = byMiddle * byH + (zLow * atLow * low_ - zHigh * atHigh * high_);
        const ArrayXd twiceH =
            byH.square() - (zLow * atLow * low_.square() - zHigh * atHigh * high_.square());
        const VectorXd cross = inputs_.transpose() * (weights_ * mixed).matrix();
        const MatrixXd weighted = inputs_.array().colwise() * (weights_ * twiceMiddle);
        slope.gradient.head(m) += inputs_.transpose() * (weights_ * byMiddle).matrix();
        slope.gradient[m] += (weights_ * byH).sum();
        slope.curvature.topLeftCorner(m, m) += inputs_.transpose() * weighted;
        slope.curvature.col(m).head(m) += cross;
        slope.curvature.row(m).head(m) += cross.transpose();
        slope.curvature(m, m) += (weights_ * twiceH).sum();
    }

    MatrixXd exactInputs_;
    ArrayXd exactValues_;
    ArrayXd exactWeights_;
    MatrixXd inputs_; // of what lies between low and high
    ArrayXd low_;
    ArrayXd high_;
    ArrayXd weights_;
};

// Weighted least squares of the middles of the intervals.
VectorXd firstGuess(const CensoredData& data)
{
    const VectorXd middles = (data.low + data.high) / 2;
    const MatrixXd weighted = data.inputs.array().colwise() * data.weights.array();
    MatrixXd gram = weighted.transpose() * data.inputs;
    gram.diagonal().array() += Ridge;
    const VectorXd b = gram.ldlt().solve(weighted.transpose() * middles);
    const ArrayXd misses = (middles - data.inputs * b).array();
    const double deviation = std::sqrt((data.weights.array() * misses.square()).sum() / data.weights.sum());
    VectorXd point(b.size() + 1);
    point << b, 1;
    return point / std::max(deviation, SmallestDeviation);
}

} // namespace

CensoredFit censoredRegression(const CensoredData& data)
{
    const LogLikelihood likelihood(data);
    VectorXd point = firstGuess(data);
    double now = likelihood.at(point);
    for (int count = 0; count < MostSteps; ++count) {
        const Slope slope = likelihood.slopeAt(point);
        VectorXd step = slope.curvature.ldlt().solve(slope.gradient);
        double next = likelihood.at(point + step);
        for (double share = 1; !(next >= now - Slack) && share > SmallestShare; share /= 2) {
            step /= 2;
            next = likelihood.at(point + step);
        }
        if (!(next >= now - Slack))
            break;
        point += step;
        now = next;
        if (step.cwiseAbs().maxCoeff() < SmallestStep)
            break;
    }
    const Eigen::Index m = point.size() - 1;
    return {.coefficients = point.head(m) / point[m], .deviation = 1 / point[m]};
}

} // namespace parcferme::predictor

#pragma once

#include "predictor/Inputs.h"

#include <Eigen/Core>

#include <deque>
#include <vector>

namespace parcferme::predictor {

// mu of each: weights . inputs.
std::vector<double> strengthsOf(const InputVector& weights, const std::vector<InputVector>& inputs);

// Indices, strongest first; ties by starting position. mu must be finite.
std::vector<int> orderByStrength(const std::vector<double>& mu, const std::vector<int>& start);

// Ridge regression from the inputs to the normal score of the finish among the classified.
class Strength
{
public:
    // One race: inputs and normal scores of its classified cars. Races are learnt in time order.
    void learn(const std::vector<InputVector>& inputs, const std::vector<double>& scores);

    // Weights and sigma at the stage; before qualifying only the last four inputs count. Needs a race learnt.
    StrengthParameters fit(Stage stage) const;

    // The weights alone: all that learning needs.
    InputVector weights(Stage stage) const;

private:
    using Gram = Eigen::Matrix<double, InputCount, InputCount>;
    using Vector = Eigen::Matrix<double, InputCount, 1>;

    struct Race
    {
        Gram gram;
        Vector cross;
        Eigen::Matrix<double, Eigen::Dynamic, InputCount> inputs; // minus their means
        Eigen::VectorXd scores;                                   // minus their mean
    };

    double spread(const InputVector& weights) const;

    std::deque<Race> races_; // the newest last
};

} // namespace parcferme::predictor

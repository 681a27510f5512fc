#include "evaluation/StarterPositions.h"

#include "predictor/Positions.h"

#include <algorithm>

namespace parcferme::evaluation {

Eigen::MatrixXd starterPositions(const predictor::Forecast& forecast,
                                 const std::vector<const predictor::DriverForecast*>& starters)
{
    const auto n = static_cast<Eigen::Index>(starters.size());
    if (std::ranges::any_of(starters, [](const auto* driver) { return driver->positions.empty(); }))
        return {};
    if (starters.size() == forecast.drivers.size()) {
        Eigen::MatrixXd positions(n, n);
        for (Eigen::Index i = 0; i < n; ++i)
            positions.row(i) =
                Eigen::RowVectorXd::Map(starters[static_cast<std::size_t>(i)]->positions.data(), n);
        return positions;
    }
    Eigen::VectorXd mu(n);
    Eigen::VectorXd pRetire(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        mu[i] = starters[static_cast<std::size_t>(i)]->mu;
        pRetire[i] = starters[static_cast<std::size_t>(i)]->pRetire;
    }
    return predictor::positionMatrix(mu, forecast.sigma, pRetire);
}

} // namespace parcferme::evaluation

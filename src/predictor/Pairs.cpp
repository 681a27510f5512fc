#include "predictor/Pairs.h"

#include "predictor/Lineage.h"
#include "predictor/Positions.h"

#include <algorithm>

namespace parcferme::predictor {

namespace {

// Share of sigma squared that the two cars of a team have in common.
constexpr double MateCorrelation = .35;

const DriverForecast* find(const Forecast& forecast, std::string_view driver)
{
    const auto found = std::ranges::find(forecast.drivers, driver, &DriverForecast::driver);
    return found == forecast.drivers.end() ? nullptr : &*found;
}

} // namespace

std::optional<double> chanceAhead(const Forecast& forecast, std::string_view a, std::string_view b)
{
    const DriverForecast* one = find(forecast, a);
    const DriverForecast* other = find(forecast, b);
    if (!one || !other || one == other || !(forecast.sigma > 0))
        return std::nullopt;
    const bool mates = lineageOf(one->team) == lineageOf(other->team);
    return pairChance({one->mu, one->pRetire}, {other->mu, other->pRetire}, forecast.sigma,
                      mates ? MateCorrelation : 0.0);
}

} // namespace parcferme::predictor

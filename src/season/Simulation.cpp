#include "season/Simulation.h"

#include "season/Playthrough.h"

#include <cstddef>

namespace parcferme::season {

namespace {

constexpr std::size_t BetweenLooks = 64; // simulations, about a millisecond

} // namespace

std::optional<Outcomes> simulate(const Origin& origin, const std::vector<Event>& left,
                                 const SimulationSettings& settings, const std::stop_token& stop)
{
    if (!breaches(origin, left, settings).empty())
        return std::nullopt;
    Outcomes outcomes(origin, left, static_cast<std::size_t>(settings.count));
    Playthrough playthrough(outcomes, origin.sigma, settings.seed, settings.scale);
    for (std::size_t k = 0; k < outcomes.count(); ++k) {
        if (k % BetweenLooks == 0 && stop.stop_requested())
            return std::nullopt;
        playthrough.run(k, outcomes.play(k));
    }
    return outcomes;
}

} // namespace parcferme::season

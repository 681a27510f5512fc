#include "season/Origin.h"

#include <cmath>
#include <cstddef>
#include <set>

namespace parcferme::season {

namespace {

constexpr std::size_t MostStarters = 250; // places are kept in a byte
constexpr std::size_t MostEvents = 200;   // so that nobody can score more than two bytes hold

bool isChance(double p)
{
    return p >= 0 && p <= 1;
}

} // namespace

std::vector<SoFar> soFar(const Standings& standings)
{
    std::vector<SoFar> result;
    for (const Standing& line : standings.lines)
        result.push_back({line.id, line.points, line.wins, line.shutOut});
    return result;
}

std::vector<std::string> breaches(const Origin& origin, std::span<const Event> left,
                                  const SimulationSettings& settings)
{
    std::vector<std::string> found;
    const auto require = [&](bool good, const std::string& words) {
        if (!good)
            found.push_back(words);
    };
    require(!origin.lineup.empty() && origin.lineup.size() <= MostStarters,
            "the lineup has no or too many drivers");
    require(left.size() <= MostEvents, "too many races are left");
    require(origin.sigma > 0 && std::isfinite(origin.sigma), "sigma is not positive");
    require(origin.round >= 0, "the round is negative");
    require(settings.count > 0, "there is nothing to simulate");
    require(settings.scale >= 0 && std::isfinite(settings.scale), "the scale of the variances is negative");
    std::set<std::string> seen;
    for (const Starter& starter : origin.lineup) {
        require(seen.insert(starter.driver).second, starter.driver + " is in the lineup twice");
        require(std::isfinite(starter.mu), "the strength of " + starter.driver + " is no number");
        require(isChance(starter.pRetire), "the chance of " + starter.driver + " to retire is none");
    }
    for (std::size_t k = 1; k < left.size(); ++k) {
        const bool inOrder = left[k - 1].round < left[k].round ||
                             (left[k - 1].round == left[k].round && left[k - 1].session < left[k].session);
        require(inOrder, "the races left are not in order");
    }
    return found;
}

} // namespace parcferme::season

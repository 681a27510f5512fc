#include "tracker/SeasonViews.h"

#include <algorithm>

namespace parcferme {

std::vector<season::PathPoint> SeasonView::pathOf(season::Contestants side, const std::string& id) const
{
    if (!forecast)
        return {};
    const bool ofDrivers = side == season::Contestants::Drivers;
    const auto& expected = ofDrivers ? forecast->outlook.drivers : forecast->outlook.teams;
    const auto found = std::ranges::find(expected, id, &season::Expectation::id);
    if (found == expected.end())
        return {};
    const auto& paths = ofDrivers ? forecast->driverPaths : forecast->teamPaths;
    std::vector<season::PathPoint> path = paths[static_cast<std::size_t>(found - expected.begin())];
    // What is missing of rounds before is in the points after them.
    std::erase_if(path, [this](const season::PathPoint& point) { return point.round <= after; });
    return path;
}

} // namespace parcferme

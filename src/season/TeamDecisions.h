#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace parcferme::season {

// A ruling against a team that no race result shows; its drivers keep their points.
struct TeamDecision
{
    int season = 0;
    std::string_view team;          // id of the source
    int round = 0;                  // the table after this round is the first to show it
    std::optional<double> deducted; // points; none: shut out of the table
};

// The rulings since 2000.
std::span<const TeamDecision> teamDecisions();

} // namespace parcferme::season

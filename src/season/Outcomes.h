#pragma once

#include "season/Origin.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parcferme::season {

// How each of the simulations of a season's rest came out, race by race: about one byte per simulation, race
// and driver. Everything said of the season is counted from these, so that "what if" asks the same
// simulations.
class Outcomes
{
public:
    static constexpr std::uint8_t nobody = 255;

    // What one simulation writes; everything is 0 and `nobody` before.
    struct Play
    {
        std::span<std::uint8_t> places;  // [event * starters + starter]: 1.., 0 = dropped out
        std::span<std::uint8_t> fastest; // [event]: starter who got the point of the fastest lap, or nobody
        std::span<std::uint16_t> gains;  // [starter]: points of all events
        std::span<std::uint8_t> wins;    // [starter]: Grands Prix won
    };

    Outcomes(Origin origin, std::vector<Event> left, std::size_t count);

    std::size_t count() const { return count_; }
    int season() const { return season_; }
    int round() const { return round_; }
    const std::vector<Event>& events() const { return events_; }

    // The lineup by id, then who has points without being in it; the same of teams.
    const std::vector<SoFar>& drivers() const { return drivers_; }
    const std::vector<SoFar>& teams() const { return teams_; }
    const std::vector<Starter>& lineup() const { return lineup_; } // by driver id; the first of drivers()
    std::size_t teamOf(std::size_t starter) const { return teamOf_[starter]; } // index into teams()
    std::size_t lineupTeams() const { return lineupTeams_; } // teams of the lineup: the first of teams()

    Play play(std::size_t simulation);

    // 1.., 0 = dropped out. Who is not in the lineup drops out of everything.
    int place(std::size_t simulation, std::size_t event, std::size_t driver) const;
    // Points of that event, the one of the fastest lap included.
    int points(std::size_t simulation, std::size_t event, std::size_t driver) const;
    // Points and Grand Prix wins of all events.
    int gain(std::size_t simulation, std::size_t driver) const;
    int winsGained(std::size_t simulation, std::size_t driver) const;

private:
    std::size_t count_ = 0;
    int season_ = 0;
    int round_ = 0;
    std::vector<Event> events_;
    std::vector<std::vector<int>> pointsByPlace_; // [event]
    std::vector<Starter> lineup_;
    std::vector<SoFar> drivers_;
    std::vector<SoFar> teams_;
    std::size_t lineupTeams_ = 0;
    std::vector<std::size_t> teamOf_;
    std::vector<std::uint8_t> places_;
    std::vector<std::uint8_t> fastest_;
    std::vector<std::uint16_t> gains_;
    std::vector<std::uint8_t> wins_;
};

} // namespace parcferme::season

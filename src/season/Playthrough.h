#pragma once

#include "season/Outcomes.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parcferme::season {

// Plays the rest of a season once, again and again, each time with the draws of another simulation.
class Playthrough
{
public:
    // outcomes must outlive it. sigma, seed and scale as in Origin and SimulationSettings.
    Playthrough(const Outcomes& outcomes, double sigma, std::uint64_t seed, double scale);

    // Simulation number `simulation`, into `play`.
    void run(std::size_t simulation, const Outcomes::Play& play);

private:
    // Standard normal numbers, one per team and one per driver.
    struct Normals
    {
        std::span<const double> teams;
        std::span<const double> drivers;
    };

    Normals nextNormals();
    void develop(double teamVariance, double driverVariance);
    void playEvent(std::size_t event, const Outcomes::Play& play);
    void setStrengths();
    void setOrder(double retireShare);
    void score(std::size_t event, const Outcomes::Play& play) const;
    void scoreFastestLap(std::size_t event, const Outcomes::Play& play);

    const Outcomes& outcomes_;
    std::uint64_t seed_;
    double sigma_;
    double scale_;
    std::vector<std::vector<int>> points_; // [event][place - 1]
    std::vector<std::size_t> teamOf_;      // [driver]
    std::vector<double> draws_;            // of one simulation
    std::size_t next_ = 0;                 // in draws_
    std::vector<double> team_;             // T of the model
    std::vector<double> driver_;           // D
    std::vector<double> strength_;         // v
    std::vector<std::uint8_t> strongest_;  // starters by mu: the order of a race is near it
    std::vector<std::uint8_t> order_;      // those who finish, best first
};

} // namespace parcferme::season

#pragma once

#include "predictor/Facts.h"
#include "predictor/Features.h"
#include "predictor/Inputs.h"

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parcferme::predictor {

// Share of a retirement that counts as mechanical: 0 after an accident, 1, or a half when no reason is given.
double mechanicalShare(std::string_view reason);

using RetirementVector = std::array<double, 6>; // one, team, driver, circuit, grid_score, newcomer

RetirementVector retirementInputs(const RetirementParameters& parameters, const DriverInputs& driver,
                                  const InputVector& inputs);

// Chance not to be classified.
double retirementChance(const RetirementParameters& parameters, const RetirementVector& x);

// What the sport, teams, drivers and circuits have shown of retirements.
class Retirement
{
public:
    DecayedCount teamMechanical(const std::string& lineage) const;
    DecayedCount driverAccidents(const std::string& driver) const;

    // Rates and records now, with the coefficients at their prior.
    RetirementParameters records(const std::string& circuit) const;

    // The same with fitted coefficients.
    RetirementParameters fit(const std::string& circuit) const;

    // Learns the starters of a race; field, drivers and known go together.
    void learn(const RaceFacts& race, const std::vector<EntryFacts>& field,
               const std::vector<DriverInputs>& drivers, const Features& known);

private:
    using Counts = std::unordered_map<std::string, DecayedCount>;

    struct Race
    {
        double offset = 0;
        std::vector<RetirementVector> x;
        std::vector<double> out; // 1 = not classified
    };

    struct Hits
    {
        double starters = 0;
        double retired = 0;
        double mechanical = 0;
    };

    Hits count(const std::vector<EntryFacts>& field, const std::vector<DriverInputs>& drivers,
               const std::vector<int>& start);
    RetirementVector coefficients() const;

    DecayedCount all_{1.0, 6.0};
    DecayedCount mechanical_{0.5, 6.0};
    Counts teams_;
    Counts drivers_;
    Counts circuits_;
    std::deque<Race> races_; // from 2008 on, the newest last
};

} // namespace parcferme::predictor

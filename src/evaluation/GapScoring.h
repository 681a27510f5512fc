#pragma once

#include "evaluation/Scores.h"

#include <optional>
#include <vector>

namespace parcferme::evaluation {

// What was forecast of the gap of a classified car to the winner, and what is known of it; seconds.
struct JudgedGap
{
    double forecast = 0;
    double low = 0; // 10 and 90 % points
    double high = 0;
    std::optional<double> pLapped;
    double from = 0; // the gap lies between these: equal on the winner's lap, a lap apart when lapped
    double to = 0;
    bool lapped = false;
};

// Adds the scores of gaps that count lapped cars; of none there are none.
void scoreGaps(Scores& scores, const std::vector<JudgedGap>& gaps);

// Whether the winner took so much longer than forecast that the race was stopped: facts do not tell of red
// flags.
bool looksStopped(double winnerSeconds, double forecastSeconds);

} // namespace parcferme::evaluation

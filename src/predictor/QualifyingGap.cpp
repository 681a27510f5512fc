#include "predictor/QualifyingGap.h"

#include "predictor/Numerics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace parcferme::predictor {

namespace {

constexpr std::size_t Sessions = 3;
// Slower laps were no attempt.
constexpr double ProperLap = 1.07;
constexpr double LargestGap = 4.0;

std::optional<int> bestOf(const std::vector<SessionLaps>& laps, std::size_t session)
{
    std::optional<int> best;
    for (const SessionLaps& lap : laps) {
        if (lap[session] && (!best || *lap[session] < *best))
            best = lap[session];
    }
    return best;
}

using LogLaps = std::vector<std::array<std::optional<double>, Sessions>>;

LogLaps properLaps(const std::vector<SessionLaps>& laps)
{
    LogLaps logs(laps.size());
    for (std::size_t s = 0; s < Sessions; ++s) {
        const std::optional<int> best = bestOf(laps, s);
        for (std::size_t k = 0; k < laps.size(); ++k) {
            if (laps[k][s] && *laps[k][s] <= ProperLap * *best)
                logs[k][s] = std::log(static_cast<double>(*laps[k][s]));
        }
    }
    return logs;
}

// How much slower each session was than the first.
std::array<double, Sessions> sessionLevels(const LogLaps& logs)
{
    std::array<double, Sessions> level{};
    for (std::size_t s = 1; s < Sessions; ++s) {
        std::vector<double> gain;
        for (const auto& lap : logs) {
            if (lap[s] && lap[s - 1])
                gain.push_back(*lap[s] - *lap[s - 1]);
        }
        level[s] = level[s - 1] + (gain.size() >= 3 ? median(gain) : 0.0);
    }
    return level;
}

} // namespace

std::vector<std::optional<double>> qualifyingGaps(const std::vector<SessionLaps>& laps)
{
    const LogLaps logs = properLaps(laps);
    const std::array<double, Sessions> level = sessionLevels(logs);
    std::vector<std::optional<double>> gaps(laps.size());
    std::optional<double> best;
    for (std::size_t k = 0; k < laps.size(); ++k) {
        for (std::size_t s = 0; s < Sessions; ++s) {
            if (logs[k][s])
                gaps[k] = *logs[k][s] - level[s];
        }
        if (gaps[k] && (!best || *gaps[k] < *best))
            best = gaps[k];
    }
    for (std::optional<double>& gap : gaps) {
        if (gap)
            gap = std::clamp(100 * (*gap - *best), 0.0, LargestGap);
    }
    return gaps;
}

std::optional<double> bestLap(const std::vector<SessionLaps>& laps)
{
    std::optional<int> best;
    for (std::size_t s = 0; s < Sessions; ++s) {
        const std::optional<int> lap = bestOf(laps, s);
        if (lap && (!best || *lap < *best))
            best = lap;
    }
    if (!best)
        return std::nullopt;
    return *best / 1000.0;
}

} // namespace parcferme::predictor

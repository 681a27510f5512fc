#include "predictor/Observed.h"

#include "predictor/Field.h"
#include "predictor/Numerics.h"

#include <algorithm>

namespace parcferme::predictor {

namespace {

using Field = std::vector<EntryFacts>;

// Normal scores 1..n of these, which are indices into a field of this size, best first.
Observations normalScores(std::size_t fieldSize, const std::vector<std::size_t>& order)
{
    Observations scores(fieldSize);
    for (std::size_t place = 0; place < order.size(); ++place)
        scores[order[place]] = normalScore(static_cast<int>(place) + 1, static_cast<int>(order.size()));
    return scores;
}

// Same lap as the winner: his status does not tell, and sources give times for lapped cars too.
bool onLeadLap(const EntryResult& result, const EntryResult& winner)
{
    return result.laps && result.laps == winner.laps && result.time;
}

} // namespace

std::vector<SessionLaps> lapsOf(const Field& field)
{
    std::vector<SessionLaps> laps;
    for (const EntryFacts& entry : field)
        laps.push_back(entry.qualifyingMs);
    return laps;
}

Observations observedQualifying(const Field& field)
{
    Observations gaps = qualifyingGaps(lapsOf(field));
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (!started(field[k]))
            gaps[k].reset();
        else if (gaps[k])
            gaps[k] = -*gaps[k];
    }
    return gaps;
}

Observations observedOrder(const Field& field)
{
    const std::vector<int> finish = finishOrder(field);
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (classified(field[k]))
            order.push_back(k);
    }
    std::ranges::sort(order, {}, [&](std::size_t k) { return finish[k]; });
    return normalScores(field.size(), order);
}

Observations observedSprint(const Field& field)
{
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (field[k].sprintPosition)
            order.push_back(k);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return *field[k].sprintPosition; });
    return normalScores(field.size(), order);
}

Observations observedPace(const Field& field)
{
    constexpr double slowest = -4.0;
    constexpr double partOfLap = 0.3; // a car a lap down is on average this much more than that behind
    Observations pace(field.size());
    const EntryResult& winner = *field[*winnerOf(field)].result;
    if (!winner.time || !winner.laps || *winner.laps == 0)
        return pace;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (!classified(field[k]))
            continue;
        const EntryResult& result = *field[k].result;
        if (onLeadLap(result, winner))
            pace[k] = -100 * (*result.time - *winner.time) / *winner.time;
        else if (result.laps)
            pace[k] = -100 * (static_cast<double>(*winner.laps) - *result.laps + partOfLap) / *winner.laps;
        if (pace[k])
            pace[k] = std::clamp(*pace[k], slowest, 0.0);
    }
    return pace;
}

std::vector<std::optional<GapSeen>> observedGaps(const Field& field, double lap)
{
    std::vector<std::optional<GapSeen>> gaps(field.size());
    const std::size_t first = *winnerOf(field);
    const EntryResult& winner = *field[first].result;
    if (!winner.time || !winner.laps)
        return gaps;
    for (std::size_t k = 0; k < field.size(); ++k) {
        if (k == first || !classified(field[k]))
            continue;
        const EntryResult& result = *field[k].result;
        if (onLeadLap(result, winner)) {
            const double gap = *result.time - *winner.time;
            gaps[k] = {.low = gap, .high = gap};
        } else if (result.laps && *result.laps < *winner.laps) {
            const double down = static_cast<double>(*winner.laps) - *result.laps;
            gaps[k] = {.low = down * lap, .high = (down + 1) * lap};
        }
    }
    return gaps;
}

} // namespace parcferme::predictor

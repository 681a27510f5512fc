#include "domain/RaceMatch.h"

#include <algorithm>
#include <cstdlib>

namespace parcferme {

namespace {

constexpr qint64 NearestDays = 60;

struct Pair
{
    qint64 days;
    std::size_t incoming;
    std::size_t stored;
};

std::vector<Pair> candidates(const std::vector<Race>& incoming, const std::vector<Race>& stored)
{
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        for (std::size_t k = 0; k < stored.size(); ++k) {
            if (incoming[i].year != stored[k].year || incoming[i].circuit != stored[k].circuit)
                continue;
            const qint64 days = std::abs(incoming[i].eventDate.daysTo(stored[k].eventDate));
            if (days <= NearestDays)
                pairs.push_back({days, i, k});
        }
    }
    return pairs;
}

} // namespace

std::vector<std::optional<RaceId>> matchRaces(const std::vector<Race>& incoming,
                                              const std::vector<Race>& stored)
{
    std::vector<Pair> pairs = candidates(incoming, stored);
    // Nearest first, so that an equal date (0 days) is taken before anything else can take its race.
    std::ranges::stable_sort(pairs, {}, &Pair::days);
    std::vector<std::optional<RaceId>> matches(incoming.size());
    std::vector<bool> taken(stored.size(), false);
    for (const Pair& pair : pairs) {
        if (matches[pair.incoming] || taken[pair.stored])
            continue;
        matches[pair.incoming] = stored[pair.stored].id;
        taken[pair.stored] = true;
    }
    return matches;
}

} // namespace parcferme

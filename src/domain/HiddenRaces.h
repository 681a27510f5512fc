#pragma once

#include "domain/Race.h"

#include <QSet>

namespace parcferme {

// The races whose results must not show, nor any figure that they are part of: somebody has not seen them
// yet.
struct HiddenRaces
{
    enum class Which { None, Newest, Season, All };
    Which which = Which::None;
    RaceId newest = 0; // of those that have a result
    int season = 0;    // its season
    QSet<RaceId> revealed = {};

    bool hides(const Race& race) const
    {
        if (which == Which::None || revealed.contains(race.id))
            return false;
        return which == Which::All || (which == Which::Season && race.year == season) || race.id == newest;
    }

    friend bool operator==(const HiddenRaces&, const HiddenRaces&) = default;
};

} // namespace parcferme

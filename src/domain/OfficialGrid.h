#pragma once

#include "domain/Race.h"

namespace parcferme {

// One place of a starting grid.
struct GridPlace
{
    QString driver;
    int position = 0; // 1..n; 0: pit lane

    friend bool operator==(const GridPlace&, const GridPlace&) = default;
};

// The starting grid of a session as it was published before the start, penalties included: one state of it,
// since a penalty makes another.
struct OfficialGrid
{
    SessionKey of;
    QDateTime fetchedAt;           // UTC: when this state was first seen, and so from when it is known
    QString source;                // "openf1"
    std::vector<GridPlace> places; // by position
};

// Name of the source in OfficialGrid::source and Weather::source.
inline constexpr auto OpenF1Name = "openf1";

} // namespace parcferme

#include "predictor/Lineage.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parcferme::predictor {

namespace {

using Renaming = std::pair<std::string_view, std::string_view>;

constexpr std::array Renamings = {
    Renaming{"jordan", "aston_martin"},
    Renaming{"mf1", "aston_martin"},
    Renaming{"spyker_mf1", "aston_martin"},
    Renaming{"spyker", "aston_martin"},
    Renaming{"force_india", "aston_martin"},
    Renaming{"racing_point", "aston_martin"},
    Renaming{"jaguar", "red_bull"},
    Renaming{"minardi", "rb"},
    Renaming{"toro_rosso", "rb"},
    Renaming{"alphatauri", "rb"},
    Renaming{"benetton", "alpine"},
    Renaming{"renault", "alpine"},
    Renaming{"lotus_f1", "alpine"},
    Renaming{"bar", "mercedes"},
    Renaming{"honda", "mercedes"},
    Renaming{"brawn", "mercedes"},
    Renaming{"sauber", "audi"},
    Renaming{"bmw_sauber", "audi"},
    Renaming{"alfa", "audi"},
    Renaming{"virgin", "manor"},
    Renaming{"marussia", "manor"},
    Renaming{"lotus_racing", "caterham"},
};

} // namespace

std::string lineageOf(std::string_view team)
{
    const auto* found = std::ranges::find(Renamings, team, &Renaming::first);
    return std::string(found == Renamings.end() ? team : found->second);
}

} // namespace parcferme::predictor

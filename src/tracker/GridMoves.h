#pragma once

#include "tracker/Views.h"

namespace parcferme {

// Who stands elsewhere on the official grid than a frozen prediction believed, when the grid came after it;
// by the new place. Empty too where the prediction knew no order of the field.
std::vector<GridMove> gridMoves(const ForecastView& prediction, const RaceRecord& record,
                                const OfficialGrid& grid, const std::optional<ManualGrid>& byHand);

} // namespace parcferme

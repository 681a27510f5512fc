#include "tracker/GridMoves.h"

#include <map>

namespace parcferme {

namespace {

// The place that the prediction took each driver to start from.
std::map<QString, int> believedPlaces(const ForecastView& prediction, const RaceRecord& record,
                                      const std::optional<ManualGrid>& byHand)
{
    std::map<QString, int> places;
    if (prediction.officialGridAt) {
        for (const OfficialGrid& grid : record.grids)
            if (grid.of.session == prediction.prediction.session &&
                grid.fetchedAt == *prediction.officialGridAt)
                for (const GridPlace& place : grid.places)
                    places[place.driver] = place.position;
        return places;
    }
    if (prediction.forecast.stage == predictor::Stage::Nothing)
        return places;
    for (const QualifyingRow& row : record.qualifying)
        if (row.position)
            places[row.driver] = *row.position;
    if (prediction.manualGrid && byHand && byHand->enteredAt <= prediction.prediction.createdAt)
        for (const ManualGrid::Slot& slot : byHand->places)
            places[slot.driver] = slot.grid;
    return places;
}

} // namespace

std::vector<GridMove> gridMoves(const ForecastView& prediction, const RaceRecord& record,
                                const OfficialGrid& grid, const std::optional<ManualGrid>& byHand)
{
    std::vector<GridMove> moves;
    if (grid.fetchedAt <= prediction.prediction.snapshotTs)
        return moves;
    const auto believed = believedPlaces(prediction, record, byHand);
    for (const GridPlace& place : grid.places)
        if (const auto before = believed.find(place.driver);
            before != believed.end() && before->second != place.position)
            moves.push_back({place.driver, before->second, place.position});
    return moves;
}

} // namespace parcferme

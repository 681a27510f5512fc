#pragma once

#include "core/Error.h"
#include "domain/Prediction.h"
#include "domain/Race.h"
#include "predictor/Facts.h"

namespace parcferme {

// Everything a forecast of one race may know at a moment; nothing later ever gets in here.
struct FactSelection
{
    Session session = Session::Race;
    std::vector<predictor::RaceFacts> past; // earlier races with a known result, in time order
    predictor::RaceFacts race;              // the race itself, without any result; or its sprint
    predictor::Stage stage = predictor::Stage::Nothing;
    bool provisionalField =
        false; // before qualifying (or the grid of the sprint): the field of the race before
    bool manualGrid = false;
    std::optional<OfficialGrid> officialGrid; // the published one, where the forecast starts from it
    bool fromSource = false; // the race's qualifying or grid came from the live source, not from the history
    // Where the number of laps is from, when no calendar has said it.
    enum class Laps { Planned, CircuitsLastRace, Rule, Unknown } laps = Laps::Planned;
    int withoutQualifying = 0; // drivers of the race before who are in the field without a row in qualifying
    int missingRegulars = 0;   // and those who are not in the field
    int unknownBefore = 0;     // earlier races of the season whose result is not known
};

struct FactQuestion
{
    SessionKey of;
    QDateTime asOf; // facts known later are not seen
    bool retrospective =
        false; // the official grid counts as known, though the source published it with the result
    std::optional<ManualGrid> manualGrid;
};

// records: all races in time order. Errors: NotFound; NotYet when there is no field to forecast.
Result<FactSelection> selectFacts(const std::vector<RaceRecord>& records, const FactQuestion& question);

// A race, or its sprint, with this result of it, as the evaluation judges and learns it. sprint: the
// weekend's, for the predictor to learn; null where none is known.
predictor::RaceFacts factsWithResult(const RaceRecord& record, const ResultRevision& result,
                                     const ResultRevision* sprint = nullptr);

} // namespace parcferme

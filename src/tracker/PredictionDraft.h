#pragma once

#include "source/DataSource.h"
#include "tracker/Forecaster.h"

namespace parcferme {

// What a prediction is made of beside its forecast.
struct DraftQuestion
{
    const FactQuestion& question;
    PredictionKind kind = PredictionKind::Preview;
    FreezePolicy policy = FreezePolicy::PostQualifying;
    QDateTime now;
};

// The row of a prediction, without snapshot and hashes.
Prediction draftOf(const DraftQuestion& asked, const MadeForecast& made, const FactSelection& selection,
                   const DataSource& source);

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// A forecast, one row per driver by predicted position. Keys of the columns are those of the database where
// it has them; `range` exports as position_low and position_high.
class PredictionModel : public TableModel
{
    Q_OBJECT
public:
    explicit PredictionModel(QObject* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);
};

} // namespace parcferme

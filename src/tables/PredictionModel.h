#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// A forecast, one row per driver by predicted position. Keys of the columns are those of the database where
// it has them; `range` exports as position_low and position_high. The last is headed "Qualified" while the
// order of qualifying stands in for the grid.
class PredictionModel : public TableModel
{
    Q_OBJECT
public:
    explicit PredictionModel(QObject* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool gridKnown_ = true;
};

} // namespace parcferme

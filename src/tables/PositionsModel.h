#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The heat map as a table: the chance of each driver for each position, in percent.
class PositionsModel : public TableModel
{
    Q_OBJECT
public:
    explicit PositionsModel(QObject* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);

private:
    void setPositionColumns(int positions);
    int positions_ = -1;
};

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The chance of each driver of a forecast to end ahead of each other.
class PairsModel : public TableModel
{
    Q_OBJECT
public:
    explicit PairsModel(QObject* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);
};

} // namespace parcferme

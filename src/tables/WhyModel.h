#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// What each input moves one driver by, against the mean of the field; largest first, the sum at the foot.
class WhyModel : public TableModel
{
    Q_OBJECT
public:
    explicit WhyModel(QObject* parent = nullptr);
    // Empty for a driver who is not in the forecast.
    void setDriver(const ForecastView& view, const QString& driver);
};

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// Mean of predicted minus official position by driver, largest first: ▲ finishes ahead of his predictions.
// Under ten races the bar is hollow.
class BiasModel : public TableModel
{
    Q_OBJECT
public:
    explicit BiasModel(QObject* parent = nullptr);
    void setBias(const std::vector<evaluation::DriverBias>& bias, const People& people);
};

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The predictions of the ledger, newest first, and which outsider vouches for each.
class LedgerModel : public TableModel
{
    Q_OBJECT
public:
    explicit LedgerModel(QObject* parent = nullptr);
    void setPredictions(const std::vector<VouchedPrediction>& predictions);
};

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/PickViews.h"

namespace parcferme {

// Who has locked an order for one session, and when. Never the orders.
class NextPicksModel : public TableModel
{
    Q_OBJECT
public:
    explicit NextPicksModel(QObject* parent = nullptr);
    void show(const PicksView& picks);
};

} // namespace parcferme

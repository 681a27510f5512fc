#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The track record by season, all seasons first, each with the paired difference to the grid and its 95 %
// interval.
class SeasonModel : public TableModel
{
    Q_OBJECT
public:
    explicit SeasonModel(QObject* parent = nullptr);
    void setReport(const evaluation::Report& report);
};

// The paired difference of one score between model and grid; nothing where it does not exist. Names as in
// evaluation::scoreColumns().
std::optional<evaluation::Interval> gridDifference(const evaluation::Period& period,
                                                   const std::string& score);

} // namespace parcferme

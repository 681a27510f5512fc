#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The track record by race, newest first: errors beside the grid's, and the cumulative skill that the chart
// draws.
class RecordRacesModel : public TableModel
{
    Q_OBJECT
public:
    explicit RecordRacesModel(QObject* parent = nullptr);
    void setReport(const evaluation::Report& report);
};

} // namespace parcferme

#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The bins of the reliability diagram: what was said against what happened, with counts and 95 % intervals.
class ReliabilityModel : public TableModel
{
    Q_OBJECT
public:
    explicit ReliabilityModel(QObject* parent = nullptr);
    void setReliability(const evaluation::Reliability& reliability);
};

} // namespace parcferme

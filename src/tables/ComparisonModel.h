#pragma once

#include "tables/Comparison.h"
#include "tables/TableModel.h"

namespace parcferme {

// What I, the model and the grid say of each driver, beside the official classification where it is known.
class ComparisonModel : public TableModel
{
    Q_OBJECT
public:
    explicit ComparisonModel(QObject* parent = nullptr);
    void show(const std::vector<ComparedDriver>& drivers, const People& people);

private:
    void setForm(bool judged);
    Row rowOf(const ComparedDriver& driver, const People& people, const ResultRow* winner) const;

    bool judged_ = false;
};

} // namespace parcferme

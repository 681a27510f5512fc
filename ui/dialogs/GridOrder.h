#pragma once

#include "core/Error.h"
#include "domain/Race.h"

#include <QCoreApplication>

namespace parcferme {

// A starting grid made from an order of drivers and penalties.
class GridOrder
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::GridOrder)
public:
    struct Line
    {
        QString driver;
        QString penalty; // "", "+5", "back of grid", "pit lane": "back" and "pit" are enough
    };

    // Places by the lines' order: who is set back by n places goes behind those who then stand before him;
    // back of the grid comes after them, the pit lane last with grid 0. Errors: Usage, naming the line.
    static Result<std::vector<ManualGrid::Slot>> places(const std::vector<Line>& lines);
};

} // namespace parcferme

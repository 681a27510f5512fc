#pragma once

#include "ui/charts/ChartWidget.h"

namespace parcferme {

// What stands below the matrix of pairs.
struct PairFoot
{
    QString sentence;   // of the chosen two
    QString one, other; // words in the two parts of the bar
    double share = 0;   // of the first part
    QString legend;
};

void drawPairFoot(const ChartFrame& frame, double top, const PairFoot& foot);

} // namespace parcferme

#pragma once

#include "tables/StandingsModel.h"
#include "ui/charts/ChartWidget.h"

namespace parcferme {

// A driver or team as the season's charts draw him: in the order of the standings.
struct SeasonMark
{
    QString id;
    QString name; // "Norris"
    QString code; // "NOR"
    QString head; // first lines of a tooltip
    QColor colour;
    bool second = false;                    // not the first car of its team
    const season::Standing* line = nullptr; // of the view that they were made from
};

std::vector<SeasonMark> seasonMarks(const SeasonView& view, season::Contestants side);

// Names (and figures) at the right of a chart, each beside the end of its line: moved apart where they would
// touch, in the order of their lines.
struct EndLabel
{
    double y = 0; // where the line ends; afterwards where the label stands
    QString name, figure;
    QColor ink;
    bool strong = false;
};
void spreadLabels(std::vector<EndLabel>& labels, double gap, double top, double bottom);

} // namespace parcferme

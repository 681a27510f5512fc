#pragma once

#include "tables/TableModel.h"
#include "tracker/Views.h"

#include <optional>

// Cells that several tables have.
namespace parcferme::cells {

using Cell = TableModel::Cell;

Cell text(const QString& text, Emphasis emphasis = Emphasis::Normal);
Cell missing();
// "Label: 0.12345678" in the tooltip, `decimals` in the cell.
Cell number(const QString& label, const std::optional<double>& value, int decimals,
            Emphasis emphasis = Emphasis::Normal);
Cell count(int value, Emphasis emphasis = Emphasis::Normal);
// A rate in [0, 1] as percent.
Cell rate(const QString& label, const std::optional<double>& share, Emphasis emphasis = Emphasis::Normal);
// A chance with its bar.
Cell chance(const QString& label, double share);
// Team strip and full name; exported as the driver's id.
Cell driver(const People& people, const QString& driver, const QString& team);
Cell team(const People& people, const QString& team);

// What the filter row looks at for a driver: name, code, id, team.
QString driverWords(const People& people, const QString& driver, const QString& team);

} // namespace parcferme::cells

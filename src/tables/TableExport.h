#pragma once

#include "export/Table.h"

#include <QAbstractItemModel>

namespace parcferme {

// A model (or a proxy of one) as it goes to CSV or the clipboard: its rows in their order, these columns in
// this order; a column may hold several values (the 80 % range: low and high).
Table exportTable(const QAbstractItemModel& model, const std::vector<int>& columns);
// Every column, in the model's order.
Table exportTable(const QAbstractItemModel& model);
// Some rows only: for copying a selection.
Table exportTable(const QAbstractItemModel& model, const std::vector<int>& columns,
                  const std::vector<int>& rows);

// The same as people read it, for the clipboard: titles as header, names, and the digits that show.
Table shownTable(const QAbstractItemModel& model, const std::vector<int>& columns);
Table shownTable(const QAbstractItemModel& model, const std::vector<int>& columns,
                 const std::vector<int>& rows);

} // namespace parcferme

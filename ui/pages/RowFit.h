#pragma once

namespace parcferme {

class RowChart;
class TableView;

// Row heights that let every row of a chart be seen in the room it has, between a comfortable height and the
// least one that text needs.

// The chart stands alone: it scrolls where even the least height is too much.
void fitRows(RowChart& chart, int rows);
// The chart stands beside a table: same rows, same heights, same scroll position. Where the room is too low
// for all rows, it stands alone and shows them all the same; or it scrolls with the table.
enum class WhenLow { StandsAlone, ScrollsAlong };
void fitRowsBeside(RowChart& chart, TableView& table, WhenLow low = WhenLow::StandsAlone);

// All rows of a table in the room it has, where a little less height does it.
void fitRows(TableView& table);

} // namespace parcferme

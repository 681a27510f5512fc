#pragma once

#include <QString>
#include <Qt>

namespace parcferme {

// What every model of this folder answers beside Qt::DisplayRole (what people read: locale digits, real
// minus, en dash for what does not exist), Qt::TextAlignmentRole, Qt::ToolTipRole (plain text, full
// precision) and Qt::AccessibleTextRole.
enum TableRole {
    ValueRole = Qt::UserRole + 1, // full precision, what a table sorts by; invalid: does not exist
    ExportRole,                   // for CSV and TSV; a QVariantList, one value for each of ExportKeysRole
    EmphasisRole,                 // int of Emphasis

    // Marks that a delegate draws; invalid where a cell has none.
    TeamColourRole,  // QString "#rrggbb" or empty: a strip before the text
    FractionRole,    // double in [0, 1]: a bar behind the text, on a fixed scale
    RangeRole,       // PositionRange: a track 1..n behind, with the range and a tick
    DifferenceRole,  // double: a bar from a centre line, above 0 = ahead = `better`
    IntervalRole,    // IntervalMark: a point with a whisker around 0
    HollowRole,      // bool: the mark rests on little (under 10 races): drawn hollow
    BadgeRole,       // RaceBadge
    IconRole,        // QString, name of an icon before the text
    SprintBadgeRole, // RaceBadge, left of it and small: of the weekend's sprint, after the letter S
    CheckRole,       // bool: a check mark, or the word

    // Of the row, the same in every column.
    RowKeyRole, // QString, stable over updates
    DriverRole, // QString, id; empty when the row is of none
    RaceRole,   // qint64, RaceId
    KindRole,   // int of PredictionKind: how bars and ranges are drawn
    FilterRole, // QString, searchKey() of what the filter row looks at

    // Of a horizontal header section.
    ColumnKeyRole,  // QString, stable: for kept layouts
    ExportKeysRole, // QStringList, header of CSV and TSV
    CellStyleRole,  // int of CellStyle
    WidthRole,      // int, least width in px at 10 pt
    VisibleRole,    // bool, shown unless the user chose otherwise
    StretchRole,    // bool, takes the room that is left
};

enum class Emphasis { Normal, Muted, Strong, Better, Worse };

// Which delegate draws a column.
enum class CellStyle {
    Text,
    Driver,
    Bar,
    RetireBar,
    GreyBar,
    Range,
    Difference,
    Interval,
    Check,
    Badge,
    Button, // an icon to be pressed; no data, so that it is never exported
};

struct PositionRange
{
    int low = 0; // of the 80 % interval, 1..n
    int high = 0;
    int n = 0;
    int predicted = 0;
    friend bool operator==(const PositionRange&, const PositionRange&) = default;
};

// A difference with its 95 % interval, on a scale shared by the whole column.
struct IntervalMark
{
    double mean = 0;
    double low = 0;
    double high = 0;
    double scale = 1;              // the axis runs from -scale to +scale
    QString meanText;              // "−0.25"
    QString intervalText;          // "−0.39 to −0.11"
    bool worseOnlyIfClear = false; // else a mean above 0 is worse, whatever the interval holds
    friend bool operator==(const IntervalMark&, const IntervalMark&) = default;
};

// A race's state in the list: words and an icon, never colour alone.
struct RaceBadge
{
    enum class Icon { None, Clock, Lock, TurnedClock, Triangle, Arrow, Eye, Struck };
    enum class Tone { Text, Muted, Accent, Warning };

    QString text;
    Icon icon = Icon::None;
    Tone tone = Tone::Muted;
    bool strong = false;
    bool struck = false; // struck through
    friend bool operator==(const RaceBadge&, const RaceBadge&) = default;
};

} // namespace parcferme

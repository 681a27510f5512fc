#pragma once

#include <QString>
#include <QVariant>

#include <vector>

namespace parcferme {

// How textTable() shows a column to people; programs always get the value.
enum class Show {
    Plain,
    Number1, // decimals
    Number2,
    Number3,
    Number4,
    Percent,  // of a share in [0, 1]: 46.6
    Duration, // seconds as 1:27:05
    Gap,      // seconds as +14.1
    Hidden,   // for programs only
};

// One column of an exported table. Programs read the key (the contract's name), people the title.
struct TableColumn
{
    QString key;
    QString title;
    Show show = Show::Plain;
    bool number = false; // shown right aligned
    double lap = 0;      // of Show::Gap: seconds of a lap, from which on laps are shown; 0: never
};

// What a command prints or a file holds: values, not text. A cell is a text, a bool, a whole number, a
// double, a QDate, a QDateTime or bytes; an invalid one does not exist. Every row has as many cells as there
// are columns.
struct Table
{
    std::vector<TableColumn> columns;
    std::vector<QVariantList> rows;
};

// A cell as programs read it: point decimals with full precision, 0 or 1, ISO 8601 in UTC, bytes in
// Base64, nothing for a missing value or one that is not finite.
QString machineText(const QVariant& cell);

// Whether a cell is a number (a bool too): numbers are never quoted or neutralised.
bool isNumber(const QVariant& cell);

// A cell that is text and that a spreadsheet would run as a formula (it begins with = + - @, tab or CR) gets
// a leading apostrophe; every other cell is its machineText().
QString neutralisedText(const QVariant& cell);

} // namespace parcferme

#pragma once

#include <QFont>

namespace parcferme {

// Type sizes, all from the body font so that they scale with the system's text size.
QFont titleFont(const QFont& body);   // 1.5 x, semibold
QFont subHeadFont(const QFont& body); // 1.2 x, semibold
QFont labelFont(const QFont& body);   // 0.9 x: labels and chart text, nothing is smaller
QFont strongFont(const QFont& body);  // semibold
// Columns of numbers need digits of one width: the font itself, or a family that has them.
QFont figureFont(const QFont& body);

} // namespace parcferme

#pragma once

#include <QString>

#include <optional>

namespace parcferme {

// Reads a duration as the source writes it: "1:26.720", "59.123", "1:31:05.083", with or without a leading
// "+"; the fraction has one to three digits. Milliseconds, or nothing when it is no such text (a sign "-", a
// missing fraction: the source cuts off the seconds of a time without one). Above 24 h: nothing.
std::optional<int> millisecondsFromText(QStringView text);

} // namespace parcferme

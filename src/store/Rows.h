#pragma once

#include "domain/Prediction.h"
#include "domain/Race.h"
#include "store/Statement.h"

// How rows become domain values: the one place that knows the order of the columns. For the repositories
// only. Errors: Data for a word or a time that is none; the tables' constraints do not let such in.
namespace parcferme::rows {

// SELECT ... FROM races with its circuit, for readRace; a WHERE or ORDER BY may follow.
QString selectRaces();
QString inTime(); // ORDER BY time, then round
Result<Race> readRace(const Statement& row);

// Columns for the reader below, to be selected first and in this order.
inline constexpr auto QualifyingColumns = "driver, team, number, position, q1_ms, q2_ms, q3_ms";
QualifyingRow readQualifying(const Statement& row);

// Sorts rows of one session: by position, unplaced last.
void sortByPosition(std::vector<QualifyingRow>& rows);
void sortByPosition(std::vector<ResultRow>& rows);

// NULL is nothing.
Result<std::optional<QDateTime>> readTime(const Statement& row, int column);

QVariant toSql(const std::optional<QDateTime>& time);
QVariant toSql(const std::optional<QDate>& date);

} // namespace parcferme::rows

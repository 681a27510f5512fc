#pragma once

#include "core/Error.h"
#include "evaluation/JudgedRace.h"

#include <Eigen/Core>
#include <QByteArray>
#include <QJsonObject>

namespace parcferme {

// What an evaluation stores as JSON, and back. Errors of reading: Data, naming the field.

// Scores in the columns' names; null where a score does not exist.
QJsonObject baselinesJson(const std::map<std::string, evaluation::Scores>& baselines);
Result<std::map<std::string, evaluation::Scores>> baselinesFromJson(const QByteArray& json);

// Every starter, as he was judged: what the track record needs beside the scores. Canonical; errors: Data,
// for a number that is not finite. positions: the chances of each starter to end at 1..n
// (StarterPositions.h), from which every score of probability can be computed again; no rows where the
// forecast has none.
Result<QByteArray> driversJson(const std::vector<evaluation::JudgedDriver>& drivers,
                               const Eigen::MatrixXd& positions);
// These chances, driver after driver; empty where they were not stored, as before version 2.
std::vector<double> storedPositions(const QByteArray& driversJson);
Result<std::vector<evaluation::JudgedDriver>> driversFromJson(const QByteArray& json);

} // namespace parcferme

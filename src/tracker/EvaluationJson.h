#pragma once

#include "core/Error.h"
#include "evaluation/JudgedRace.h"

#include <QByteArray>
#include <QJsonObject>

namespace parcferme {

// What an evaluation stores as JSON, and back. Errors of reading: Data, naming the field.

// Scores in the columns' names; null where a score does not exist.
QJsonObject baselinesJson(const std::map<std::string, evaluation::Scores>& baselines);
Result<std::map<std::string, evaluation::Scores>> baselinesFromJson(const QByteArray& json);

// Every starter, as he was judged: what the track record needs beside the scores. Canonical; errors: Data,
// for a number that is not finite.
Result<QByteArray> driversJson(const std::vector<evaluation::JudgedDriver>& drivers);
Result<std::vector<evaluation::JudgedDriver>> driversFromJson(const QByteArray& json);

} // namespace parcferme

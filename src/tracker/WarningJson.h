#pragma once

#include "domain/Warning.h"

#include <QJsonArray>

#include <vector>

namespace parcferme {

// Warnings as a snapshot holds them: {"code": "low_coverage", "values": [72, 85]}. Snapshots of format 1 hold
// English sentences instead; these, and codes of a newer program, are read as Warning::Code::AsRecorded.
QJsonArray warningsJson(const std::vector<Warning>& warnings);
std::vector<Warning> warningsFromJson(const QJsonArray& json);

} // namespace parcferme

#pragma once

#include "domain/Race.h"

#include <QString>

namespace parcferme {

// Suggested for exported files: "2025-24-abu-dhabi-prediction".
QString exportFileName(const Race& race, const QString& what);

} // namespace parcferme

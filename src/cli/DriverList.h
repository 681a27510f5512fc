#pragma once

#include "cli/Command.h"

namespace parcferme {

// The driver of a race whose id or code a word is. Errors: NotFound, Ambiguous.
Result<QString> driverNamed(const RaceDetails& page, const QString& word);

} // namespace parcferme

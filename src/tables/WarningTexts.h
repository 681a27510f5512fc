#pragma once

#include "domain/Warning.h"

namespace parcferme {

// Warnings in the language of the window. What an old record holds as a sentence stays as it was recorded.
QStringList warningTexts(const std::vector<Warning>& warnings);

} // namespace parcferme

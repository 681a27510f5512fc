#pragma once

#include <QLoggingCategory>

namespace parcferme {

Q_DECLARE_LOGGING_CATEGORY(sourceLog) // parcferme.source

} // namespace parcferme

#pragma once

#include <QLoggingCategory>

namespace parcferme {

Q_DECLARE_LOGGING_CATEGORY(serviceLog) // what went wrong in here
Q_DECLARE_LOGGING_CATEGORY(accessLog)  // one line per request

} // namespace parcferme

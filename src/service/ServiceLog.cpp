#include "service/ServiceLog.h"

namespace parcferme {

Q_LOGGING_CATEGORY(serviceLog, "parcferme.service", QtInfoMsg)
Q_LOGGING_CATEGORY(accessLog, "parcferme.access", QtInfoMsg)

} // namespace parcferme
